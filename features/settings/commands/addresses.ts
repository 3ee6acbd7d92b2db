import { and, eq, ne, or, sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { addresses } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import { Conflict } from '@/lib/errors';
import { isReservedWord } from '@/lib/reserved-words';
import { normalPath } from '../queries';

/** Who an address leads to. */
export type Claim =
  | { kind: 'section'; sectionId: number }
  | { kind: 'page'; articleId: number }
  | { kind: 'redirect'; target: string };

/**
 * Takes a public path (`asia-pacific`, `tag/old-name`) for a section, a staff page or a redirect. Part of another
 * command's transaction, which has asked who it is. Throws Conflict, with a sentence for the field `slug`, when the
 * word is reserved or the path taken; an owner may take back a path that redirects to itself.
 */
export async function claimAddress(tx: Work, { path, ...claim }: Claim & { path: string }): Promise<void> {
  const wanted = normalPath(path);
  if (isReservedWord(wanted.split('/')[0] ?? '') && claim.kind !== 'redirect') throw reserved(wanted);
  const row = {
    kind: claim.kind,
    sectionId: claim.kind === 'section' ? claim.sectionId : null,
    articleId: claim.kind === 'page' ? claim.articleId : null,
    target: claim.kind === 'redirect' ? claim.target : null,
  };
  const taken = await tx.db
    .insert(addresses)
    .values({ path: wanted, ...row })
    .onConflictDoUpdate({ target: addresses.path, set: row, setWhere: isOwnRedirect(claim) })
    .returning({ path: addresses.path });
  if (taken.length === 0) throw await takenBy(tx, wanted);
  tx.stale(cacheTags.path(`/${wanted}`));
}

/**
 * Moves a section or page to another path. The old one redirects there for ever, and so does everything that redirected
 * to the old one: chains collapse to one step.
 */
export async function moveAddress(
  tx: Work,
  { from, to, ...claim }: { from: string; to: string } & Exclude<Claim, { kind: 'redirect' }>,
): Promise<void> {
  const [before, after] = [normalPath(from), normalPath(to)];
  if (before === after) return;
  await claimAddress(tx, { ...claim, path: after });
  await redirectAddress(tx, { from: before, to: after });
}

/** Makes one path redirect to another, whatever it was, and all that redirected to it too. */
export async function redirectAddress(tx: Work, { from, to }: { from: string; to: string }): Promise<void> {
  const [before, after] = [normalPath(from), normalPath(to)];
  const target = `/${after}`;
  // What is now an address of its own must not redirect as well.
  await tx.db.delete(addresses).where(and(eq(addresses.path, after), eq(addresses.kind, 'redirect')));
  await tx.db
    .insert(addresses)
    .values({ path: before, kind: 'redirect', target })
    .onConflictDoUpdate({ target: addresses.path, set: { kind: 'redirect', target } });
  const collapsed = await tx.db
    .update(addresses)
    .set({ target })
    .where(and(eq(addresses.kind, 'redirect'), eq(addresses.target, `/${before}`), ne(addresses.path, after)))
    .returning({ path: addresses.path });
  tx.stale(
    ...[before, after, ...collapsed.map(({ path }) => path)].map((path) => cacheTags.path(`/${path}`)),
  );
}

const isOwnRedirect = (claim: Claim) =>
  claim.kind === 'redirect'
    ? sql`false`
    : and(
        eq(addresses.kind, 'redirect'),
        or(
          claim.kind === 'section' ? eq(addresses.sectionId, claim.sectionId) : undefined,
          claim.kind === 'page' ? eq(addresses.articleId, claim.articleId) : undefined,
        ),
      );

const refusal = (sentence: string) => Conflict(sentence, { fields: { slug: sentence } });

const reserved = (path: string) =>
  refusal(`“${path}” is an address that Broadsheet itself answers. Choose another word.`);

async function takenBy(tx: Work, path: string) {
  const [row] = await tx.db
    .select({ kind: addresses.kind, target: addresses.target })
    .from(addresses)
    .where(eq(addresses.path, path));
  if (row?.kind === 'redirect')
    return refusal(`“${path}” still leads readers of old links to ${row.target}. Choose another word.`);
  return refusal(`“${path}” is the address of another ${row?.kind ?? 'page'} already. Choose another word.`);
}
