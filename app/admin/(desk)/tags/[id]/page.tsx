import type { Metadata } from 'next';
import { readTagForDesk } from '@/features/taxonomy/read';
import { TagPage } from '@/features/taxonomy/ui/desk/tag-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Tag' };

export default async function DeskTagPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const tag = await readTagForDesk(/^\d{1,15}$/.test(id) ? Number(id) : 0);
  return tag ? <TagPage tag={tag} /> : <NoEntry />;
}
