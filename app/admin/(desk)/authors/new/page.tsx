import type { Metadata } from 'next';
import { readAuthorsForDesk } from '@/features/taxonomy/read';
import { NewAuthorPage } from '@/features/taxonomy/ui/desk/author-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'New author' };

export default async function DeskNewAuthorPage() {
  const list = await readAuthorsForDesk();
  return list ? <NewAuthorPage staff={list.staff} /> : <NoEntry />;
}
