import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { Forbidden } from '@/lib/errors';

/**
 * Forgets signs that were met once, three months ago and more: they say next to nothing and would grow without end.
 * Scheduled work only; safe to repeat. Plan: filter_signs_rare.
 */
export async function forgetRareSigns(ctx: Ctx): Promise<{ forgotten: number }> {
  if (ctx.actor.kind !== 'system') throw Forbidden('Only scheduled work does this.');
  const rows = await ctx.db.execute(sql`
    delete from filter_signs where good + spam <= 1 and met_at < clock() - interval '90 days' and sign <> '' returning sign`);
  return { forgotten: rows.length };
}
