import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { addresses } from '@/db/schema';

export interface RedirectRow {
  path: string;
  target: string;
  byHand: boolean;
}

export const redirectsAPage = 50;

const shown = { path: addresses.path, target: sql<string>`${addresses.target}`, byHand: addresses.byHand };

/**
 * A page of redirects in the order of their paths, those of renamed sections, stories and tags among them. `matching` is
 * a part of either address. Plan: addresses_pkey in order, or addresses_words where few match.
 */
export async function listRedirects(
  ctx: Ctx,
  { matching = '', after }: { matching?: string; after?: string },
): Promise<{ redirects: RedirectRow[]; next: string | null }> {
  // Paths are kept without the slash that people type before them; in the new address it is passed over.
  const words = matching.replace(/^\/+/, '');
  const part = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await ctx.db
    .select(shown)
    .from(addresses)
    .where(
      and(
        eq(addresses.kind, 'redirect'),
        words === '' ? undefined : sql`(${addresses.path} || ' ' || ${addresses.target}) ilike ${part}`,
        after === undefined ? undefined : gt(addresses.path, after),
      ),
    )
    .orderBy(asc(addresses.path))
    .limit(redirectsAPage + 1);
  const redirects = rows.slice(0, redirectsAPage);
  return { redirects, next: rows.length > redirectsAPage ? (redirects.at(-1)?.path ?? null) : null };
}

/** One redirect by its path, as it is kept; null when there is none. */
export async function findRedirect(ctx: Ctx, path: string): Promise<RedirectRow | null> {
  const [row] = await ctx.db
    .select(shown)
    .from(addresses)
    .where(and(eq(addresses.path, path), eq(addresses.kind, 'redirect')));
  return row ?? null;
}

/** What stands at these paths, as they are kept. */
export async function listAddresses(ctx: Ctx, paths: string[]) {
  if (paths.length === 0) return [];
  return ctx.db
    .select({ kind: addresses.kind, ...shown })
    .from(addresses)
    .where(inArray(addresses.path, paths));
}
