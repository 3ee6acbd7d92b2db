import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { frontDeskInput } from '@/features/articles/front-input';
import { curatedPage } from '@/features/articles/front-rules';
import { readCuration } from '@/features/articles/read/curation';
import { FrontDeskPage } from '@/features/articles/ui/desk/front/front-desk-page';

export const metadata: Metadata = { title: 'Front of a section' };

interface Props {
  params: Promise<{ sectionId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DeskSectionFrontPage({ params, searchParams }: Props) {
  const page = curatedPage(`section:${(await params).sectionId}`);
  const { plan } = frontDeskInput.parse(await searchParams);
  const curation = page && (await readCuration(page, plan));
  if (!curation) notFound();
  return <FrontDeskPage curation={curation} breaking={null} />;
}
