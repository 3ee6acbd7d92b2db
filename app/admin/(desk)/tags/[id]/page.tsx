import type { Metadata } from 'next';
import { readSite } from '@/features/settings/read';
import { readTagMerge } from '@/features/taxonomy/read';
import { TagPage } from '@/features/taxonomy/ui/desk/tag-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Tag' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DeskTagPage({ params, searchParams }: Props) {
  const [{ id }, { into }] = await Promise.all([params, searchParams]);
  const [found, { timeZone }] = await Promise.all([
    readTagMerge(/^\d{1,15}$/.test(id) ? Number(id) : 0, typeof into === 'string' ? into : ''),
    readSite(),
  ]);
  return found ? <TagPage {...found} timeZone={timeZone} /> : <NoEntry />;
}
