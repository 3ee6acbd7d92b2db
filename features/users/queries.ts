import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import type { Role, StaffActor } from '@/db/context';

/** A session ends this long after its last request, whatever the cookie says. */
export const sessionIdleDays = 7;
/** … and this long after sign-in at the latest. */
export const sessionMaxDays = 30;

/** What is kept of a random token: its sha256, in hex. 256 random bits need no salt. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Who a session cookie stands for, or null: the row must be there, not revoked, inside both limits by the database's
 * clock, and its user not disabled. One round trip; notes `seen_at` at most once in five minutes.
 * Plan: sessions_pkey, users_pkey, user_sections_pkey, all single-row lookups.
 */
export async function findActor(db: Executor, cookieToken: string | null): Promise<StaffActor | null> {
  if (!cookieToken || cookieToken.length > 200) return null;
  const hash = tokenHash(cookieToken);
  const [row] = await db.execute<{
    id: string;
    name: string;
    email: string;
    role: Role;
    sections: number[];
  }>(sql`
    with holder as (
      select u.id, u.name, u.email, u.role
        from sessions s join users u on u.id = s.user_id
       where s.id_hash = ${hash} and s.revoked_at is null and s.expires_at > clock()
         and s.seen_at > clock() - make_interval(days => ${sessionIdleDays}) and u.disabled_at is null
    ), seen as (
      update sessions set seen_at = clock()
       where id_hash = ${hash} and seen_at < clock() - interval '5 minutes' and exists (select from holder)
    )
    select holder.*, coalesce(
      (select json_agg(us.section_id order by us.section_id) from user_sections us where us.user_id = holder.id), '[]'
    ) as sections from holder`);
  if (!row) return null;
  return {
    kind: 'staff',
    id: Number(row.id),
    name: row.name,
    email: row.email,
    role: row.role,
    sectionIds: row.sections,
  };
}
