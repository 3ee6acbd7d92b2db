import type { Metadata } from 'next';
import { readTagPage } from '@/features/articles/read/lists';
import { ListPage } from '@/features/articles/ui/site/list-page';
import { listMetadata, noPageMetadata } from '@/features/articles/ui/site/page-metadata';
import { listGraph, StructuredData } from '@/features/articles/ui/site/structured-data';
import { tagAddress } from '@/lib/public-addresses';
import { NoPage } from '../../no-page';
import { readFrame } from '../../read-frame';

interface Address {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

const read = async ({ params, searchParams }: Address) => {
  const [{ slug }, { before }] = await Promise.all([params, searchParams]);
  return Promise.all([readFrame(), readTagPage(`/tag/${slug}`, before)]);
};

export async function generateMetadata(address: Address): Promise<Metadata> {
  const [site, page] = await read(address);
  if (page.state !== 'live') return noPageMetadata(page.state, site);
  const { name, slug } = page.tag;
  const { tag, tagDescription } = site.words.paper.lists;
  return listMetadata(
    {
      ...page,
      title: tag(name),
      description: tagDescription(name, site.siteName),
      feedOf: { name, href: tagAddress(slug) },
    },
    site,
  );
}

export default async function TagPage(address: Address) {
  const [site, page] = await read(address);
  if (page.state !== 'live') return <NoPage state={page.state} site={site} />;
  const { name, slug } = page.tag;
  const href = tagAddress(slug);
  return (
    <>
      <ListPage
        {...page}
        title={site.words.paper.lists.tag(name)}
        feedHref={`${href}/feed.xml`}
        site={site}
      />
      <StructuredData graph={listGraph([{ name, href }], site)} />
    </>
  );
}
