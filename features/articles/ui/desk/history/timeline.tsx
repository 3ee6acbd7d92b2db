import { Badge, type Tone } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import type { Mark, VersionGroup, VersionLine } from '../../../history-rules';
import type { HistoryPage } from '../../../queries/history';
import { DeskTime } from '../list/desk-time';
import { historyHref } from './history-address';

interface TimelineProps {
  articleId: number;
  page: HistoryPage;
  chosenId: number;
  headRevisionId: number;
  liveRevisionId: number | null;
  before: number | undefined;
  timeZone: string;
}

/** The versions, newest first: a sitting is one line that opens, a milestone stands out. */
export function Timeline(props: TimelineProps) {
  const { articleId, page, before } = props;
  const { groups, next } = page;
  return (
    <section aria-labelledby="versions-title" className="space-y-2">
      <h2 id="versions-title" className="font-semibold text-base">
        Versions
      </h2>
      {groups.length === 0 && (
        <EmptyState title="That was the first">There are no older versions.</EmptyState>
      )}
      <ol className="divide-y divide-rule border-rule border-y">
        {groups.map((group, n) => (
          <li key={group.newest.id}>
            <Sitting {...props} group={group} earlier={groups[n + 1]?.newest.id} />
          </li>
        ))}
      </ol>
      <Pagination
        label="Pages of versions"
        previousHref={before ? historyHref(articleId, {}) : null}
        previousLabel="Newest"
        nextHref={next ? historyHref(articleId, { before: next }) : null}
      />
    </section>
  );
}

interface SittingProps extends TimelineProps {
  group: VersionGroup;
  /** The newest version of the sitting before: what this one began with. */
  earlier: number | undefined;
}

function Sitting({ group: { newest, others }, earlier, ...around }: SittingProps) {
  const { articleId, before, chosenId, timeZone } = around;
  const holdsChosen = others.some(({ id }) => id === chosenId);
  return (
    <>
      <Line
        {...around}
        version={newest}
        href={historyHref(articleId, { version: newest.id, against: earlier, before })}
        saves={others.length + 1}
      />
      {others.length > 0 && (
        <details open={holdsChosen} className="ps-3 text-xs">
          <summary className="cursor-pointer pb-2 text-muted">
            {others.length} {others.length === 1 ? 'save' : 'saves'} before it, from{' '}
            <DeskTime at={others.at(-1)?.createdAt ?? newest.createdAt} timeZone={timeZone} seconds />
          </summary>
          <ol className="mb-2 max-h-80 overflow-y-auto border-rule border-s">
            {others.map((version) => (
              <li key={version.id}>
                <a
                  href={historyHref(articleId, { version: version.id, before })}
                  aria-current={version.id === chosenId ? 'true' : undefined}
                  className="flex justify-between gap-2 px-2 py-1 no-underline hover:bg-sunken aria-[current]:bg-accent-ground"
                >
                  <DeskTime at={version.createdAt} timeZone={timeZone} seconds />
                  <span className="text-muted tabular-nums">{words(version)}</span>
                </a>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

type LineProps = TimelineProps & { version: VersionLine; href: string; saves: number };

const Line = ({ version, href, saves, chosenId, headRevisionId, liveRevisionId, timeZone }: LineProps) => (
  <a
    href={href}
    aria-current={version.id === chosenId ? 'true' : undefined}
    className="block space-y-1 border-transparent border-s-2 px-2 py-2 no-underline hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-ground"
  >
    <span className="flex justify-between gap-2">
      <span className={version.marks.length > 0 ? 'font-semibold' : ''}>
        {nameOf(version) ?? <DeskTime at={version.createdAt} timeZone={timeZone} seconds />}
      </span>
      <span className="text-muted text-xs tabular-nums">{words(version)}</span>
    </span>
    <span className="flex flex-wrap gap-1">
      {version.id === headRevisionId && <Badge>newest</Badge>}
      {version.id === liveRevisionId && <Badge tone="success">readers see it</Badge>}
      {version.marks.map((mark) =>
        mark.kind === 'named' ? null : (
          <Badge key={`${mark.kind} ${mark.at.getTime()}`} tone={tones[mark.kind]}>
            {markWords[mark.kind]} <DeskTime at={mark.at} timeZone={timeZone} />
          </Badge>
        ),
      )}
    </span>
    <span className="block text-muted text-xs">
      {[version.createdBy, saves > 1 && `${saves} saves`].filter(Boolean).join(' · ')}
      {nameOf(version) && (
        <>
          {' · '}
          <DeskTime at={version.createdAt} timeZone={timeZone} />
        </>
      )}
    </span>
  </a>
);

const words = ({ words: count }: VersionLine): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'word' : 'words'}`;

export const nameOf = ({ marks }: { marks: Mark[] }): string | null =>
  marks.flatMap((mark) => (mark.kind === 'named' ? mark.name : []))[0] ?? null;

const markWords = {
  submitted: 'submitted',
  approved: 'approved',
  restored: 'brought back',
  publish: 'published',
  update: 'updated',
} as const;

const tones: Record<keyof typeof markWords, Tone> = {
  submitted: 'info',
  approved: 'info',
  restored: 'neutral',
  publish: 'success',
  update: 'success',
};
