import type { Ctx } from '@/db/context';
import { readSettings } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import type { EmbargoAtWallClock } from '../schedule-input';
import { instantOf } from './plan-at-wall-clock';
import { setEmbargo } from './set-embargo';

/** `setEmbargo` at what a clock on the newsroom's wall will show; an empty time lifts it. Throws as `planAtWallClock` (D8). */
export async function embargoAtWallClock(
  ctx: Ctx,
  { articleId, wallClock, which }: EmbargoAtWallClock,
): Promise<{ embargoAt: Date | null }> {
  authorise(ctx.actor, 'read-desk');
  const { timeZone } = await readSettings(ctx);
  const embargoAt = wallClock === '' ? null : instantOf(wallClock, timeZone, which);
  return setEmbargo(ctx, { articleId, embargoAt });
}
