import type { Metadata } from 'next';
import { readSeriesPage } from '@/features/articles/read/lists';
import { ListPage } from '@/features/articles/ui/site/list-page';
import { listMetadata, noPageMetadata } from '@/features/articles/ui/site/page-metadata';
import { listGraph, StructuredData } from '@/features/articles/ui/site/structured-data';
import { seriesAddress } from '@/lib/public-addresses';
import { NoPage } from '../../no-page';
import { readFrame } from '../../read-frame';

interface Address {
  params: Promise<{ slug: string }>;
}

const read = async ({ params }: Address) => {
  const { slug } = await params;
  return Promise.all([readFrame(), readSeriesPage(`/series/${slug}`)]);
};

export async function generateMetadata(address: Address): Promise<Metadata> {
  const [site, page] = await read(address);
  if (page.state !== 'live') return noPageMetadata(page.state, site);
  const { name, slug, description } = page.series;
  return listMetadata(
    {
      title: name,
      description: description || site.words.paper.series.description(name, site.siteName),
      href: seriesAddress(slug),
    },
    site,
  );
}

export default async function SeriesPage(address: Address) {
  const [site, page] = await read(address);
  if (page.state !== 'live') return <NoPage state={page.state} site={site} />;
  const { name, slug, description, stories } = page.series;
  return (
    <>
      <ListPage
        title={name}
        description={description}
        stories={stories}
        newerHref={null}
        olderHref={null}
        site={site}
      />
      <StructuredData graph={listGraph([{ name, href: seriesAddress(slug) }], site)} />
    </>
  );
}
