import { inArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { attempts } from '@/db/schema';
import { TooMany } from '@/lib/errors';
import { keyedHash } from '@/lib/signed-token';

/** At most `limit` tries under `key` within any `withinSeconds`. Keys carry keyed hashes, never an address. */
export interface Limit {
  key: string;
  limit: number;
  withinSeconds: number;
}

/** An address as keys name it, the same in any capitals. */
export const attemptName = (email: string): string => keyedHash('attempts', email.toLowerCase());

/** Tries to sign in to one account, from everywhere. */
export const accountKey = (email: string): string => `sign-in account ${attemptName(email)}`;

/** What `countAttempt` put down, for taking it back. */
export type Counted = number[];

/**
 * Puts down one try under each key and throws TooMany if that is one too many for any of them; a refused try is taken
 * back, so that being refused does not lengthen the wait. Shared by all processes, survives a restart. `db` must be the
 * pool: each row is committed before the count, so that of a hundred tries at once no more than `limit` get through.
 */
export async function countAttempt(db: Executor, limits: Limit[]): Promise<Counted> {
  const keys = sql.param(limits.map(({ key }) => key));
  const put = await db.execute<{ id: string }>(sql`
    with swept as (
      delete from attempts where id in (select id from attempts order by id limit 20) and at < clock() - interval '2 days'
    )
    insert into attempts (key, at) select unnest(${keys}::text[]), clock() returning id`);
  const counted = put.map(({ id }) => Number(id));
  const waitSeconds = await secondsToWait(db, limits);
  if (waitSeconds === 0) return counted;
  await forgetAttempts(db, counted);
  const minutes = Math.ceil(waitSeconds / 60);
  throw TooMany(
    `That was tried too often. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    { retryAfterSeconds: waitSeconds },
  );
}

/** Takes tries back, because they were right or did not happen. */
export async function forgetAttempts(db: Executor, counted: Counted): Promise<void> {
  if (counted.length > 0) await db.delete(attempts).where(inArray(attempts.id, counted));
}

/** Forgets every try under these keys. */
export async function forgetKeys(db: Executor, keys: string[]): Promise<void> {
  if (keys.length > 0) await db.delete(attempts).where(inArray(attempts.key, keys));
}

/** 0 when every key is within its limit, else until the longest of them has room. Plan: attempts_key, one range a key. */
async function secondsToWait(db: Executor, limits: Limit[]): Promise<number> {
  const column = (values: (string | number)[]) => sql.param(values);
  const [row] = await db.execute<{ seconds: string | null }>(sql`
    select ceil(max(extract(epoch from over.at - clock()) + l.seconds)) as seconds
      from unnest(
        ${column(limits.map((l) => l.key))}::text[],
        ${column(limits.map((l) => l.limit))}::int[],
        ${column(limits.map((l) => l.withinSeconds))}::int[]
      ) as l(key, most, seconds)
      cross join lateral (
        select a.at from attempts a
         where a.key = l.key and a.at > clock() - make_interval(secs => l.seconds)
         order by a.at desc offset l.most limit 1
      ) as over`);
  return row?.seconds ? Math.max(1, Number(row.seconds)) : 0;
}
