import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import type { VersionDiff } from '../../../compare-versions';
import type { AskHistory } from '../../../history-input';
import type { HistoryHead, HistoryPage as Page, Version } from '../../../queries/history';
import type { LedgerLine } from '../../../queries/ledger';
import { DeskTime } from '../list/desk-time';
import { StateBadge } from '../state-badge';
import { AsSeenForm } from './as-seen-form.client';
import { ChangeWalker } from './change-walker.client';
import { DiffView } from './diff-view';
import { DiffWords } from './diff-words';
import { historyHref } from './history-address';
import { LedgerTable } from './ledger-table';
import { Timeline } from './timeline';
import { VersionActs } from './version-acts.client';

interface HistoryPageProps {
  head: HistoryHead;
  page: Page;
  ledger: LedgerLine[];
  chosen: Omit<Version, 'body'>;
  against: { id: number; createdAt: Date } | null;
  diff: VersionDiff;
  asked: Pick<AskHistory, 'against' | 'before'>;
  mayEdit: boolean;
  paper: { timeZone: string };
}

/** What became of a story's text and of the story (D9): its versions compared, its ledger, what readers saw when. */
export function HistoryPage(props: HistoryPageProps) {
  const { head, page, ledger, chosen, asked, paper } = props;
  const { articleId } = head;
  const lastSeen = ledger.find(({ appliedAt }) => appliedAt !== null)?.appliedAt;
  return (
    <>
      <PageHeader
        title={
          <>
            <span className="text-muted">History of </span>
            <span dir="auto">{head.title || 'Untitled story'}</span>
          </>
        }
        back={{ href: `/admin/articles/${articleId}`, label: 'Go on writing' }}
        actions={
          <>
            {head.embargoAt && head.embargoAt > new Date() && (
              <span className="text-sm text-warning">
                Embargo until <DeskTime at={head.embargoAt} timeZone={paper.timeZone} seconds />
              </span>
            )}
            <StateBadge state={head.state} />
          </>
        }
      />
      <div className="@container">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 @min-[42rem]:grid-cols-[minmax(0,1fr)_18rem]">
          <Comparison {...props} />
          <Timeline
            articleId={articleId}
            page={page}
            chosenId={chosen.id}
            headRevisionId={head.headRevisionId}
            liveRevisionId={head.liveRevisionId}
            before={asked.before}
            timeZone={paper.timeZone}
          />
        </div>
      </div>
      <section aria-labelledby="ledger-title" className="mt-12 space-y-3">
        <h2 id="ledger-title" className="font-semibold text-base">
          What was published when
        </h2>
        <LedgerTable articleId={articleId} lines={ledger} timeZone={paper.timeZone} />
      </section>
      {lastSeen && (
        <section aria-labelledby="as-seen-title" className="mt-12 space-y-3">
          <h2 id="as-seen-title" className="font-semibold text-base">
            As readers saw it
          </h2>
          <AsSeenForm articleId={articleId} timeZone={paper.timeZone} at={lastSeen.toISOString()} />
        </section>
      )}
    </>
  );
}

function Comparison({ head, chosen, against, diff, asked, mayEdit, paper }: HistoryPageProps) {
  const { timeZone } = paper;
  return (
    <section aria-labelledby="version-title" className="min-w-0 space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 id="version-title" className="font-semibold text-base">
            {chosen.milestone ?? (
              <>
                Version of <DeskTime at={chosen.createdAt} timeZone={timeZone} seconds />
              </>
            )}
          </h2>
          <p className="text-muted text-sm">
            {[chosen.savedBy, `${chosen.words.toLocaleString('en')} words`].filter(Boolean).join(' · ')}
            {chosen.milestone && (
              <>
                {' · '}
                <DeskTime at={chosen.createdAt} timeZone={timeZone} seconds />
              </>
            )}
          </p>
        </div>
        {mayEdit && (
          <VersionActs
            key={chosen.id}
            articleId={head.articleId}
            revisionId={chosen.id}
            headRevisionId={head.headRevisionId}
            milestone={chosen.milestone}
          />
        )}
      </div>
      <TabLinks label="Compared with" links={comparisons(head, chosen.id, asked)} />
      {against && (
        <p className="text-muted text-sm">
          What changed since the version of <DeskTime at={against.createdAt} timeZone={timeZone} seconds />.
        </p>
      )}
      <ChangeWalker key={`${chosen.id} ${against?.id}`} within="comparison" />
      <div id="comparison" className="space-y-5">
        {diff.isSame ? (
          <EmptyState title="No difference">Text and filing are the same in both versions.</EmptyState>
        ) : (
          <Changes diff={diff} />
        )}
      </div>
    </section>
  );
}

function Changes({ diff: { fields, lead, body } }: { diff: VersionDiff }) {
  return (
    <>
      {fields.length > 0 && (
        <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-2 border-rule border-b pb-4 sm:grid-cols-[auto_minmax(0,1fr)]">
          {fields.map(({ name, words }) => (
            <div key={name} className="contents">
              <dt className="text-muted text-sm">{name}</dt>
              <dd className="font-serif text-base [overflow-wrap:anywhere]" dir="auto">
                <DiffWords parts={words} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {lead && (
        <section aria-label="Lead picture" className="border-rule border-b pb-4">
          <h3 className="mb-2 text-muted text-sm">Lead picture</h3>
          <DiffView blocks={lead} />
        </section>
      )}
      <DiffView blocks={body} />
    </>
  );
}

function comparisons(
  { articleId, liveRevisionId, headRevisionId }: HistoryHead,
  version: number,
  { against, before }: HistoryPageProps['asked'],
) {
  const named = against === 'live' || against === 'newest';
  return [
    { label: 'What changed with it', href: historyHref(articleId, { version, before }), current: !named },
    ...(liveRevisionId !== null && liveRevisionId !== version
      ? [
          {
            label: 'Against what readers see',
            href: historyHref(articleId, { version, against: 'live', before }),
            current: against === 'live',
          },
        ]
      : []),
    ...(headRevisionId !== version
      ? [
          {
            label: 'Against the newest',
            href: historyHref(articleId, { version, against: 'newest', before }),
            current: against === 'newest',
          },
        ]
      : []),
  ];
}
