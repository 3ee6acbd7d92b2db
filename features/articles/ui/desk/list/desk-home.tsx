import { CalendarClock, FilePlus2, PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import type { DeskLine } from '../../../queries/desk';
import type { PlannedLine } from '../../../queries/ledger';
import { StateBadge } from '../state-badge';
import { DeskTime } from './desk-time';
import { NewStoryKey } from './new-story-key.client';
import { UnsavedHere } from './unsaved-here.client';

interface DeskHomeProps {
  userId: number;
  name: string;
  mayCreate: boolean;
  mayApprove: boolean;
  planned: PlannedLine[];
  troubled: PlannedLine[];
  mine: DeskLine[];
  waiting: { inReview: number; scheduled: number };
  /** Comments that wait for a moderator; null for who is none. */
  held: number | null;
  paper: { timeZone: string; siteName: string };
}

const kinds = { publish: 'Goes live', update: 'Updated', withdraw: 'Withdrawn', kill: 'Killed' } as const;

/** The desk in the morning: what is about to happen, what went wrong, what one was writing, what waits. */
export function DeskHome(props: DeskHomeProps) {
  const { userId, name, mayCreate, mayApprove, planned, troubled, mine, waiting, held, paper } = props;
  return (
    <>
      {mayCreate && <NewStoryKey />}
      <PageHeader
        title={`Good to see you, ${name.split(' ')[0]}`}
        actions={
          mayCreate && (
            <ButtonLink href="/admin/articles/new" variant="primary" icon={<FilePlus2 />}>
              New story
            </ButtonLink>
          )
        }
      />
      <UnsavedHere userId={userId} />
      {troubled.length > 0 && <Troubled lines={troubled} timeZone={paper.timeZone} />}
      <ul className="mb-8 flex flex-wrap gap-x-8 gap-y-2">
        {mayApprove && (
          <Count href="/admin/articles?state=in_review" count={waiting.inReview} label="in review" />
        )}
        <Count href="/admin/articles?state=scheduled" count={waiting.scheduled} label="scheduled" />
        {held !== null && (
          <Count href="/admin/comments" count={held} label={held === 1 ? 'comment held' : 'comments held'} />
        )}
      </ul>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-2">
        <Part title="What you are writing" href="/admin/articles?mine=1" more="All yours">
          {mine.length === 0 ? (
            <EmptyState title="Nothing under way" icon={<PenLine />}>
              {mayCreate ? 'Begin a story: press n.' : 'Stories that are yours to write show here.'}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-rule border-rule border-y">
              {mine.map((line) => (
                <li
                  key={line.id}
                  className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1 py-2.5"
                >
                  <StoryLink id={line.id} title={line.title} />
                  <StateBadge state={line.state} />
                </li>
              ))}
            </ul>
          )}
        </Part>
        <Part title="The next seven days" href="/admin/schedule" more="The whole schedule">
          {planned.length === 0 ? (
            <EmptyState title="Nothing is planned" icon={<CalendarClock />}>
              A story comes here when it is to be published, updated or withdrawn at a time.
            </EmptyState>
          ) : (
            <ul className="divide-y divide-rule border-rule border-y">
              {planned.map((line) => (
                <li
                  key={line.id}
                  className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1 py-2.5"
                >
                  <StoryLink id={line.articleId} title={line.title} />
                  <span className="text-muted text-xs">
                    {kinds[line.kind]} <DeskTime at={line.effectiveAt} timeZone={paper.timeZone} seconds />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Part>
      </div>
    </>
  );
}

const StoryLink = ({ id, title }: { id: number; title: string }) => (
  <a
    href={`/admin/articles/${id}`}
    className="min-w-0 flex-[1_1_10rem] font-serif text-base no-underline [overflow-wrap:anywhere] hover:underline"
    dir="auto"
  >
    {title || 'Untitled story'}
  </a>
);

function Count({ href, count, label }: { href: string; count: number; label: string }) {
  return (
    <li>
      <a
        href={href}
        className="flex items-baseline gap-2 no-underline hover:underline max-sm:flex-col max-sm:gap-0"
      >
        <span className="font-serif text-3xl tabular-nums">{count.toLocaleString('en')}</span>
        <span className="text-muted text-sm">{label}</span>
      </a>
    </li>
  );
}

function Part({
  title,
  href,
  more,
  children,
}: {
  title: string;
  href: string;
  more: string;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="font-semibold text-base">{title}</h2>
        <a href={href} className="text-muted text-sm">
          {more}
        </a>
      </div>
      {children}
    </section>
  );
}

function Troubled({ lines, timeZone }: { lines: PlannedLine[]; timeZone: string }) {
  return (
    <div className="mb-8">
      <Notice tone="danger" title="Not everything went as planned" announce="status">
        <ul className="mt-1 space-y-1 [overflow-wrap:anywhere]">
          {lines.map((line) => (
            <li key={line.id}>
              <a href={`/admin/articles/${line.articleId}`}>{line.title || 'Untitled story'}</a>, planned for{' '}
              <DeskTime at={line.effectiveAt} timeZone={timeZone} seconds />:{' '}
              {line.failure ?? `it came ${Math.round((line.latenessMs ?? 0) / 1000)} seconds late.`}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
