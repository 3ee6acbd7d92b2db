import type { Metadata } from 'next';
import { readLatest } from '@/features/articles/read/lists';
import { ListPage } from '@/features/articles/ui/site/list-page';
import { listMetadata, noPageMetadata } from '@/features/articles/ui/site/page-metadata';
import { NoPage } from '../no-page';
import { readFrame } from '../read-frame';

interface Address {
  searchParams: Promise<{ before?: string | string[] }>;
}

const read = async ({ searchParams }: Address) => {
  const { before } = await searchParams;
  return Promise.all([readFrame(), readLatest(before)]);
};

export async function generateMetadata(address: Address): Promise<Metadata> {
  const [site, page] = await read(address);
  if (page.state !== 'live') return noPageMetadata(page.state, site);
  const { latest, latestDescription } = site.words.paper.lists;
  return listMetadata({ ...page, title: latest, description: latestDescription(site.siteName) }, site);
}

export default async function Latest(address: Address) {
  const [site, page] = await read(address);
  if (page.state !== 'live') return <NoPage state={page.state} site={site} />;
  return <ListPage {...page} title={site.words.paper.lists.latest} feedHref="/feed.xml" site={site} />;
}
