import { readLibrary } from '@/features/media/read';
import { MediaPage } from '@/features/media/ui/desk/media-page.client';

export const metadata = { title: 'Media' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function MediaLibraryPage({ searchParams }: PageProps) {
  const { page, asked, ending, userId, may } = await readLibrary(await searchParams);
  return <MediaPage first={page} asked={asked} ending={ending} userId={userId} may={may} />;
}
