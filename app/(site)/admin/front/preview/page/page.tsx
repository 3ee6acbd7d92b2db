import { notFound } from 'next/navigation';
import { readFrame } from '@/app/(site)/read-frame';
import { SectionPage } from '@/app/(site)/section-page';
import { curatedPage } from '@/features/articles/front-rules';
import { placesIn, readCuratedPages } from '@/features/articles/read/curation';
import { readFront, readSectionPage } from '@/features/articles/read/lists';
import { FrontPageView } from '@/features/articles/ui/site/front-page';

export const metadata = { title: 'Preview', robots: { index: false, follow: false } };

type Search = Promise<{ page?: string | string[]; places?: string | string[] }>;

/** A page as it would be with these places. Its address begins with /admin, so it never reaches the press. */
export default async function PreviewedFront({ searchParams }: { searchParams: Search }) {
  const { page: asked, places: typed } = await searchParams;
  const page = typeof asked === 'string' ? curatedPage(asked) : null;
  const own = await readCuratedPages();
  if (!page || !own.some(({ name }) => name === page.name)) notFound();
  const places = placesIn(page.name, typed);
  const site = await readFrame();
  if (page.sectionId === null) return <FrontPageView front={await readFront(places)} site={site} />;
  const found = await readSectionPage(page.sectionId, undefined, places[0] ?? null);
  if (found.state !== 'live') notFound();
  return <SectionPage {...found} site={site} />;
}
