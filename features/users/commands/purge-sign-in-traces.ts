import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { sessionIdleDays } from '../queries';
import { authoriseSystem } from '../rules';

/**
 * Clears what signing in leaves behind once it serves nobody: sessions (with the browser's name and the network's hash)
 * and links 30 days after they ended, tries after two days. The audit log stays. Gives the number of rows removed.
 */
export async function purgeSignInTraces(ctx: Ctx): Promise<number> {
  authoriseSystem(ctx.actor);
  const [row] = await ctx.db.execute<{ removed: string }>(sql`
    with old_sessions as (
      delete from sessions
       where least(expires_at, revoked_at, seen_at + make_interval(days => ${sessionIdleDays}))
             < clock() - interval '30 days' returning 1
    ), old_links as (
      delete from links where least(expires_at, used_at) < clock() - interval '30 days' returning 1
    ), old_attempts as (
      delete from attempts where at < clock() - interval '2 days' returning 1
    )
    select (select count(*) from old_sessions) + (select count(*) from old_links)
         + (select count(*) from old_attempts) as removed`);
  return Number(row?.removed ?? 0);
}
