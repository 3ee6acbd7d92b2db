import type { Metadata } from 'next';
import { listMetadata } from '@/features/articles/ui/site/page-metadata';
import { readNewsletters } from '@/features/newsletter/read/site';
import { NewslettersPage } from '@/features/newsletter/ui/site/newsletters-page';
import { readFrame } from '../read-frame';

export async function generateMetadata(): Promise<Metadata> {
  const site = await readFrame();
  const { title, lead } = site.words.newsletter;
  return listMetadata({ title, description: lead(site.siteName), href: '/newsletter' }, site);
}

export default async function Newsletters() {
  const [site, found] = await Promise.all([readFrame(), readNewsletters()]);
  return <NewslettersPage {...found} siteName={site.siteName} locality={site} words={site.words} />;
}
