import { CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Status, type Tone } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { deskHref } from '../../../front-rules';
import type { ArrangementLine } from '../../../queries/arrangements';
import type { PlannedLine } from '../../../queries/ledger';
import { latenessWords } from '../history/lateness';
import { byDay } from './by-day';

export interface ScheduledLine {
  key: string;
  at: Date;
  /** What happens, in a word: "Goes live". */
  what: string;
  tone: Tone;
  title: string;
  /** Null where this person has no business. */
  href: string | null;
  note?: ReactNode;
}

interface SchedulePageProps {
  now: Date;
  isFirst: boolean;
  planned: PlannedLine[];
  next: string | null;
  overdue: PlannedLine[];
  troubled: PlannedLine[];
  applied: PlannedLine[];
  embargoes: { articleId: number; title: string; embargoAt: Date }[];
  bar: { text: string; lowerAt: Date } | null;
  /** Planned changes of pages; null on later pages of the list. */
  pages: Record<'coming' | 'overdue' | 'late' | 'done', PageChange[]> | null;
  /** What other parts of the newsroom have planned. */
  others: ScheduledLine[];
  paper: { timeZone: string };
}

type PageChange = ArrangementLine & { mayCurate: boolean };

/** Everything that happens by itself, by the paper's days, and what came of it with its lateness (D8). */
export function SchedulePage(props: SchedulePageProps) {
  const { now, isFirst, planned, next, embargoes, bar, pages, others, paper } = props;
  const { timeZone } = paper;
  const { overdue, troubled, applied } = linesOf(props);
  const coming: ScheduledLine[] = [
    ...planned.map((line) => asLine(line)),
    ...(pages?.coming.map((line) => asPageLine(line)) ?? []),
    ...embargoes.map(({ articleId, title, embargoAt }) => ({
      key: `embargo ${articleId}`,
      at: embargoAt,
      what: 'Embargo lifts',
      tone: 'neutral' as const,
      title,
      href: `/admin/articles/${articleId}`,
      note: 'Nothing is published by that.',
    })),
    ...(bar
      ? [
          {
            key: 'bar',
            at: bar.lowerAt,
            what: 'Bar comes down',
            tone: 'neutral' as const,
            title: bar.text,
            href: '/admin/front',
          },
        ]
      : []),
    ...others,
  ];
  return (
    <>
      <PageHeader
        title="Schedule"
        description={`What happens by itself, and what came of it. Times are those of ${timeZone.replaceAll('_', ' ')}.`}
      />
      {isFirst && overdue.length > 0 && (
        <div className="mb-8">
          <Notice tone="danger" title="Overdue now" announce="status">
            <Lines lines={overdue} timeZone={timeZone} withDay />
          </Notice>
        </div>
      )}
      {isFirst && troubled.length > 0 && (
        <Part title="Not as planned, in the last seven days">
          <Lines lines={troubled} timeZone={timeZone} withDay />
        </Part>
      )}
      {coming.length === 0 ? (
        <EmptyState
          title={isFirst ? 'Nothing is planned' : 'That was the last'}
          icon={<CalendarClock />}
          action={!isFirst && <ButtonLink href="/admin/schedule">The next things</ButtonLink>}
        >
          {isFirst &&
            'Publications, updates and withdrawals at a time come here, with planned changes of pages, embargoes, the breaking bar and newsletters.'}
        </EmptyState>
      ) : (
        byDay(coming, timeZone).map(([day, lines]) => (
          <Part key={day} title={dayTitle(lines[0]?.at ?? now, timeZone)}>
            <Lines lines={lines} timeZone={timeZone} />
          </Part>
        ))
      )}
      <Pagination
        label="Pages of the schedule"
        previousHref={isFirst ? null : '/admin/schedule'}
        previousLabel="Soonest"
        nextHref={next ? `/admin/schedule?${new URLSearchParams({ after: next })}` : null}
      />
      {isFirst && applied.length > 0 && (
        <Part title="Done in the last two days">
          <Lines lines={applied} timeZone={timeZone} withDay />
        </Part>
      )}
    </>
  );
}

