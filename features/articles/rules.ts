import type { articles, publications, revisions, stage } from '@/db/schema';
import type { RichNode, RichText } from '@/lib/rich-text/document';

export type Stage = (typeof stage.enumValues)[number];
export type Article = typeof articles.$inferSelect;
export type Revision = typeof revisions.$inferSelect;
/** A revision as it was written, without what is rendered from it. */
export type WrittenRevision = Omit<Revision, 'html' | 'plainText'>;
export type Publication = typeof publications.$inferSelect;

/** Everything an article can be, in the desk's words. Derived, never stored. */
export const articleStates = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'live',
  'withdrawn',
  'killed',
  'trashed',
] as const;
export type ArticleState = (typeof articleStates)[number];

export const articleKinds = ['story', 'page', 'live'] as const satisfies readonly Article['kind'][];
export const commentPolicies = [
  'open',
  'closed',
  'hidden',
] as const satisfies readonly Article['commentPolicy'][];
/** What may be planned for a later instant; killing is always now. */
export const plannedKinds = [
  'publish',
  'update',
  'withdraw',
] as const satisfies readonly Publication['kind'][];

type StateFacts = Pick<Article, 'stage' | 'trashedAt' | 'killedAt' | 'liveRevisionId' | 'withdrawnAt'>;

/**
 * The one rule that says what an article is. `pending` are its ledger rows that are neither applied, cancelled nor failed.
 * A live article with a scheduled update is live; only a coming publication makes one scheduled.
 */
export function articleState(article: StateFacts, pending: Pick<Publication, 'kind'>[]): ArticleState {
  if (article.trashedAt) return 'trashed';
  if (article.killedAt) return 'killed';
  if (article.liveRevisionId) return 'live';
  if (pending.some(({ kind }) => kind === 'publish')) return 'scheduled';
  if (article.withdrawnAt) return 'withdrawn';
  return article.stage;
}

const beforeLive = ['draft', 'in_review', 'approved', 'scheduled', 'withdrawn'] as const;

/** The transition table: what may be done to an article in which states. Who may do it stands in users/rules. */
export const transitions = {
  save: [...beforeLive, 'live'],
  submit: [...beforeLive, 'live'],
  approve: [...beforeLive, 'live'],
  return: [...beforeLive, 'live'],
  publish: [...beforeLive, 'live'],
  schedule: [...beforeLive, 'live'],
  withdraw: ['live'],
  kill: [...beforeLive, 'live'],
  trash: [...beforeLive, 'killed'],
  restore: ['trashed'],
  correct: ['live', 'withdrawn'],
  discuss: [...beforeLive, 'live'],
  pin: [...beforeLive, 'live'],
  assign: [...beforeLive, 'live'],
  share: [...beforeLive, 'live'],
  due: [...beforeLive, 'live'],
  note: [...beforeLive, 'live', 'killed'],
} as const satisfies Record<string, readonly ArticleState[]>;
export type Act = keyof typeof transitions;

export const mayFollow = (act: Act, state: ArticleState): boolean =>
  (transitions[act] as readonly ArticleState[]).includes(state);

/** Why `act` cannot be done in `state`, and what can. */
export const refusedAct = (act: Act, state: ArticleState): string =>
  `This article ${stateInWords[state]}, so it cannot be ${actInWords[act]}. ${remedy[state]}`.trim();

const stateInWords = {
  draft: 'is a draft',
  in_review: 'is in review',
  approved: 'is approved but not live',
  scheduled: 'is scheduled',
  live: 'is live',
  withdrawn: 'has been withdrawn',
  killed: 'has been killed',
  trashed: 'is in the trash',
} as const satisfies Record<ArticleState, string>;

const remedy = {
  draft: '',
  in_review: '',
  approved: '',
  scheduled: '',
  live: 'Withdraw it first.',
  withdrawn: 'Publish it again first.',
  killed: 'A killed article stays as it was; start a new one.',
  trashed: 'Take it out of the trash first.',
} as const satisfies Record<ArticleState, string>;

const actInWords = {
  save: 'changed',
  submit: 'submitted',
  approve: 'approved',
  return: 'returned',
  publish: 'published',
  schedule: 'scheduled',
  withdraw: 'withdrawn',
  kill: 'killed',
  trash: 'put in the trash',
  restore: 'taken out of the trash',
  correct: 'corrected',
  discuss: 'opened or closed for comments',
  pin: 'given related stories',
  assign: 'assigned',
  share: 'shared',
  due: 'given a due date',
  note: 'noted on',
} as const satisfies Record<Act, string>;

/** Whether the desk has waited in vain: past its due date, and neither live nor on its way there. */
export const isOverdue = (
  { state, dueAt }: { state: ArticleState; dueAt: Date | null },
  now: Date,
): boolean => dueAt !== null && dueAt < now && ['draft', 'in_review', 'approved'].includes(state);

/** How the working copy moves between desks. It has its own stage even while an older revision is live. */
export const stageMoves = {
  submit: { from: ['draft'], to: 'in_review', refused: 'It has been submitted already.' },
  approve: { from: ['draft', 'in_review'], to: 'approved', refused: 'It is approved already.' },
  return: { from: ['in_review', 'approved'], to: 'draft', refused: 'It is with its author already.' },
} as const satisfies Record<string, { from: readonly Stage[]; to: Stage; refused: string }>;
export type StageMove = keyof typeof stageMoves;

/** Where readers find it: `/<section>/<slug>`, a staff page at `/<slug>`. Slugs need no encoding. */
export const articleAddress = ({
  sectionSlug,
  slug,
}: {
  sectionSlug: string | null;
  slug: string;
}): string => (sectionSlug === null ? `/${slug}` : `/${sectionSlug}/${slug}`);

type Publishable = Pick<Revision, 'title' | 'slug' | 'sectionIds' | 'words'> & { body: RichText };

/** What keeps a revision from being published, a sentence a field; empty when it may go. A staff page needs no section. */
export function publishProblems(kind: Article['kind'], revision: Publishable): Record<string, string> {
  const pictures = parts(revision.body, 'figure');
  const isEmpty = revision.words === 0 && pictures.length === 0 && parts(revision.body, 'embed').length === 0;
  const problems = {
    title: revision.title === '' && 'Write a headline first.',
    slug: revision.slug === '' && 'Give it an address first.',
    sectionIds: kind !== 'page' && revision.sectionIds.length === 0 && 'File it under a section first.',
    body:
      (isEmpty && kind !== 'live' && 'There is no text yet.') ||
      (pictures.some((picture) => picture.attrs?.mediaId === null) &&
        'A picture in the text is no longer in the library. Choose it again or take it out.'),
  };
  return Object.fromEntries(
    Object.entries(problems).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

const parts = (node: RichNode, type: 'figure' | 'embed'): RichNode[] =>
  node.type === type ? [node] : (node.content ?? []).flatMap((child) => parts(child, type));

/** What comes later than this is told to the desk (D8). */
export const lateAfterMs = 60_000;

/** How long after its time something happened, in milliseconds; never negative. */
export const latenessMs = ({
  effectiveAt,
  appliedAt,
}: Pick<Publication, 'effectiveAt' | 'appliedAt'>): number | null =>
  appliedAt === null ? null : Math.max(0, appliedAt.getTime() - effectiveAt.getTime());
