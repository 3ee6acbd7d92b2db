'use client';

import { GripVertical } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client';
import { Dialog, DialogContent, DialogTitle } from '@/components/ui/dialog.client';
import { toast } from '@/components/ui/toast.client';
import { planArticleAction } from '../../../actions';
import { type BoardAct, type BoardColumn, boardColumns } from '../../../board-rules';
import { findColumnAction } from '../../../planning-actions';
import type { BoardCard, BoardPage } from '../../../queries/board';
import { ask } from '../ask';
import { DeskTime } from '../list/desk-time';
import { stateLabel } from '../state-badge';
import { doAct } from './use-board-acts.client';
import { useCarrying } from './use-carrying.client';
import { WhenDialog } from './when-dialog.client';

interface Column {
  column: BoardColumn;
  count: number;
  page: BoardPage;
}

interface StageBoardProps {
  columns: Column[];
  tomorrow: string;
  timeZone: string;
}

const refreshMs = 20_000;

/** Columns of cards. What a card may not be put into is dimmed while it is carried. */
export function StageBoard({ columns, tomorrow, timeZone }: StageBoardProps) {
  const router = useRouter();
  const [more, setMore] = useState<Partial<Record<BoardColumn, BoardPage>>>({});
  const [placed, setPlaced] = useState<{ of: Column[]; to: Map<string, BoardColumn> }>();
  const [asking, setAsking] = useState<{ card: BoardCard; act: 'schedule' | 'publish' } | null>(null);
  const [choosing, setChoosing] = useState<BoardCard | null>(null);
  // What was put down stands there until the server's own columns come.
  const to = placed?.of === columns ? placed.to : new Map<string, BoardColumn>();
  const cards = distinct(
    columns.flatMap(({ column, page }) => [...page.cards, ...(more[column]?.cards ?? [])]),
  );
  const cardOf = (key: string) => cards.find((card) => keyOf(card) === key);
  const columnOf = (card: BoardCard) => to.get(keyOf(card)) ?? card.column;
  const put = (key: string, column: BoardColumn | null) => {
    const next = new Map(to);
    if (column) next.set(key, column);
    else next.delete(key);
    setPlaced({ of: columns, to: next });
  };
  const accepts = (key: string, column: BoardColumn) => cardOf(key)?.moves[column] !== undefined;

  const act = async (card: BoardCard, what: Exclude<BoardAct, 'schedule'>, column: BoardColumn) => {
    put(keyOf(card), column);
    const answer = await doAct(card, what, card.moves.approved !== undefined || card.stage === 'approved');
    if (answer.ok) return;
    put(keyOf(card), null);
    // Most often somebody else was quicker: what is true now is fetched with it.
    router.refresh();
    return answer.sentence;
  };
  const onDrop = async (key: string, column: BoardColumn) => {
    const card = cardOf(key);
    const what = card?.moves[column];
    if (!card || !what) return;
    if (what === 'schedule' || what === 'publish') return setAsking({ card, act: what });
    const sentence = await act(card, what, column);
    if (sentence) toast.error(sentence);
  };
  const { carried, card, handle, target } = useCarrying<BoardColumn>({
    step: (from, arrow, key) =>
      nextColumn(from, arrow, (column) => column === cardOf(key)?.column || accepts(key, column)),
    onDrop,
    accepts,
  });
  useRefresh(carried !== null || asking !== null);
  const lifted = carried ? cardOf(carried.key) : undefined;

  return (
    <>
      <div className="-mx-1 flex snap-x gap-3 overflow-x-auto px-1 pb-4">
        {columns.map(({ column, count, page }) => {
          const shown = cards.filter((each) => columnOf(each) === column);
          const possible =
            lifted === undefined || lifted.column === column || lifted.moves[column] !== undefined;
          const next = more[column] ? more[column].next : page.next;
          return (
            <section
              key={column}
              aria-label={labels[column]}
              data-column={column}
              {...target(column)}
              className={classNames(
                'min-w-64 flex-1 shrink-0 snap-start rounded-md md:min-w-44 border border-rule bg-sunken p-2',
                !possible && 'opacity-40',
                carried?.over === column && 'outline-2 outline-accent -outline-offset-2',
              )}
            >
              <h2 className="mb-2 flex items-center justify-between gap-2 px-1 font-medium text-sm">
                {labels[column]}
                <Badge>{count.toLocaleString('en')}</Badge>
              </h2>
              {!possible && <p className="px-1 pb-1 text-xs">Not possible from here</p>}
              <ul className="min-h-24 space-y-1.5">
                {shown.map((each) => (
                  <CardLine
                    key={each.articleId}
                    line={each}
                    timeZone={timeZone}
                    lifted={carried?.key === keyOf(each)}
                    card={card}
                    handle={handle(keyOf(each), columnOf(each))}
                    onChoose={() => setChoosing(each)}
                  />
                ))}
              </ul>
              {shown.length === 0 && <p className="px-1 text-muted text-xs">{empty[column]}</p>}
              {next && (
                <Button
                  size="small"
                  variant="quiet"
                  onClick={async () => {
                    const answer = await ask(findColumnAction, { column, after: next });
                    if (!answer.ok) return toast.error(answer.sentence);
                    const before = more[column]?.cards ?? [];
                    setMore({
                      ...more,
                      [column]: { ...answer.result, cards: [...before, ...answer.result.cards] },
                    });
                  }}
                >
                  More of “{labels[column]}”
                </Button>
              )}
            </section>
          );
        })}
      </div>
      <p
        role="status"
        className="fixed inset-x-4 bottom-[calc(1rem+var(--foot))] z-30 mx-auto max-w-xl rounded-lg border border-edge bg-raised px-4 py-2 text-center text-sm empty:hidden"
      >
        {carried?.byKeyboard && carried.over && lifted && (
          <>
            “{lifted.title || 'Untitled story'}” to {labels[carried.over]}. Arrows carry it, Space puts it
            down, Escape puts it back.
          </>
        )}
      </p>
      {choosing && (
        <Dialog open onOpenChange={(open) => !open && setChoosing(null)}>
          <DialogContent width="small">
            <DialogTitle>Move “{choosing.title || 'Untitled story'}”</DialogTitle>
            <ul className="grid gap-2">
              {boardColumns
                .filter((column) => choosing.moves[column])
                .map((column) => (
                  <li key={column} className="grid">
                    <Button
                      onClick={() => {
                        setChoosing(null);
                        void onDrop(keyOf(choosing), column);
                      }}
                    >
                      {labels[column]}
                    </Button>
                  </li>
                ))}
            </ul>
          </DialogContent>
        </Dialog>
      )}
      {asking?.act === 'schedule' && (
        <WhenDialog
          title={`Publish “${asking.card.title}”`}
          says="It goes live by itself, as it is saved now."
          confirmLabel="Schedule"
          wallClock={`${tomorrow}T09:00:00`}
          timeZone={timeZone}
          onClose={() => setAsking(null)}
          onSend={async (wallClock, which) => {
            const { articleId, title } = asking.card;
            const answer = await ask(planArticleAction, { articleId, kind: 'publish', wallClock, which });
            if (answer.ok) toast(`“${title}” is planned.`);
            return answer;
          }}
        />
      )}
      {asking?.act === 'publish' && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(null)}
          title={`Publish “${asking.card.title}” now?`}
          confirmLabel="Publish now"
          tone="primary"
          onConfirm={() => act(asking.card, 'publish', 'live')}
        >
          Readers see it the moment it goes live, on every page where it belongs.
        </ConfirmDialog>
      )}
    </>
  );
}

