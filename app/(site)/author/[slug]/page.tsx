import type { Metadata } from 'next';
import { readAuthorPage } from '@/features/articles/read/lists';
import { ListPage } from '@/features/articles/ui/site/list-page';
import { listMetadata, noPageMetadata } from '@/features/articles/ui/site/page-metadata';
import { personGraph, StructuredData } from '@/features/articles/ui/site/structured-data';
import { authorAddress } from '@/lib/public-addresses';
import { NoPage } from '../../no-page';
import { readFrame } from '../../read-frame';

interface Address {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

const read = async ({ params, searchParams }: Address) => {
  const [{ slug }, { before }] = await Promise.all([params, searchParams]);
  return Promise.all([readFrame(), readAuthorPage(`/author/${slug}`, before)]);
};

export async function generateMetadata(address: Address): Promise<Metadata> {
  const [site, page] = await read(address);
  if (page.state !== 'live') return noPageMetadata(page.state, site);
  const { name, slug, bio } = page.author;
  return listMetadata(
    {
      ...page,
      title: name,
      description: bio || site.words.paper.lists.author(name, site.siteName),
      feedOf: { name, href: authorAddress(slug) },
    },
    site,
  );
}

export default async function AuthorPage(address: Address) {
  const [site, page] = await read(address);
  if (page.state !== 'live') return <NoPage state={page.state} site={site} />;
  const { author } = page;
  const href = authorAddress(author.slug);
  return (
    <>
      <ListPage
        {...page}
        title={author.name}
        description={author.bio}
        feedHref={`${href}/feed.xml`}
        site={site}
      />
      <StructuredData graph={[personGraph({ ...author, href }, site)]} />
    </>
  );
}
