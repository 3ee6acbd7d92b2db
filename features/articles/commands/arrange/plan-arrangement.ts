import { type Ctx, transact, type Work } from '@/db/context';
import { arrangements } from '@/db/schema';
import { readSettings } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { Conflict } from '@/lib/errors';
import type { BringBackArrangement, PlanArrangement } from '../../front-input';
import { type CuratedPage, matterOfPage, standingBefore, wholePage } from '../../front-rules';
import { staffId } from '../in-hand';
import { instantOf } from '../plan-at-wall-clock';
import { refusePast } from '../refuse-past';
import { refuseTwice, requireChoosable } from './page-in-hand';
import { type Arrangement, getArrangement, refuseCollision, takePage, told } from './plan-in-hand';

export interface PlannedArrangement {
  arrangementId: number;
  version: number;
  effectiveAt: Date;
}

/**
 * Plans who stands where on a page from a time of the paper's clocks on (D14), decided by the database's clock. Stories that
 * are still to come may be chosen; a place whose story is not live then fills itself. Throws Invalid for a time that has
 * passed, that clocks never show, or that they show twice; Conflict when what stands there before that time is not what the
 * editor saw, and for a second that another change of the page has.
 */
export async function planArrangement(ctx: Ctx, plan: PlanArrangement): Promise<PlannedArrangement> {
  const { page, name } = plan;
  authorise(ctx.actor, 'curate', matterOfPage(page));
  const places = wholePage(page.name, plan.places);
  const seen = wholePage(page.name, plan.seen);
  refuseTwice(places);
  return transact(ctx, async (tx) => {
    const effectiveAt = await timeOf(tx, plan);
    const inHand = await takePage(tx, page);
    await refuseCollision(tx, inHand, { effectiveAt, seen });
    await requireChoosable(tx, page, { wanted: places, before: [...seen, ...inHand.now] });
    return add(tx, page, { name, places, seen, effectiveAt });
  });
}

/**
 * Undoes `cancelArrangement`: plans the same once more. Throws Conflict when it was never cancelled, or its second has been
 * given to another; Invalid when its time has passed meanwhile.
 */
export async function bringBackArrangement(
  ctx: Ctx,
  { arrangementId }: BringBackArrangement,
): Promise<PlannedArrangement> {
  if (ctx.actor.kind === 'reader') authorise(ctx.actor, 'curate');
  return transact(ctx, async (tx) => {
    const { page, name, places, seen, effectiveAt, cancelledAt } = await getArrangement(tx, arrangementId);
    const { now, planned } = await takePage(tx, page);
    if (cancelledAt === null) throw Conflict('This change was not cancelled. Load the page again.');
    await refusePast(tx, effectiveAt, instead);
    // It comes back as it was, whatever stands before it by now: the desk says where that is another.
    const before = standingBefore(effectiveAt, { now, planned });
    await refuseCollision(tx, { page, now, planned }, { effectiveAt, seen: before });
    return add(tx, page, { name, places, seen, effectiveAt });
  });
}

/** A wall clock's time as an instant to come. */
export async function timeOf(
  tx: Work,
  { wallClock, which }: Pick<PlanArrangement, 'wallClock' | 'which'>,
): Promise<Date> {
  const { timeZone } = await readSettings(tx);
  const effectiveAt = instantOf(wallClock, timeZone, which);
  await refusePast(tx, effectiveAt, instead);
  return effectiveAt;
}

const instead = 'put it before readers now';

async function add(
  tx: Work,
  page: CuratedPage,
  row: Pick<Arrangement, 'name' | 'places' | 'seen' | 'effectiveAt'>,
): Promise<PlannedArrangement> {
  const [made] = await tx.db
    .insert(arrangements)
    .values({
      ...row,
      page: page.name,
      sectionId: page.sectionId,
      createdAt: tx.now,
      createdBy: staffId(tx.actor),
    })
    .returning({ id: arrangements.id, version: arrangements.version });
  if (!made) throw new Error('insert returned no row');
  tx.record('plan-arrangement', 'page', page.name, { after: { arrangementId: made.id, ...told(row) } });
  return { arrangementId: made.id, version: made.version, effectiveAt: row.effectiveAt };
}