const keyOf = ({ articleId }: BoardCard): string => `card-${articleId}`;

const distinct = (cards: BoardCard[]): BoardCard[] =>
  [...new Map(cards.toReversed().map((card) => [card.articleId, card])).values()].toReversed();

function nextColumn(
  from: BoardColumn,
  arrow: string,
  fits: (column: BoardColumn) => boolean,
): BoardColumn | null {
  const way = arrow === 'ArrowRight' ? 1 : arrow === 'ArrowLeft' ? -1 : 0;
  if (way === 0) return null;
  for (let at = boardColumns.indexOf(from) + way; ; at += way) {
    const column = boardColumns[at];
    if (!column) return null;
    if (fits(column)) return column;
  }
}

/** Counts and cards follow what others do, while the page is looked at and nothing is in hand. */
function useRefresh(busy: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (busy) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), refreshMs);
    return () => clearInterval(timer);
  }, [busy, router]);
}

const labels = {
  draft: stateLabel('draft'),
  in_review: stateLabel('in_review'),
  approved: stateLabel('approved'),
  scheduled: stateLabel('scheduled'),
  live: 'Live today',
} as const satisfies Record<BoardColumn, string>;

const empty = {
  draft: 'Nobody has a draft.',
  in_review: 'Nothing waits for an editor.',
  approved: 'Nothing stands approved.',
  scheduled: 'Nothing is planned.',
  live: 'Nothing was published today yet.',
} as const satisfies Record<BoardColumn, string>;

interface CardLineProps {
  line: BoardCard;
  timeZone: string;
  lifted: boolean;
  card: ReturnType<typeof useCarrying<BoardColumn>>['card'];
  handle: ReturnType<ReturnType<typeof useCarrying<BoardColumn>>['handle']>;
  /** A press of the pointer asks where to; a key picks up. */
  onChoose: () => void;
}

function CardLine({ line, timeZone, lifted, card, handle, onChoose }: CardLineProps) {
  const { articleId, title, section, assignee, dueAt, at, column, moves } = line;
  const name = title || 'Untitled story';
  const movable = Object.keys(moves).length > 0;
  return (
    <li
      {...(movable && card(keyOf(line), name, true))}
      className={classNames(
        'flex items-start gap-0.5 rounded-sm border border-rule bg-raised py-1.5 ps-2 text-sm',
        movable && 'cursor-grab',
        lifted && 'opacity-50',
      )}
    >
      <div className="min-w-0 flex-1">
        <a
          href={`/admin/articles/${articleId}`}
          draggable={false}
          className="line-clamp-3 font-serif leading-snug no-underline [overflow-wrap:anywhere] hover:underline"
        >
          <bdi>{name}</bdi>
        </a>
        <p className="mt-0.5 text-muted text-xs">
          {[section, assignee].filter(Boolean).join(' · ')}
          {(section || assignee) && ' · '}
          {column === 'scheduled' && 'goes live '}
          {dueAt && ['draft', 'in_review', 'approved'].includes(column) ? (
            <>
              due <DeskTime at={dueAt} timeZone={timeZone} />
            </>
          ) : (
            <DeskTime at={at} timeZone={timeZone} />
          )}
        </p>
      </div>
      {movable && (
        <button
          type="button"
          {...handle}
          aria-label={`Move “${name}” from ${labels[column]}`}
          title="Drag, or Space and the arrows; press to choose"
          onClick={(event) => event.detail > 0 && onChoose()}
          className="grid min-h-6 min-w-6 shrink-0 cursor-grab place-items-center self-stretch text-muted hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11 [&_svg]:size-4"
        >
          <GripVertical aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
