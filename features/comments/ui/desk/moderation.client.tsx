'use client';

import { useCallback, useEffect, useRef, useState, useTransition } from 'react';
import { toast } from '@/components/ui/toast.client';
import { isTyping } from '@/lib/shortcuts';
import { decideCommentsAction } from '../../actions';
import type { QueuedComment } from '../../queries';
import { type Decision, decisionKeys } from './decision-keys';
import { ModerationRow } from './moderation-row.client';

export interface ModerationProps {
  comments: QueuedComment[];
  state: Decision;
  timeZone: string;
}

interface Decided {
  id: number;
  before: Decision;
}

const past = {
  approved: 'Approved',
  held: 'Held',
  spam: 'Marked as spam',
  deleted: 'Deleted',
} as const satisfies Record<Decision, string>;

/**
 * The queue under one's fingers: j and k move, a, s, d and h decide, x selects, u undoes, ? explains. A decided comment
 * leaves the list at once and comes back, with a sentence, when the decision could not be kept.
 */
export function Moderation({ comments, state, timeZone }: ModerationProps) {
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set());
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [at, setAt] = useState(0);
  const [pending, startTransition] = useTransition();
  /** The last decision, perhaps still on its way: undo waits for it. */
  const last = useRef<Promise<Decided[]>>(Promise.resolve([]));
  const list = useRef<HTMLOListElement>(null);
  const shown = comments.filter(({ id }) => !gone.has(id));
  const current = Math.min(at, shown.length - 1);

  const undo = useCallback(() => {
    const decision = last.current;
    last.current = Promise.resolve([]);
    startTransition(async () => {
      const decided = await decision;
      for (const before of new Set(decided.map((one) => one.before))) {
        const ids = decided.filter((one) => one.before === before).map(({ id }) => id);
        const answer = await decide({ ids, state: before });
        if (!answer.ok) return void toast.error(answer.sentence);
        setGone((gone) => without(gone, ids));
      }
      if (decided.length > 0) toast('Undone.');
    });
  }, []);

  const decideThese = useCallback(
    (ids: number[], to: Decision) => {
      if (ids.length === 0 || to === state) return;
      setGone((gone) => new Set([...gone, ...ids]));
      setChosen(new Set());
      const decision = decide({ ids, state: to });
      last.current = decision.then((answer) => (answer.ok ? answer.decided : []));
      startTransition(async () => {
        const answer = await decision;
        if (answer.ok)
          return void toast(sayDecided(to, ids.length), { action: { label: 'Undo (u)', onClick: undo } });
        setGone((gone) => without(gone, ids));
        toast.error(answer.sentence);
      });
    },
    [state, undo],
  );

  const toggle = useCallback(
    (id: number) =>
      setChosen((ids) => new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id])),
    [],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const target = shown[current];
      const decision = decisionKeys[event.key];
      if (event.key === 'j') setAt(Math.min(current + 1, shown.length - 1));
      else if (event.key === 'k') setAt(Math.max(current - 1, 0));
      else if (event.key === 'u') undo();
      else if (event.key === 'x' && target) toggle(target.id);
      else if (decision && target) decideThese(chosen.size > 0 ? [...chosen] : [target.id], decision);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [shown, current, chosen, decideThese, toggle, undo]);

  useEffect(() => {
    list.current?.querySelector(`[data-at="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  return (
    <>
      <p className="sr-only" aria-live="polite">
        {pending ? 'Saving' : `${shown.length} comments in this list`}
      </p>
      <ol ref={list} className="divide-y divide-rule">
        {shown.map((comment, index) => (
          <ModerationRow
            key={comment.id}
            comment={comment}
            position={index}
            current={index === current}
            chosen={chosen.has(comment.id)}
            state={state}
            timeZone={timeZone}
            onFocus={() => setAt(index)}
            onChoose={() => toggle(comment.id)}
            onDecide={(to) => decideThese(chosen.has(comment.id) ? [...chosen] : [comment.id], to)}
          />
        ))}
      </ol>
    </>
  );
}

/** Asks the server; a lost connection is an answer too. */
async function decide(input: { ids: number[]; state: Decision }) {
  const answer = await decideCommentsAction(idle, input).catch(() => null);
  if (answer?.status === 'done') return { ok: true as const, decided: answer.result.decided };
  const sentence =
    answer?.status === 'refused'
      ? answer.sentence
      : 'The server did not answer. Nothing was decided; try again.';
  return { ok: false as const, sentence };
}

const idle = { status: 'idle' } as const;

const sayDecided = (to: Decision, count: number) =>
  `${past[to]}: ${count === 1 ? '1 comment' : `${count} comments`}.`;

const without = (from: ReadonlySet<number>, ids: number[]): ReadonlySet<number> =>
  new Set([...from].filter((id) => !ids.includes(id)));
