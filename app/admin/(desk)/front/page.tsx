import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readBarForDesk, readCuratedPages, readCuration } from '@/features/articles/read/curation';
import { FrontDeskPage } from '@/features/articles/ui/desk/front/front-desk-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Front page' };

type Search = Promise<{ bar?: string | string[] }>;

export default async function DeskFrontPage({ searchParams }: { searchParams: Search }) {
  const [curation, breaking, { bar }] = await Promise.all([
    readCuration({ name: 'front', sectionId: null }),
    readBarForDesk(),
    searchParams,
  ]);
  if (curation) return <FrontDeskPage curation={curation} breaking={breaking} raising={bar === 'raise'} />;
  // An editor of some sections begins at the first of them.
  const [own] = await readCuratedPages();
  if (own) redirect(own.href);
  return <NoEntry />;
}
