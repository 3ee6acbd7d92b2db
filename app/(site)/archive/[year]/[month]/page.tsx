import type { Metadata } from 'next';
import { readArchivePage } from '@/features/articles/read/lists';
import { ListPage } from '@/features/articles/ui/site/list-page';
import { listMetadata, noPageMetadata } from '@/features/articles/ui/site/page-metadata';
import { formatDate } from '@/lib/dates';
import { NoPage } from '../../../no-page';
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
    {
      ...page,
      newerHref: page.newerHref ?? page.newer?.href,
      olderHref: page.olderHref ?? page.older?.href,
      title: archive(month),
      description: archiveDescription(month, site.siteName),
    },
    site,
  );
}

export default async function ArchivePage(address: Address) {
  const [site, page] = await read(address);
  if (page.state !== 'live') return <NoPage state={page.state} site={site} />;
  const { lists } = site.words.paper;
  const named = (month: typeof page.newer) =>
    month && { name: formatDate(month.from, 'month', site), href: month.href };
  return (
    <ListPage
      {...page}
      title={lists.archive(formatDate(page.from, 'month', site))}
      trail={[{ name: lists.archiveIndex, href: '/archive' }]}
      beside={{ label: lists.months, newer: named(page.newer), older: named(page.older) }}
      feedHref="/feed.xml"
      site={site}
    />
  );
}
