import { type Ctx, transact, type Work } from '@/db/context';
import { arrangements } from '@/db/schema';
import { Conflict } from '@/lib/errors';
import type { ApplyArrangement } from '../../front-input';
import { wholePage } from '../../front-rules';
import { listNotLive } from '../../queries/arrangements';
import { lateAfterMs, latenessMs } from '../../rules';
import { noteTrouble } from '../due-alarm';
import { staffId } from '../in-hand';
import { arrange, chosen } from './page-in-hand';
import { type Arrangement, byId, type PageInHand, takePlan } from './plan-in-hand';

/**
 * Puts a planned change before readers now, ahead of its time (D14). Throws Conflict when what readers see is not what the
 * editor saw, and when the plan was changed, cancelled or applied meanwhile.
 */
export async function applyArrangement(
  ctx: Ctx,
  { arrangementId, version, seen }: ApplyArrangement,
): Promise<{ arrangementId: number }> {
  return transact(ctx, async (tx) => {
    const inHand = await takePlan(tx, arrangementId, (plan) => plan.version === version);
    const { page, now, plan } = inHand;
    if (String(now) !== String(wholePage(page.name, seen)))
      throw Conflict('Somebody else changed this page after you opened it.', { detail: { theirs: now } });
    await applyInOrder(tx, inHand, [plan]);
    return { arrangementId };
  });
}

/**
 * The button's way and the clock's: puts the changes before readers one after the other, each in the place of the one before.
 * What is not live by now is said in the audit log; its place fills itself.
 */
export async function applyInOrder(
  tx: Work,
  { page, now }: Pick<PageInHand, 'page' | 'now'>,
  due: Arrangement[],
): Promise<void> {
  const notLive = await listNotLive(
    tx,
    due.flatMap(({ places }) => chosen(places)),
  );
  let before = now;
  for (const plan of due) {
    await tx.db
      .update(arrangements)
      .set({ appliedAt: tx.now, appliedBy: staffId(tx.actor), replaced: before })
      .where(byId(plan.id));
    tx.record('curate', 'page', page.name, {
      before: { places: before },
      after: {
        places: plan.places,
        arrangementId: plan.id,
        latenessMs: latenessMs({ effectiveAt: plan.effectiveAt, appliedAt: tx.now }),
        notLive: chosen(plan.places).filter((id) => notLive.has(id)),
      },
    });
    before = plan.places;
  }
  await arrange(tx, page, before);
  // Only the clock can be late.
  const isLate = due.some(({ effectiveAt }) => tx.now.getTime() - effectiveAt.getTime() > lateAfterMs);
  if (tx.actor.kind === 'system' && isLate) await noteTrouble(tx);
}
