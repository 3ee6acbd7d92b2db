import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { submissions } from '@/db/schema';
import { Forbidden } from '@/lib/errors';

/** Forgets what was typed and never posted, an hour after. Scheduled work only; safe to repeat. */
export async function purgeSubmissions(ctx: Ctx): Promise<{ purged: number }> {
  if (ctx.actor.kind !== 'system') throw Forbidden('Only scheduled work does this.');
  const rows = await ctx.db
    .delete(submissions)
    .where(sql`${submissions.expiresAt} < clock()`)
    .returning({ id: submissions.id });
  return { purged: rows.length };
}
