import type { Metadata } from 'next';
import { readTagsForDesk } from '@/features/taxonomy/read';
import { TagsPage } from '@/features/taxonomy/ui/desk/tags-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Tags' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function DeskTagsPage({ searchParams }: { searchParams: Search }) {
  const { q, after } = await searchParams;
  const matching = typeof q === 'string' ? q.slice(0, 80).replaceAll('\0', '') : '';
  const last = typeof after === 'string' && /^\d{1,15}$/.test(after) ? Number(after) : undefined;
  const page = await readTagsForDesk({ matching, after: last });
  return page ? <TagsPage {...page} matching={matching} isFirst={last === undefined} /> : <NoEntry />;
}
