import { readLibrary } from '@/features/media/read';
import { MediaPage } from '@/features/media/ui/desk/media-page.client';

export const metadata = { title: 'Media' };

export default async function MediaLibraryPage() {
  const { page, userId, may } = await readLibrary();
  return <MediaPage first={page} userId={userId} may={may} />;
}
