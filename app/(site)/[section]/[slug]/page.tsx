import type { Metadata } from 'next';
import { readArticle } from '@/features/articles/read/article';
import { articleMetadata, noPageMetadata } from '@/features/articles/ui/site/page-metadata';
import { NoPage } from '../../no-page';
import { readFrame } from '../../read-frame';
import { Story } from '../../story';

interface Address {
  params: Promise<{ section: string; slug: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { section, slug } = await params;
  const [site, found] = await Promise.all([readFrame(), readArticle(`/${section}/${slug}`)]);
  return found.state === 'live' ? articleMetadata(found.article, site) : noPageMetadata(found.state, site);
}

export default async function ArticleAt({ params, searchParams }: Address) {
  const [{ section, slug }, { after }] = await Promise.all([params, searchParams]);
  const [site, found] = await Promise.all([readFrame(), readArticle(`/${section}/${slug}`)]);
  if (found.state !== 'live') return <NoPage state={found.state} site={site} />;
  return <Story article={found.article} site={site} after={after} />;
}
