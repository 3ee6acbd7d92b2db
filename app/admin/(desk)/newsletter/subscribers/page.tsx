import type { Metadata } from 'next';
import { readSubscribers } from '@/features/newsletter/read/desk';
import { SubscribersPage } from '@/features/newsletter/ui/desk/subscribers-page';
import { readSite } from '@/features/settings/read';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Newsletter readers' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function DeskSubscribersPage({ searchParams }: { searchParams: Search }) {
  const { q, before } = await searchParams;
  const matching = typeof q === 'string' ? q.slice(0, 254).replaceAll('\0', '') : '';
  const last = typeof before === 'string' && /^\d{1,15}$/.test(before) ? Number(before) : undefined;
  const [page, { timeZone }] = await Promise.all([readSubscribers({ matching, before: last }), readSite()]);
  if (!page) return <NoEntry />;
  return <SubscribersPage {...page} matching={matching} isFirst={last === undefined} timeZone={timeZone} />;
}
