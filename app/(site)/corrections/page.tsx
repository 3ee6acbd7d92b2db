import type { Metadata } from 'next';
import { readCorrections } from '@/features/articles/read/lists';
import { CorrectionsPage } from '@/features/articles/ui/site/corrections-page';
import { listMetadata, noPageMetadata } from '@/features/articles/ui/site/page-metadata';
import { NoPage } from '../no-page';
import { readFrame } from '../read-frame';

interface Address {
  searchParams: Promise<{ before?: string | string[] }>;
}

const read = async ({ searchParams }: Address) => {
  const { before } = await searchParams;
  return Promise.all([readFrame(), readCorrections(before)]);
};

export async function generateMetadata(address: Address): Promise<Metadata> {
  const [site, page] = await read(address);
  if (page.state !== 'live') return noPageMetadata(page.state, site);
  const { title, description } = site.words.paper.corrections;
  return listMetadata({ ...page, title, description: description(site.siteName) }, site);
}

export default async function Corrections(address: Address) {
  const [site, page] = await read(address);
  if (page.state !== 'live') return <NoPage state={page.state} site={site} />;
  return <CorrectionsPage {...page} site={site} />;
}
