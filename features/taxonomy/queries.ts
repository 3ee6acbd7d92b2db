import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { authors, sections, tags } from '@/db/schema';

export type SectionRow = typeof sections.$inferSelect;
export type TagRow = typeof tags.$inferSelect;
export type AuthorRow = typeof authors.$inferSelect;

/** A section in its place: `depth` 0 is the top; `path` names it with its parents, for menus: "News › Asia-Pacific". */
export interface ListedSection extends SectionRow {
  depth: number;
  path: string;
}

const maxListed = 1000;

/** Every section, parents before their children, in the desk's order. At most 1,000: a paper has dozens. */
export async function listSections(ctx: Ctx): Promise<ListedSection[]> {
  const rows = await ctx.db
    .select()
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.id))
    .limit(maxListed);
  return nest(rows);
}

/** Parents before children, siblings in the order they came in. Rows whose parent is missing are not reached. */
export function nest(rows: SectionRow[]): ListedSection[] {
  const children = Map.groupBy(rows, (row) => row.parentId);
  const walk = (parentId: number | null, depth: number, above: string): ListedSection[] =>
    (children.get(parentId) ?? []).flatMap((row) => {
      const path = above ? `${above} › ${row.name}` : row.name;
      return [{ ...row, depth, path }, ...walk(row.id, depth + 1, path)];
    });
  return walk(null, 0, '');
}

export async function findSectionBySlug(ctx: Ctx, slug: string): Promise<SectionRow | null> {
  const [row] = await ctx.db.select().from(sections).where(eq(sections.slug, slug)).limit(1);
  return row ?? null;
}

export async function findSection(ctx: Ctx, id: number): Promise<SectionRow | null> {
  const [row] = await ctx.db.select().from(sections).where(eq(sections.id, id)).limit(1);
  return row ?? null;
}

export async function findTagBySlug(ctx: Ctx, slug: string): Promise<TagRow | null> {
  const [row] = await ctx.db.select().from(tags).where(eq(tags.slug, slug)).limit(1);
  return row ?? null;
}

/** Tags by id, in name order; ids that do not exist are left out. */
export async function listTagsById(ctx: Ctx, ids: number[]): Promise<TagRow[]> {
  if (ids.length === 0) return [];
  return ctx.db.select().from(tags).where(inArray(tags.id, ids)).orderBy(asc(tags.name)).limit(ids.length);
}

/** Tags whose name holds `matching` (all when empty), in name order, `limit` at most (50). */
export async function listTags(
  ctx: Ctx,
  { matching = '', limit = 50 }: { matching?: string; limit?: number } = {},
): Promise<TagRow[]> {
  return ctx.db
    .select()
    .from(tags)
    .where(matching ? sql`${tags.name} ilike ${`%${likeText(matching)}%`}` : undefined)
    .orderBy(asc(sql`lower(${tags.name})`), asc(tags.id))
    .limit(limit);
}

/** Text to be found as it stands by LIKE. */
const likeText = (text: string) => text.replace(/[\\%_]/g, (character) => `\\${character}`);

export async function findAuthorBySlug(ctx: Ctx, slug: string): Promise<AuthorRow | null> {
  const [row] = await ctx.db.select().from(authors).where(eq(authors.slug, slug)).limit(1);
  return row ?? null;
}

/** The byline of a signed-in person, or null. */
export async function findAuthorOfUser(ctx: Ctx, userId: number): Promise<AuthorRow | null> {
  const [row] = await ctx.db.select().from(authors).where(eq(authors.userId, userId)).limit(1);
  return row ?? null;
}

/** Everybody a story can be signed by, in name order. At most 1,000. */
export async function listAuthors(ctx: Ctx): Promise<AuthorRow[]> {
  return ctx.db
    .select()
    .from(authors)
    .orderBy(asc(sql`lower(${authors.name})`), asc(authors.id))
    .limit(maxListed);
}
