import type { Metadata } from 'next';
import type { SearchAddress } from '@/features/search/input';
import { readSearch } from '@/features/search/read';
import { SearchPage } from '@/features/search/ui/site/search-page';
import { readFrame } from '../read-frame';

interface Address {
  searchParams: Promise<SearchAddress>;
}

/** Finds are for people: search engines are told to stay out of the endless pages of a search. */
export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  const [site, { q }] = await Promise.all([readFrame(), searchParams]);
  const words = site.words.search;
  const asked = (Array.isArray(q) ? q[0] : q)?.trim();
  return {
    title: asked ? words.titleOf(asked) : words.title,
    description: words.description(site.siteName),
    robots: { index: false },
  };
}

export default async function Search({ searchParams }: Address) {
  const [site, page] = await Promise.all([readFrame(), searchParams.then(readSearch)]);
  return <SearchPage page={page} site={site} />;
}
