import { and, asc, eq, inArray, lte, or, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { audit, tags } from '@/db/schema';
import { tagAddress } from '@/lib/public-addresses';
import type { Named } from './story-card';

interface Tag {
  name: string;
  slug: string;
}

/**
 * The tags of a version as they were at an instant: those merged into others since stand by themselves again, those renamed
 * bear the name of then, those deleted are there. The audit log keeps what each was called and what it became.
 * Plan: audit_subject, a handful of rows a tag; once more for each tag that others had become by then.
 */
export async function listTagsThen(
  ctx: Ctx,
  { at, tagIds }: { at: Date; tagIds: number[] },
): Promise<Named[]> {
  if (tagIds.length === 0) return [];
  const ids = await standingThen(ctx, tagIds, at);
  const [were, now] = await Promise.all([
    findNames(ctx, ids, at),
    ctx.db.select({ id: tags.id, name: tags.name, slug: tags.slug }).from(tags).where(inArray(tags.id, ids)),
  ]);
  return ids.flatMap((id) => {
    const tag = were.get(id) ?? now.find((one) => one.id === id);
    // The address of then leads on to that of today.
    return tag ? [{ id, name: tag.name, href: tagAddress(tag.slug) }] : [];
  });
}

/** Each once, in their order, as what they were by then: a tag may have become one that became another. */
async function standingThen(ctx: Ctx, tagIds: number[], at: Date): Promise<number[]> {
  const became = await findBecame(ctx, tagIds, at);
  const ids = [...new Set(tagIds.map((id) => became.get(id) ?? id))];
  return became.size === 0 ? ids : standingThen(ctx, ids, at);
}

/** What these tags had become by then, one step on. A merge that was undone by then counts no more. */
async function findBecame({ db }: Ctx, ids: number[], at: Date): Promise<Map<number, number>> {
  const rows = await db
    .select({
      id: sql<number>`${audit.subjectId}::int`,
      intoId: sql<number | null>`(${audit.after}->>'id')::int`,
    })
    .from(audit)
    .where(
      and(
        eq(audit.subject, 'tag'),
        inArray(audit.subjectId, ids.map(String)),
        or(and(eq(audit.verb, 'merge-tags'), sql`${audit.after} ? 'id'`), eq(audit.verb, 'undo-merge-tags')),
        lte(audit.at, at),
      ),
    )
    .orderBy(asc(audit.at), asc(audit.id))
    .limit(2_000);
  const last = new Map(rows.map(({ id, intoId }) => [id, intoId]));
  return new Map([...last].flatMap(([id, intoId]) => (intoId === null ? [] : [[id, intoId] as const])));
}

/** What each was called: before the first change since, or else after the last change by then. */
async function findNames({ db }: Ctx, ids: number[], at: Date): Promise<Map<number, Tag>> {
  const isSince = sql<boolean>`${audit.at} > ${at.toISOString()}::timestamptz`;
  const rows = await db
    .select({
      id: sql<number>`${audit.subjectId}::int`,
      tag: sql<Tag | null>`case when ${isSince} then ${audit.before} else ${audit.after} end`,
      isSince,
    })
    .from(audit)
    .where(
      and(
        eq(audit.subject, 'tag'),
        inArray(audit.subjectId, ids.map(String)),
        // A merge's own row says of the tag that went what it was, and then what another is.
        or(
          inArray(audit.verb, ['create-tag', 'rename-tag', 'delete-tag', 'restore-tag', 'undo-merge-tags']),
          and(eq(audit.verb, 'merge-tags'), isSince, sql`${audit.after} ? 'id'`),
        ),
      ),
    )
    .orderBy(asc(audit.at), asc(audit.id))
    .limit(2_000);
  const names = new Map<number, Tag>();
  const settled = new Set<number>();
  for (const { id, tag, isSince: since } of rows) {
    if (!tag || settled.has(id)) continue;
    names.set(id, tag);
    if (since) settled.add(id);
  }
  return names;
}
