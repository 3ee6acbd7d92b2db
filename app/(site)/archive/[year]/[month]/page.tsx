import type { Metadata } from 'next';
import { readArchivePage } from '@/features/articles/read/lists';
import { ListPage } from '@/features/articles/ui/site/list-page';
import { NoPage } from '@/features/articles/ui/site/no-page';
import { listMetadata, noPageMetadata } from '@/features/articles/ui/site/page-metadata';
import { formatDate } from '@/lib/dates';
import { readFrame } from '../../../read-frame';

interface Address {
  params: Promise<{ year: string; month: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

const read = async ({ params, searchParams }: Address) => {
  const [{ year, month }, { before }] = await Promise.all([params, searchParams]);
  return Promise.all([readFrame(), readArchivePage(`/archive/${year}/${month}`, before)]);
};

export async function generateMetadata(address: Address): Promise<Metadata> {
  const [site, page] = await read(address);
  if (page.state !== 'live') return noPageMetadata(page.state, site);
  const month = formatDate(page.from, 'month', site);
  const { archive, archiveDescription } = site.words.paper.lists;
  return listMetadata(
    { ...page, title: archive(month), description: archiveDescription(month, site.siteName) },
    site,
  );
}

export default async function ArchivePage(address: Address) {
  const [site, page] = await read(address);
  if (page.state !== 'live') return <NoPage state={page.state} site={site} />;
  const title = site.words.paper.lists.archive(formatDate(page.from, 'month', site));
  return <ListPage {...page} title={title} feedHref="/feed.xml" site={site} />;
}
