import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { frontDeskInput } from '@/features/articles/front-input';
import { readBarForDesk, readCuratedPages, readCuration } from '@/features/articles/read/curation';
import { FrontDeskPage } from '@/features/articles/ui/desk/front/front-desk-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Front page' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function DeskFrontPage({ searchParams }: { searchParams: Search }) {
  const asked = await searchParams;
  const [curation, breaking] = await Promise.all([
    readCuration({ name: 'front', sectionId: null }, frontDeskInput.parse(asked).plan),
    readBarForDesk(),
  ]);
  if (curation)
    return <FrontDeskPage curation={curation} breaking={breaking} raising={asked.bar === 'raise'} />;
  // An editor of some sections begins at the first of them.
  const [own] = await readCuratedPages();
  if (own) redirect(own.href);
  return <NoEntry />;
}