/** What did not come yet, or not as planned, and what did: stories and pages in one order. */
function linesOf({ now, overdue, troubled, applied, pages }: SchedulePageProps) {
  const missing = ({ effectiveAt }: { effectiveAt: Date }) =>
    `${latenessWords(now.getTime() - effectiveAt.getTime())}, and not done yet`;
  const late = ({ failure, latenessMs }: Pick<PlannedLine, 'failure' | 'latenessMs'>) =>
    failure ?? latenessWords(latenessMs ?? 0);
  const both = (
    lines: PlannedLine[],
    changes: PageChange[] = [],
    note: (line: PlannedLine | PageChange) => string,
  ) => [
    ...lines.map((line) => asLine(line, note(line))),
    ...changes.map((line) =>
      asPageLine(line, line.appliedBy ? `by ${line.appliedBy}, ahead of its time` : note(line)),
    ),
  ];
  return {
    overdue: both(overdue, pages?.overdue, missing).sort((a, b) => a.at.getTime() - b.at.getTime()),
    troubled: both(troubled, pages?.late, late).sort((a, b) => b.at.getTime() - a.at.getTime()),
    applied: both(applied, pages?.done, late).sort((a, b) => b.at.getTime() - a.at.getTime()),
  };
}

function asPageLine(line: PageChange, note?: string): ScheduledLine {
  const plan = line.appliedAt || line.failure ? '' : `?plan=${line.id}`;
  return {
    key: `arrangement ${line.id}`,
    at: line.effectiveAt,
    what: line.failure ? 'Not done' : line.appliedAt ? 'Page changed' : 'Page changes',
    tone: line.failure ? 'danger' : 'neutral',
    title: line.name ? `${line.pageName}: ${line.name}` : line.pageName,
    href: line.mayCurate ? `${deskHref(line.page)}${plan}` : null,
    note: notes(note, line),
  };
}

const notes = (note: string | undefined, { createdBy }: { createdBy: string | null }): string =>
  [note, createdBy && `planned by ${createdBy}`].filter(Boolean).join(' · ');

const says = {
  publish: { coming: 'Goes live', done: 'Went live', tone: 'success' },
  update: { coming: 'Is updated', done: 'Was updated', tone: 'info' },
  withdraw: { coming: 'Is withdrawn', done: 'Was withdrawn', tone: 'warning' },
  kill: { coming: 'Is killed', done: 'Was killed', tone: 'danger' },
} as const;

function asLine(line: PlannedLine, note?: string): ScheduledLine {
  const { coming, done, tone } = says[line.kind];
  return {
    key: `publication ${line.id}`,
    at: line.effectiveAt,
    what: line.failure ? 'Not done' : line.appliedAt ? done : coming,
    tone: line.failure ? 'danger' : tone,
    title: line.title,
    href: `/admin/articles/${line.articleId}`,
    note: notes(note, line),
  };
}

const dayTitle = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone }).format(at);

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title} className="mb-8">
    <h2 className="mb-2 font-semibold text-base">{title}</h2>
    {children}
  </section>
);

function Lines({
  lines,
  timeZone,
  withDay = false,
}: {
  lines: ScheduledLine[];
  timeZone: string;
  withDay?: boolean;
}) {
  const time = new Intl.DateTimeFormat('en-GB', {
    ...(withDay && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone,
  });
  return (
    <ul className="@container divide-y divide-rule border-rule border-y">
      {lines.map(({ key, at, what, tone, title, href, note }) => (
        <li
          key={key}
          className="grid grid-cols-[minmax(0,1fr)] items-baseline gap-x-4 gap-y-0.5 py-2.5 @2xl:grid-cols-[9rem_9rem_minmax(0,1fr)]"
        >
          <time dateTime={at.toISOString()} className="whitespace-nowrap text-ink tabular-nums">
            {time.format(at)}
          </time>
          <Status tone={tone}>{what}</Status>
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {href ? (
              <a href={href} className="font-serif text-base no-underline hover:underline" dir="auto">
                {title || 'Untitled story'}
              </a>
            ) : (
              <span className="font-serif text-base" dir="auto">
                {title}
              </span>
            )}
            {note && <span className="block text-muted text-xs">{note}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
