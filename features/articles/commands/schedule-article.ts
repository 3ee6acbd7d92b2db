import { type Ctx, transact, type Work } from '@/db/context';
import { Conflict } from '@/lib/errors';
import type { ScheduleArticle } from '../input';
import type { Publication } from '../rules';
import { enforceCheck } from './check/check-article';
import { type ArticleInHand, takeInHand } from './in-hand';
import { paperTime } from './paper-time';
import { addPublication, cancelPending, pinRevision, respectEmbargo } from './plan';
import { refusePast } from './refuse-past';

export interface Scheduled {
  publicationId: number;
  effectiveAt: Date;
  /** The version readers will get, whatever is written meanwhile; null for a withdrawal. */
  revisionId: number | null;
}

type Planned = NonNullable<ScheduleArticle['kind']>;

/**
 * Plans a publication, update or withdrawal for a later instant, decided by the database's clock. It pins the newest
 * revision, or the one named: what is written afterwards waits for the next update. One plan of a kind at a time; `replace`
 * cancels the one there is. Throws Invalid for a past instant, Conflict when the plan makes no sense as things stand.
 */
export async function scheduleArticle(ctx: Ctx, plan: ScheduleArticle): Promise<Scheduled> {
  const { articleId, effectiveAt, kind = 'publish', material = true } = plan;
  return transact(ctx, async (tx) => {
    const verb = kind === 'withdraw' ? 'withdraw-article' : 'publish-article';
    const inHand = await takeInHand(tx, articleId, verb, 'schedule');
    await refusePast(tx, effectiveAt, 'publish now');
    await checkOrder(tx, inHand, plan);
    const revision = kind === 'withdraw' ? null : await pinRevision(tx, inHand, plan.revisionId);
    if (revision) {
      await respectEmbargo(tx, inHand, effectiveAt);
      await enforceCheck(tx, inHand.article, revision);
    }
    const cancelled = await cancelPending(tx, inHand, [kind]);
    const revisionId = revision?.id ?? null;
    const publicationId = await addPublication(tx, articleId, { kind, revisionId, effectiveAt, material });
    tx.record('schedule-article', 'article', articleId, {
      before: { state: inHand.state, cancelled },
      after: { kind, effectiveAt, revisionId, publicationId },
    });
    return { publicationId, effectiveAt, revisionId };
  });
}

/** Whether a plan of this kind can come true at that time, given what is live and what else is planned. */
async function checkOrder(
  tx: Work,
  { state, pending }: ArticleInHand,
  { kind = 'publish', effectiveAt, replace = false }: ScheduleArticle,
): Promise<void> {
  const already = pending.find((row) => row.kind === kind);
  if (already && !replace)
    throw Conflict(
      `${planInWords[kind]} is already planned for ${await paperTime(tx, already.effectiveAt)}. Move or cancel that one.`,
      {
        detail: { publicationId: already.id, effectiveAt: already.effectiveAt.toISOString() },
      },
    );
  if (kind === 'publish' && state === 'live')
    throw Conflict('This article is live already. Schedule an update instead.');
  if (kind === 'publish' && pending.some((row) => row.kind !== 'publish' && row.effectiveAt <= effectiveAt))
    throw Conflict('An update or withdrawal is planned for before that time. Move or cancel it first.');
  if (kind !== 'publish' && state !== 'live' && !comesFirst(pending, effectiveAt))
    throw Conflict(
      `This article will not be live then, so ${kind === 'update' ? 'an update' : 'a withdrawal'} cannot be planned for that time.`,
    );
}

const comesFirst = (pending: Publication[], effectiveAt: Date): boolean =>
  pending.some((row) => row.kind === 'publish' && row.effectiveAt < effectiveAt);

const planInWords = {
  publish: 'Publication',
  update: 'An update',
  withdraw: 'A withdrawal',
} as const satisfies Record<Planned, string>;
