import { MessagesSquare } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import type { QueuePage as Page } from '../../queries';
import type { Decision } from './decision-keys';
import { Moderation } from './moderation.client';

interface QueuePageProps extends Page {
  state: Decision;
  counts: Record<'held' | 'spam', number>;
  timeZone: string;
}

const queues: { state: Decision; label: string }[] = [
  { state: 'held', label: 'Held' },
  { state: 'approved', label: 'Approved' },
  { state: 'spam', label: 'Spam' },
  { state: 'deleted', label: 'Deleted' },
];

const empty = {
  held: {
    title: 'Nothing is waiting',
    words: 'Comments that need a decision before readers see them are listed here, the newest first.',
  },
  approved: {
    title: 'No comments yet',
    words: 'What you approve appears under its story within a second, and here.',
  },
  spam: {
    title: 'No spam',
    words: 'What the checks or a moderator took for spam is kept here, in case they were wrong.',
  },
  deleted: {
    title: 'Nothing was deleted',
    words: 'A deleted comment is gone for readers and can be brought back from here.',
  },
} as const satisfies Record<Decision, { title: string; words: string }>;

/** C5: the moderation desk, one queue at a time. */
export function QueuePage({ comments, nextBefore, counts, state, timeZone }: QueuePageProps) {
  return (
    <>
      <PageHeader
        title="Comments"
        description={<span className="max-sm:hidden pointer-coarse:hidden">Press ? for the keys.</span>}
        actions={<ButtonLink href="/admin/comments/words">Words</ButtonLink>}
      >
        <TabLinks
          label="Queues"
          links={queues.map((queue) => ({
            href: `/admin/comments?state=${queue.state}`,
            label: queue.label,
            current: queue.state === state,
            count: queue.state === 'held' || queue.state === 'spam' ? counts[queue.state] : null,
          }))}
        />
      </PageHeader>
      {comments.length === 0 ? (
        <EmptyState title={empty[state].title} icon={<MessagesSquare />}>
          {empty[state].words}
        </EmptyState>
      ) : (
        <Moderation key={state} comments={comments} state={state} timeZone={timeZone} />
      )}
      <Pagination
        label="Pages of comments"
        nextHref={nextBefore && `/admin/comments?state=${state}&before=${nextBefore}`}
      />
    </>
  );
}
