import { decisions } from '@/features/comments/input';
import { readQueue } from '@/features/comments/read';
import { QueuePage } from '@/features/comments/ui/desk/queue-page';
import { readSite } from '@/features/settings/read';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata = { title: 'Comments' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function CommentsPage({ searchParams }: { searchParams: Search }) {
  const { state: asked, before } = await searchParams;
  const state = decisions.find((one) => one === asked) ?? 'held';
  const [queue, site] = await Promise.all([
    readQueue(state, typeof before === 'string' ? before : undefined),
    readSite(),
  ]);
  if (!queue) return <NoEntry />;
  return <QueuePage {...queue} state={state} timeZone={site.timeZone} />;
}
