import type { Metadata } from 'next';
import { readRoot } from '@/features/articles/read/article';
import { readSectionPage } from '@/features/articles/read/lists';
import { articleMetadata, listMetadata, noPageMetadata } from '@/features/articles/ui/site/page-metadata';
import { StaffPage } from '@/features/articles/ui/site/staff-page';
import { sectionAddress } from '@/lib/public-addresses';
import { NoPage } from '../no-page';
import { readFrame } from '../read-frame';
import { SectionPage } from '../section-page';

interface Address {
  params: Promise<{ section: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

/** One word after the slash is a section or a page that staff wrote. */
async function read({ params, searchParams }: Address) {
  const [{ section }, { before }, site] = await Promise.all([params, searchParams, readFrame()]);
  const root = await readRoot(`/${section}`);
  return { site, page: root.state === 'section' ? await readSectionPage(root.sectionId, before) : root };
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const { page, site } = await read(address);
  if (page.state !== 'live') return noPageMetadata(page.state, site);
  if ('article' in page) return articleMetadata(page.article, site);
  const { name, slug, description } = page.section;
  return listMetadata(
    {
      ...page,
      title: name,
      description: description || site.words.paper.lists.sectionDescription(name, site.siteName),
      feedOf: { name, href: sectionAddress(slug) },
    },
    site,
  );
}

export default async function RootPage(address: Address) {
  const { page, site } = await read(address);
  if (page.state !== 'live') return <NoPage state={page.state} site={site} />;
  if ('article' in page) return <StaffPage article={page.article} />;
  return <SectionPage {...page} site={site} />;
}
