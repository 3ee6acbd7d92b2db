import { sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { arrangements } from '@/db/schema';
import { Conflict, Invalid } from '@/lib/errors';
import type { CancelArrangement, ChangeArrangement, MoveArrangement } from '../../front-input';
import { placesOf, standingBefore, wholePage } from '../../front-rules';
import { staffId } from '../in-hand';
import { refuseTwice, requireChoosable } from './page-in-hand';
import { type PlannedArrangement, timeOf } from './plan-arrangement';
import { type Arrangement, byId, refuseCollision, takePlan, told } from './plan-in-hand';

/**
 * Changes a planned change: its stories, its name, its time (D14), from the version that was opened and from what the editor
 * saw standing before it. Throws what `planArrangement` throws, and Conflict when somebody else changed it, it was cancelled
 * or it has happened meanwhile.
 */
export async function changeArrangement(
  ctx: Ctx,
  { arrangementId, version, name, ...wish }: ChangeArrangement,
): Promise<PlannedArrangement> {
  return transact(ctx, async (tx) => {
    const inHand = await takePlan(tx, arrangementId, (plan) => plan.version === version);
    const { page, now, plan } = inHand;
    if (wish.places.length > placesOf(page.name)) throw Invalid('There are not so many places on this page.');
    const places = wholePage(page.name, wish.places);
    const seen = wholePage(page.name, wish.seen);
    refuseTwice(places);
    const effectiveAt = await timeOf(tx, wish);
    await refuseCollision(tx, inHand, { effectiveAt, seen, except: plan.id });
    // What stands in it already may stay, whatever became of the story: that is said on the page.
    await requireChoosable(tx, page, { wanted: places, before: [...seen, ...now, ...plan.places] });
    return write(tx, plan, { name, places, seen, effectiveAt });
  });
}

/** The same change at another time; `seenAt` is the one on the screen. For the calendar, and the list of plans. */
export async function moveArrangement(
  ctx: Ctx,
  { arrangementId, seenAt, ...when }: MoveArrangement,
): Promise<PlannedArrangement> {
  return transact(ctx, async (tx) => {
    const inHand = await takePlan(
      tx,
      arrangementId,
      ({ effectiveAt }) => effectiveAt.getTime() === new Date(seenAt).getTime(),
    );
    const { now, planned, plan } = inHand;
    const effectiveAt = await timeOf(tx, when);
    // Nobody looked at the stories: where others stand before the new time, the desk goes on saying so.
    const before = standingBefore(effectiveAt, { now, planned, except: plan.id });
    await refuseCollision(tx, inHand, { effectiveAt, seen: before, except: plan.id });
    return write(tx, plan, { ...plan, effectiveAt });
  });
}

/** Takes a planned change back; the row stays, and `bringBackArrangement` undoes it. */
export async function cancelArrangement(
  ctx: Ctx,
  { arrangementId, version }: CancelArrangement,
): Promise<{ arrangementId: number }> {
  return transact(ctx, async (tx) => {
    const { page, plan } = await takePlan(tx, arrangementId, (row) => row.version === version);
    await tx.db
      .update(arrangements)
      .set({ cancelledAt: tx.now, cancelledBy: staffId(tx.actor) })
      .where(byId(plan.id));
    tx.record('cancel-arrangement', 'page', page.name, { before: { arrangementId, ...told(plan) } });
    return { arrangementId };
  });
}

async function write(
  tx: Work,
  plan: Arrangement,
  { name, places, seen, effectiveAt }: Pick<Arrangement, 'name' | 'places' | 'seen' | 'effectiveAt'>,
): Promise<PlannedArrangement> {
  const [changed] = await tx.db
    .update(arrangements)
    .set({ name, places, seen, effectiveAt, version: sql`${arrangements.version} + 1` })
    .where(byId(plan.id))
    .returning({ version: arrangements.version });
  if (!changed) throw Conflict('This change has happened, or was cancelled, already. Load the page again.');
  tx.record('change-arrangement', 'page', plan.page, {
    before: { arrangementId: plan.id, ...told(plan) },
    after: told({ name, places, effectiveAt }),
  });
  return { arrangementId: plan.id, version: changed.version, effectiveAt };
}
