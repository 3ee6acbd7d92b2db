import { readNotices } from '@/features/articles/read/notices';
import { NoticesPage } from '@/features/articles/ui/desk/notices/notices-page';

export const metadata = { title: 'Notices' };

type Search = Promise<{ before?: string | string[] }>;

export default async function DeskNoticesPage({ searchParams }: { searchParams: Search }) {
  const { before } = await searchParams;
  return <NoticesPage {...(await readNotices({ before }))} />;
}
