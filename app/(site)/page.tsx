import type { Metadata } from 'next';
import { readFront } from '@/features/articles/read/lists';
import { FrontPageView } from '@/features/articles/ui/site/front-page';
import { listMetadata } from '@/features/articles/ui/site/page-metadata';
import { frontGraph, StructuredData } from '@/features/articles/ui/site/structured-data';
import { readFrame } from './read-frame';

export async function generateMetadata(): Promise<Metadata> {
  const site = await readFrame();
  const title = site.tagline ? `${site.siteName}: ${site.tagline}` : site.siteName;
  return listMetadata(
    { title: { absolute: title }, description: site.description || site.tagline, href: '/' },
    site,
  );
}

export default async function Front() {
  const [site, front] = await Promise.all([readFrame(), readFront()]);
  return (
    <>
      <FrontPageView front={front} site={site} />
      <StructuredData graph={frontGraph(site)} />
    </>
  );
}
