'use client';

import { sayWithUndo } from '@/components/ui/say-with-undo';
import { toast } from '@/components/ui/toast.client';
import {
  approveArticleAction,
  cancelPublicationAction,
  publishArticleAction,
  returnToDraftAction,
  scheduleArticleAction,
  submitForReviewAction,
} from '../../../actions';
import { type BoardAct, wayBack } from '../../../board-rules';
import type { BoardCard } from '../../../queries/board';
import { type Answer, ask } from '../ask';

type StageMove = Extract<BoardAct, 'submit' | 'approve' | 'return'>;

const actions = {
  submit: submitForReviewAction,
  approve: approveArticleAction,
  return: returnToDraftAction,
} as const satisfies Record<StageMove, unknown>;

const done = {
  submit: 'is in review.',
  approve: 'is approved.',
  return: 'is with its author again.',
  publish: 'is live.',
  cancel: 'is not planned any more.',
  schedule: 'is planned.',
} as const satisfies Record<BoardAct, string>;

/** Does what putting a card down means, says so, and offers the way back where there is one. */
export async function doAct(
  card: BoardCard,
  act: Exclude<BoardAct, 'schedule'>,
  /** Whoever may approve may also take every move of a stage back. */
  mayGoBack: boolean,
): Promise<Answer<unknown>> {
  const answer = await send(card, act);
  if (!answer.ok) return answer;
  const back = act === 'publish' || (act !== 'cancel' && !mayGoBack) ? null : () => takeBack(card, act);
  const said = `“${card.title || 'Untitled story'}” ${done[act]}`;
  if (back) sayWithUndo(said, back, 'It is back where it was.');
  else toast(said);
  return answer;
}

function send(
  { articleId, publicationId }: BoardCard,
  act: Exclude<BoardAct, 'schedule'>,
): Promise<Answer<unknown>> {
  if (act === 'publish') return ask(publishArticleAction, { articleId });
  if (act === 'cancel') return ask(cancelPublicationAction, { publicationId: publicationId ?? 0 });
  return ask(actions[act], { articleId });
}

async function takeBack(
  { articleId, stage, at }: BoardCard,
  act: StageMove | 'cancel',
): Promise<Answer<unknown>> {
  if (act === 'cancel') return ask(scheduleArticleAction, { articleId, effectiveAt: at.toISOString() });
  let answer: Answer<unknown> = { ok: true, result: null };
  // From approved there are two steps back to review; from draft to approved one.
  for (const step of act === 'return' && stage === 'in_review' ? (['submit'] as const) : wayBack[stage]) {
    answer = await ask(actions[step], { articleId });
    if (!answer.ok) return answer;
  }
  return answer;
}
