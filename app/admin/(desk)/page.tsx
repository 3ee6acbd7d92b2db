import { readDeskHome } from '@/features/articles/read/desk';
import { DeskHome } from '@/features/articles/ui/desk/list/desk-home';
import { readHeldCount } from '@/features/comments/read';

export const metadata = { title: 'Desk' };

export default async function DeskHomePage() {
  const [home, held] = await Promise.all([readDeskHome(), readHeldCount()]);
  return <DeskHome {...home} held={held} />;
}
