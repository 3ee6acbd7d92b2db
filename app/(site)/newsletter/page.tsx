import type { Metadata } from 'next';
import { listMetadata } from '@/features/articles/ui/site/page-metadata';
import { consentNow, readNewsletters } from '@/features/newsletter/read/site';
import { NewslettersPage } from '@/features/newsletter/ui/site/newsletters-page';
import { readSite } from '@/features/settings/read';
import { readFrame } from '../read-frame';

export async function generateMetadata(): Promise<Metadata> {
  const site = await readFrame();
  const { title, lead } = site.words.newsletter;
  return listMetadata({ title, description: lead(site.siteName), href: '/newsletter' }, site);
}

export default async function Newsletters() {
  const [site, settings, found] = await Promise.all([readFrame(), readSite(), readNewsletters()]);
  return (
    <NewslettersPage
      {...found}
      siteName={site.siteName}
      consent={consentNow(settings)}
      locality={site}
      words={site.words}
    />
  );
}
