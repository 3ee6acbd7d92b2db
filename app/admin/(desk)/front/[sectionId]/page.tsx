import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { curatedPage } from '@/features/articles/front-rules';
import { readCuration } from '@/features/articles/read/curation';
import { FrontDeskPage } from '@/features/articles/ui/desk/front/front-desk-page';

export const metadata: Metadata = { title: 'Front of a section' };

type Params = Promise<{ sectionId: string }>;

export default async function DeskSectionFrontPage({ params }: { params: Params }) {
  const page = curatedPage(`section:${(await params).sectionId}`);
  const curation = page && (await readCuration(page));
  if (!curation) notFound();
  return <FrontDeskPage curation={curation} breaking={null} />;
}
