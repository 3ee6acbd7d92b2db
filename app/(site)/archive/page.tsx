import type { Metadata } from 'next';
import { readArchive } from '@/features/articles/read/lists';
import { ArchivePage } from '@/features/articles/ui/site/archive-page';
import { listMetadata } from '@/features/articles/ui/site/page-metadata';
import { readFrame } from '../read-frame';

export async function generateMetadata(): Promise<Metadata> {
  const site = await readFrame();
  const { archiveIndex, archiveIndexDescription } = site.words.paper.lists;
  const description = archiveIndexDescription(site.siteName);
  return listMetadata({ title: archiveIndex, description, href: '/archive' }, site);
}

export default async function Archive() {
  const [site, months] = await Promise.all([readFrame(), readArchive()]);
  return <ArchivePage months={months} site={site} />;
}
