'use client';

import { type ReactNode, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client';
import { Notice } from '@/components/ui/notice';
import { sayWithUndo } from '@/components/ui/say-with-undo';
import { type Choice, SelectField } from '@/components/ui/text-field.client';
import { toast } from '@/components/ui/toast.client';
import type { BulkAct, ChangeArticles } from '../../../bulk-input';
import { mostAtOnce } from '../../../bulk-limits';
import type { Changed } from '../../../commands/change-articles';
import { changeArticlesAction, countListAction, startBulkChangeAction } from '../../../list-actions';
import { type Answer, ask } from '../ask';
import { findTags } from '../panel/find-tags';
import { PickField } from '../panel/pick-field.client';
import { past, stories } from './bulk-words';
import { ChosenContext } from './chosen-context.client';
import type { Offered } from './filters.client';
import { useListKeys } from './use-list-keys.client';

interface SelectionProps {
  /** The filters of the list, for all that it holds. */
  query: string;
  offered: Offered;
  selfId: number;
  inTrash: boolean;
  /** The list goes on beyond this page. */
  hasMore: boolean;
  children: ReactNode;
}

/** D17: stories chosen in the list, and what is done to all of them at once. */
export function Selection({ query, offered, selfId, inTrash, hasMore, children }: SelectionProps) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  /** How many stories the list holds, when all of them are meant. */
  const [wholeList, setWholeList] = useState<number | null>(null);
  const [refused, setRefused] = useState<Changed['refused']>([]);
  const [asking, setAsking] = useState<BulkAct | null>(null);
  const [pending, startTransition] = useTransition();
  const last = useRef<number | null>(null);
  const list = useRef<HTMLDivElement>(null);

  const chooseAll = (ids: number[]) => {
    setChosen(new Set(ids));
    setWholeList(null);
  };
  const choose = (id: number, range: boolean) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-story]') ?? [])];
    const ids = rows.map((row) => Number(row.dataset.story));
    const [from, to] = [ids.indexOf(last.current ?? id), ids.indexOf(id)].sort((a, b) => a - b);
    const meant =
      range && from !== undefined && to !== undefined && from >= 0 ? ids.slice(from, to + 1) : [id];
    const next = new Set(chosen);
    if (!range && next.has(id)) next.delete(id);
    else for (const each of meant) next.add(each);
    last.current = id;
    setChosen(next);
    setWholeList(null);
  };
  useListKeys(list, { choose, chooseNone: () => chooseAll([]) });

  const isJob = wholeList !== null && wholeList > mostAtOnce;
  const chooseWholeList = () =>
    startTransition(async () => {
      const answer = await ask(countListAction, { query });
      if (answer.ok) setWholeList(answer.result.stories);
      else toast.error(answer.sentence);
    });
  const change = (act: BulkAct) =>
    startTransition(async () => {
      if (isJob) {
        const begun = await ask(startBulkChangeAction, { query, act });
        return begun.ok ? chooseAll([]) : void toast.error(begun.sentence);
      }
      const answer = await send(
        wholeList !== null
          ? { query, act }
          : { items: [...chosen].map((articleId) => ({ articleId, acts: [act] })) },
      );
      if (!answer.ok) return void toast.error(answer.sentence);
      const { done } = answer.result;
      setRefused(answer.result.refused);
      if (answer.result.refused.length === 0) chooseAll([]);
      if (done.length === 0) return;
      const items = done.flatMap(({ articleId, undo }) =>
        undo.length > 0 ? [{ articleId, acts: undo }] : [],
      );
      sayWithUndo(`${stories(done.length)} ${past[act.kind]}.`, () => undoAll(items), 'Taken back.');
    });
  /** What cannot be taken in at a glance is asked for first. */
  const changeOrAsk = (act: BulkAct) => (isJob ? setAsking(act) : change(act));
  const meant = wholeList ?? chosen.size;
  const count = wholeList === null ? `${chosen.size} chosen` : `All ${stories(wholeList)} of this list`;
  const pick = (label: string, options: Choice[], act: (value: string) => BulkAct) => (
    <div className="w-40">
      <SelectField
        key={label}
        label={label}
        hideLabel
        name=""
        value=""
        placeholder={label}
        options={options}
        disabled={pending}
        onChange={(event) => changeOrAsk(act(event.currentTarget.value))}
      />
    </div>
  );
  return (
    <ChosenContext value={{ chosen, choose, chooseAll }}>
      {refused.length > 0 && (
        <div className="mb-3">
          <Notice
            tone="warning"
            title={`${stories(refused.length)} left as before`}
            announce="alert"
            action={<Button onClick={() => setRefused([])}>Understood</Button>}
          >
            <ul className="mt-1 max-h-48 space-y-1 overflow-y-auto">
              {refused.map(({ articleId, title, sentence }) => (
                <li key={articleId}>
                  <a href={`/admin/articles/${articleId}`}>{title || 'Untitled story'}</a>: {sentence}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <div ref={list}>{children}</div>
      {chosen.size > 0 && (
        <section
          aria-label="Chosen stories"
          className="sticky bottom-2 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-lg border border-edge bg-raised p-2 text-sm"
        >
          <span role="status" className="px-1 font-medium">
            {count}
          </span>
          {hasMore && (
            <Button
              size="small"
              variant="quiet"
              loading={pending}
              onClick={() => (wholeList === null ? chooseWholeList() : setWholeList(null))}
            >
              {wholeList === null ? 'Choose all of this list' : 'Only those chosen'}
            </Button>
          )}
          {inTrash ? (
            <Button loading={pending} onClick={() => changeOrAsk({ kind: 'restore', replan: false })}>
              Take out of the trash
            </Button>
          ) : (
            <>
              {pick(
                'Give to…',
                [
                  { value: '0', label: 'Nobody' },
                  ...offered.colleagues.map(({ id, name }) => ({
                    value: String(id),
                    label: id === selfId ? `${name} (me)` : name,
                  })),
                ],
                (value) => ({ kind: 'assign', assigneeId: Number(value) || null }),
              )}
              {pick('Move to…', stages, (value) => ({ kind: value as 'submit' }))}
              {pick(
                'First section…',
                offered.sections.map(({ id, name }) => ({ value: String(id), label: name })),
                (value) => ({ kind: 'section', sectionId: Number(value) }),
              )}
              <div className="w-40 [&_.pick-list]:top-auto [&_.pick-list]:bottom-full [&_legend]:sr-only">
                <PickField
                  label="Tag"
                  placeholder="Add a tag…"
                  picked={[]}
                  find={findTags}
                  readOnly={pending}
                  onChange={([tag]) => tag && changeOrAsk({ kind: 'tag', tagId: tag.id })}
                />
              </div>
              <Button variant="quiet" loading={pending} onClick={() => setAsking({ kind: 'trash' })}>
                Trash…
              </Button>
            </>
          )}
          <Button size="small" variant="quiet" className="ms-auto" onClick={() => chooseAll([])}>
            Choose none
          </Button>
        </section>
      )}
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={asking?.kind === 'trash' ? `Put ${stories(meant)} in the trash?` : `Change ${stories(meant)}?`}
        confirmLabel={asking?.kind === 'trash' ? 'Put in the trash' : `Change ${stories(meant)}`}
        tone={asking?.kind === 'trash' ? 'danger' : 'primary'}
        onConfirm={() => {
          if (asking) change(asking);
        }}
      >
        {asking?.kind === 'trash' &&
          'Their plans are cancelled, and stay so. What is live is left as it is. They can be taken out again. '}
        {isJob && 'This takes a while and goes on by itself. You can cancel it, and undo all of it.'}
      </ConfirmDialog>
    </ChosenContext>
  );
}

type Sent = Parameters<typeof changeArticlesAction>[1];

const send = (
  what: { query: string; act: BulkAct } | Extract<ChangeArticles, { items: unknown }>,
): Promise<Answer<Changed>> => ask(changeArticlesAction, what as Exclude<Sent, FormData>);

async function undoAll(
  items: Extract<ChangeArticles, { items: unknown }>['items'],
): Promise<Answer<Changed>> {
  const answer = await send({ items });
  const [first] = answer.ok ? answer.result.refused : [];
  if (!first) return answer;
  return { ok: false, sentence: `“${first.title}” stays as it is now: ${first.sentence}`, fields: {} };
}

const stages: Choice[] = [
  { value: 'submit', label: 'In review' },
  { value: 'approve', label: 'Approved' },
  { value: 'return', label: 'Back to draft' },
];
