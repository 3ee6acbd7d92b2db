import type { Metadata } from 'next';
import { readListsForDesk } from '@/features/newsletter/read/desk';
import { ListsPage } from '@/features/newsletter/ui/desk/lists-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Newsletter lists' };

export default async function DeskListsPage() {
  const page = await readListsForDesk();
  return page ? <ListsPage {...page} /> : <NoEntry />;
}
