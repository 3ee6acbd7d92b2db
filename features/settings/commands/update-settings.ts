import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact, type Work } from '@/db/context';
import { settings } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import type { Settings, updateSettingsInput } from '../input';
import { readSettings } from '../queries';

/** Changes the settings that are given; readers see it on the next request. Gives all of them as they are now. */
export async function updateSettings(
  ctx: Ctx,
  wanted: z.output<typeof updateSettingsInput>,
): Promise<Settings> {
  authorise(ctx.actor, 'edit-settings');
  return transact(ctx, (tx) => writeSettings(tx, wanted));
}

/** The writing half, for commands that have asked who it is. Only what differs is written and put in the audit log. */
export async function writeSettings(tx: Work, wanted: Partial<Settings>): Promise<Settings> {
  const now = await readSettings(tx);
  const changed = (Object.keys(wanted) as (keyof Settings)[]).filter(
    (key) => wanted[key] !== undefined && JSON.stringify(wanted[key]) !== JSON.stringify(now[key]),
  );
  if (changed.length === 0) return now;
  await tx.db
    .insert(settings)
    .values(changed.map((key) => ({ key, value: wanted[key] })))
    .onConflictDoUpdate({
      target: settings.key,
      set: { value: sql`excluded.value`, updatedAt: sql`clock()` },
    });
  const pick = (from: Partial<Settings>) => Object.fromEntries(changed.map((key) => [key, from[key]]));
  tx.record('update-settings', 'settings', null, { before: pick(now), after: pick(wanted) });
  tx.stale(cacheTags.settings);
  return { ...now, ...pick(wanted) };
}
