import type { Metadata } from 'next';
import { readAuthorsForDesk } from '@/features/taxonomy/read';
import { AuthorsPage } from '@/features/taxonomy/ui/desk/authors-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Authors' };

export default async function DeskAuthorsPage() {
  const list = await readAuthorsForDesk();
  return list ? <AuthorsPage {...list} /> : <NoEntry />;
}
