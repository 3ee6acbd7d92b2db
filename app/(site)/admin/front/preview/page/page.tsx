import { notFound } from 'next/navigation';
import { readFrame } from '@/app/(site)/read-frame';
import { SectionPage } from '@/app/(site)/section-page';
import { previewInput } from '@/features/articles/front-input';
import { readPreview } from '@/features/articles/read/preview';
import { FrontPageView } from '@/features/articles/ui/site/front-page';

export const metadata = { title: 'Preview', robots: { index: false, follow: false } };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** A page as it would be with these places, now or later. Its address begins with /admin, so it never reaches the press. */
export default async function PreviewedFront({ searchParams }: { searchParams: Search }) {
  const { page, places, at } = previewInput.parse(await searchParams);
  const preview = await readPreview(page, places, at);
  if (!preview) notFound();
  const site = await readFrame();
  if (preview.of === 'front') return <FrontPageView front={preview.front} site={site} />;
  return <SectionPage {...preview.shelf} site={site} />;
}
