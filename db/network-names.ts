import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Ctx } from './context';

/** A name of a network can be made, and so recognised, for this many days. */
export const networkDays = 30;

/**
 * What a network (as `networkHash` of lib/client-network calls it in memory) is called in rows: the name of today first, then those
 * of the days before, as far as their secrets are still kept. Store the first, compare with all. Empty for an unknown
 * network. The first call of a day makes its secret; Plan: network_keys_pkey, at most 31 rows.
 */
export async function networkNames(ctx: Ctx, networkHash: string | null): Promise<string[]> {
  if (networkHash === null) return [];
  const kept = await keptSecrets(ctx);
  const secrets = kept[0]?.today ? kept : await withToday(ctx);
  return secrets.map(({ secret }) => createHmac('sha256', secret).update(networkHash).digest('base64url'));
}

/** The name to store; null for an unknown network. */
export const networkName = async (ctx: Ctx, networkHash: string | null): Promise<string | null> =>
  (await networkNames(ctx, networkHash))[0] ?? null;

/** Destroys the secrets of days long past; gives how many. Safe to repeat. */
export async function destroyOldNetworkKeys({ db }: Ctx): Promise<{ destroyed: number }> {
  const rows = await db.execute(
    sql`delete from network_keys where day <= clock()::date - ${networkDays}::int returning day`,
  );
  return { destroyed: rows.length };
}

type Secret = { secret: string; today: boolean };

const keptSecrets = ({ db }: Ctx): Promise<Secret[]> =>
  db.execute<Secret>(sql`
    select secret, day = clock()::date as today from network_keys
    where day > clock()::date - ${networkDays}::int order by day desc limit ${networkDays + 1}`);

/** Of two that begin a day at once, the second waits for the first and takes its secret. */
async function withToday(ctx: Ctx): Promise<Secret[]> {
  const secret = randomBytes(32).toString('base64url');
  await ctx.db.execute(
    sql`insert into network_keys (day, secret) values (clock()::date, ${secret}) on conflict do nothing`,
  );
  return keptSecrets(ctx);
}
