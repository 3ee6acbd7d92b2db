import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { arrangements } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { Conflict, NotFound } from '@/lib/errors';
import { type CuratedPage, curatedPage, matterOfPage, standingBefore } from '../../front-rules';
import { listPlaces } from '../../queries/curation';
import { paperTime } from '../paper-time';
import { lockPage } from './page-in-hand';

export type Arrangement = typeof arrangements.$inferSelect;

/** What the desk has settled by then, as one condition of a query. */
export const pendingArrangement = and(
  isNull(arrangements.appliedAt),
  isNull(arrangements.cancelledAt),
  isNull(arrangements.failure),
);

/** How many changes one page may have planned. */
const mostPlans = 100;

/** A page under lock, with everything that is planned for it. */
export interface PageInHand {
  page: CuratedPage;
  /** What readers see, or would if all of it were live. */
  now: (number | null)[];
  /** Soonest first. */
  planned: Arrangement[];
}

/** Locks a page that the actor may curate. Throws Forbidden, or NotFound for a section that is gone. */
export async function takePage(tx: Work, page: CuratedPage): Promise<PageInHand> {
  authorise(tx.actor, 'curate', matterOfPage(page));
  await lockPage(tx, page);
  const now = await listPlaces(tx, page.name);
  const planned = await tx.db
    .select()
    .from(arrangements)
    .where(and(eq(arrangements.page, page.name), pendingArrangement))
    .orderBy(arrangements.effectiveAt, arrangements.id)
    .limit(mostPlans);
  return { page, now, planned };
}

/**
 * Locks the page of a planned change, which is still to come and, where `seen` says what the editor saw of it, the same as
 * then. Throws NotFound, Forbidden, or Conflict.
 */
export async function takePlan(
  tx: Work,
  arrangementId: number,
  isSeen: (plan: Arrangement) => boolean,
): Promise<PageInHand & { plan: Arrangement }> {
  if (tx.actor.kind === 'reader') authorise(tx.actor, 'curate');
  const inHand = await takePage(tx, (await getArrangement(tx, arrangementId)).page);
  const plan = inHand.planned.find(({ id }) => id === arrangementId);
  if (!plan) throw Conflict('This change has happened, or was cancelled, already. Load the page again.');
  if (!isSeen(plan))
    throw Conflict(
      'Somebody else changed this plan after you opened it. Nothing of theirs was written over.',
      { detail: { theirs: plan.places } },
    );
  return { ...inHand, plan };
}

/** A row by id with the page it is for. Throws NotFound. */
export async function getArrangement(
  tx: Work,
  arrangementId: number,
): Promise<Omit<Arrangement, 'page'> & { page: CuratedPage }> {
  const [row] = await tx.db.select().from(arrangements).where(eq(arrangements.id, arrangementId));
  const page = row && curatedPage(row.page);
  if (!page) throw NotFound('That change was never planned, or its section is gone.');
  return { ...row, page };
}

/**
 * Whether a change can stand at that time: no other of the same second, not too many in all, and right before it what the
 * editor saw. Throws Conflict, with what really stands there as `before`.
 */
export async function refuseCollision(
  tx: Work,
  { now, planned }: PageInHand,
  { effectiveAt, seen, except }: { effectiveAt: Date; seen: (number | null)[]; except?: number },
): Promise<void> {
  const same = planned.find(
    (row) => row.id !== except && row.effectiveAt.getTime() === effectiveAt.getTime(),
  );
  if (same)
    throw Conflict(
      `${same.name ? `“${same.name}”` : 'Another change'} is planned for that very second. Choose another, or change that one.`,
    );
  if (except === undefined && planned.length >= mostPlans)
    throw Conflict(`This page has ${mostPlans} planned changes already. Cancel one of them first.`);
  const before = standingBefore(effectiveAt, { now, planned, except });
  if (String(before) !== String(seen))
    throw Conflict(
      `Somebody else changed what stands there before ${await paperTime(tx, effectiveAt)}. Look at what this would replace, then plan it again.`,
      { detail: { before } },
    );
}

/** What an editor sees of a plan in the audit log. */
export const told = ({
  name,
  places,
  effectiveAt,
}: Pick<Arrangement, 'name' | 'places' | 'effectiveAt'>) => ({
  name,
  places,
  effectiveAt,
});

/** The condition under which a row by id is changed. */
export const byId = (id: number) => sql`${arrangements.id} = ${id}`;
