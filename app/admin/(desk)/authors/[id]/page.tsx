import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readAuthorsForDesk } from '@/features/taxonomy/read';
import { AuthorPage } from '@/features/taxonomy/ui/desk/author-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Author' };

export default async function DeskAuthorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const list = await readAuthorsForDesk(/^\d{1,15}$/.test(id) ? Number(id) : 0);
  if (!list) return <NoEntry />;
  const [author] = list.authors;
  if (!author) notFound();
  return <AuthorPage author={author} staff={list.staff} />;
}
