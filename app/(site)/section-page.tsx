import type { Listed, SectionShelf } from '@/features/articles/read/lists';
import { ListPage } from '@/features/articles/ui/site/list-page';
import type { SiteFrame } from '@/features/articles/ui/site/site-frame';
import { listGraph, StructuredData } from '@/features/articles/ui/site/structured-data';
import { sectionAddress } from '@/lib/public-addresses';

type Section = Extract<Listed<SectionShelf>, { state: 'live' }>;

/** A section's own front, and the pages of its stories. */
export function SectionPage({ section, above, below, site, ...page }: Section & { site: SiteFrame }) {
  const named = (rows: Section['above']) =>
    rows.map(({ id, name, slug }) => ({ id, name, href: sectionAddress(slug) }));
  return (
    <>
      <ListPage
        {...page}
        title={section.name}
        description={section.description}
        trail={named(above)}
        below={named(below)}
        within={sectionAddress(section.slug)}
        feedHref={`${sectionAddress(section.slug)}/feed.xml`}
        site={site}
      />
      <StructuredData graph={listGraph(named([...above, section]), site)} />
    </>
  );
}
