import type { Actor } from '@/db/context';
import { type Matter, may, type Verb } from '@/features/users/rules';
import { type ArticleState, mayFollow, type Stage, stageMoves } from './rules';

export const boardColumns = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'live',
] as const satisfies ArticleState[];
export type BoardColumn = (typeof boardColumns)[number];

/** What putting a card into a column does to the story. `cancel` takes its plan back. */
export type BoardAct = 'submit' | 'approve' | 'return' | 'schedule' | 'publish' | 'cancel';

const verbs = {
  submit: 'submit-article',
  approve: 'approve-article',
  return: 'approve-article',
  schedule: 'publish-article',
  publish: 'publish-article',
  cancel: 'publish-article',
} as const satisfies Record<BoardAct, Verb>;

interface Card {
  column: BoardColumn;
  stage: Stage;
}

/** What would be done by putting a card there; null where the table of stages knows no such move. */
export function actFor({ column, stage }: Card, to: BoardColumn): BoardAct | null {
  if (to === column || column === 'live') return null;
  if (to === 'live') return 'publish';
  if (to === 'scheduled') return 'schedule';
  if (column === 'scheduled') return to === stage ? 'cancel' : null;
  const move = (['submit', 'approve', 'return'] as const).find(
    (each) => stageMoves[each].to === to && (stageMoves[each].from as readonly Stage[]).includes(stage),
  );
  return move && mayFollow(move, column) ? move : null;
}

/** Every column that a card may be put into by this person, with what that does. */
export const movesOf = (actor: Actor, matter: Matter, card: Card): Partial<Record<BoardColumn, BoardAct>> =>
  Object.fromEntries(
    boardColumns.flatMap((to) => {
      const act = actFor(card, to);
      return act && may(actor, verbs[act], matter) ? [[to, act]] : [];
    }),
  );

/** The moves that lead back to a stage, in order. */
export const wayBack: Record<Stage, readonly ('submit' | 'approve' | 'return')[]> = {
  draft: ['return'],
  in_review: ['return', 'submit'],
  approved: ['approve'],
};
