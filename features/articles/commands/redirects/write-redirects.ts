import { sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { addresses } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import type { Judged } from './judge-redirects';

/** Audit rows of a paste name so many at most; the number is told whole. */
const namedInAudit = 200;

/**
 * Writes what was judged good, and leads what led to those addresses on to their end, in two statements however many
 * there are. Readers of every instance are sent on from their next request.
 */
export async function writeRedirects(tx: Work, judged: Judged[]): Promise<void> {
  const good = judged.flatMap((each) =>
    each.outcome === 'added' || each.outcome === 'changed' ? [each] : [],
  );
  if (good.length === 0) return;
  await tx.db
    .insert(addresses)
    .values(good.map(({ path, target }) => ({ path, target, kind: 'redirect' as const, byHand: true })))
    .onConflictDoUpdate({
      target: addresses.path,
      set: { target: sql`excluded.target`, byHand: true },
      setWhere: sql`${addresses.kind} = 'redirect'`,
    });
  const ends = JSON.stringify(good.map(({ path, target }) => ({ path: `/${path}`, target })));
  const collapsed = await tx.db.execute<{ path: string }>(sql`
    update addresses a set target = e.target
    from jsonb_to_recordset(${ends}::jsonb) as e(path text, target text)
    where a.kind = 'redirect' and a.target = e.path and '/' || a.path <> e.target
    returning a.path`);
  const named = good.slice(0, namedInAudit);
  const side = (read: (each: (typeof good)[number]) => string | null) =>
    Object.fromEntries(named.map((each) => [`/${each.path}`, read(each)]));
  tx.record('set-redirects', 'address', good.length === 1 ? (good[0]?.path ?? null) : null, {
    before: side(({ before }) => before),
    after: { ...side(({ target }) => target), ...(good.length > 1 && { count: good.length }) },
  });
  tx.stale(...[...good, ...collapsed].map(({ path }) => cacheTags.path(`/${path}`)));
}
