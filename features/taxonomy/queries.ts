import { and, asc, count, desc, eq, getTableColumns, ilike, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articleSections, authors, deletedShelves, sections, series, tags } from '@/db/schema';

export type SectionRow = typeof sections.$inferSelect;
export type TagRow = typeof tags.$inferSelect;
export type SeriesRow = typeof series.$inferSelect;
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

/** A section and everything below it. `sections` come parents first. */
export function familyOf(sectionId: number, sections: ListedSection[]): number[] {
  const family = new Set([sectionId]);
  for (const { id, parentId } of sections) if (parentId !== null && family.has(parentId)) family.add(id);
  return [...family];
}

export async function findTagBySlug(ctx: Ctx, slug: string): Promise<TagRow | null> {
  const [row] = await ctx.db.select().from(tags).where(eq(tags.slug, slug)).limit(1);
  return row ?? null;
}

/** Tags whose name holds `matching` (all when empty), in name order, `limit` at most (50). */
export async function listTags(
  ctx: Ctx,
  { matching = '', limit = 50 }: { matching?: string; limit?: number } = {},
): Promise<TagRow[]> {
  return ctx.db
    .select()
    .from(tags)
    .where(matching ? ilike(tags.name, `%${likeText(matching)}%`) : undefined)
    .orderBy(asc(sql`lower(${tags.name})`), asc(tags.id))
    .limit(limit);
}

/** The tag of this name, in any capitals, with its live stories. By tags_name_key. */
export async function findTagByName(ctx: Ctx, name: string): Promise<Counted<TagRow> | null> {
  const [row] = await ctx.db
    .select({ ...getTableColumns(tags), stories: storiesWithTag })
    .from(tags)
    .where(sql`lower(${tags.name}) = lower(${name})`);
  return row ?? null;
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

/** How many live stories stand in each section, by id; sections without any are absent. One index-only scan. */
export async function countStoriesBySection(ctx: Ctx): Promise<Map<number, number>> {
  const rows = await ctx.db
    .select({ sectionId: articleSections.sectionId, stories: count() })
    .from(articleSections)
    .groupBy(articleSections.sectionId)
    .limit(maxListed);
  return new Map(rows.map(({ sectionId, stories }) => [sectionId, stories]));
}

/** A tag or author with how many live stories it stands on. */
export type Counted<Row> = Row & { stories: number };

const tagsOnPage = 50;

/**
 * A page of tags in name order, with their live stories; `after` is the id of the last tag of the page before. Paged by
 * key: the hundredth page costs what the first costs (tags_name_key, then one count of article_tags_list a row).
 */
export async function listTagPage(
  ctx: Ctx,
  { matching = '', after }: { matching?: string; after?: number },
): Promise<{ tags: Counted<TagRow>[]; next: number | null }> {
  const rows = await ctx.db
    .select({ ...getTableColumns(tags), stories: storiesWithTag })
    .from(tags)
    .where(
      and(
        matching ? ilike(tags.name, `%${likeText(matching)}%`) : undefined,
        after === undefined
          ? undefined
          : sql`(lower(${tags.name}), ${tags.id}) > (select lower(t.name), t.id from tags t where t.id = ${after})`,
      ),
    )
    .orderBy(asc(sql`lower(${tags.name})`), asc(tags.id))
    .limit(tagsOnPage + 1);
  const page = rows.slice(0, tagsOnPage);
  return { tags: page, next: rows.length > tagsOnPage ? (page.at(-1)?.id ?? null) : null };
}

// Named with its table, which Drizzle leaves out of a single table's columns.
const storiesWithTag = sql<number>`(select count(*)::int from article_tags x where x.tag_id = tags.id)`;
const storiesByAuthor = sql<number>`(select count(*)::int from bylines x where x.author_id = authors.id)`;

export async function findTag(ctx: Ctx, id: number): Promise<Counted<TagRow> | null> {
  const [row] = await ctx.db
    .select({ ...getTableColumns(tags), stories: storiesWithTag })
    .from(tags)
    .where(eq(tags.id, id));
  return row ?? null;
}

/** Everybody a story can be signed by, with their live stories, in name order. At most 1,000. */
export async function listCountedAuthors(ctx: Ctx, only?: number): Promise<Counted<AuthorRow>[]> {
  return ctx.db
    .select({ ...getTableColumns(authors), stories: storiesByAuthor })
    .from(authors)
    .where(only === undefined ? undefined : eq(authors.id, only))
    .orderBy(asc(sql`lower(${authors.name})`), asc(authors.id))
    .limit(maxListed);
}

const storiesInSeries = sql<number>`(select count(*)::int from articles x where x.live_series_id = series.id)`;

/** Every series with its live parts, the newest first; or the one asked for. At most 1,000. */
export async function listSeries(ctx: Ctx, only?: number): Promise<Counted<SeriesRow>[]> {
  return ctx.db
    .select({ ...getTableColumns(series), stories: storiesInSeries })
    .from(series)
    .where(only === undefined ? undefined : eq(series.id, only))
    .orderBy(desc(series.id))
    .limit(maxListed);
}

/** The live parts of a series in their order, with their headlines. Plan: articles_live_series. */
export async function listSeriesStories(
  ctx: Pick<Ctx, 'db'>,
  seriesId: number,
): Promise<{ id: number; title: string }[]> {
  const rows = await ctx.db.execute<{ id: string; title: string }>(sql`
    select x.id, r.title from series s
    join articles x on x.live_series_id = s.id and x.live_revision_id is not null
    join revisions r on r.id = x.live_revision_id
    where s.id = ${seriesId}
    order by array_position(s.story_ids, x.id), x.first_live_at, x.id limit ${maxListed}`);
  return rows.map(({ id, title }) => ({ id: Number(id), title }));
}

export type ShelfKind = (typeof deletedShelves.$inferSelect)['kind'];

/** A section, tag, series or byline in the trash. */
export interface DeletedShelf {
  id: number;
  kind: ShelfKind;
  name: string;
  slug: string;
  deletedAt: Date;
  /** Null where that was the command line, or is not known. */
  deletedBy: string | null;
  /** The tag it became, as that was called then; null where it was deleted. */
  mergedInto: { id: number; name: string } | null;
}

const deletedListed = 200;

/** What was deleted of the paper's shelves, or the tags that became one, the last first; 200 at most. Plan: deleted_shelves_pkey backwards, then audit_subject for each. */
export async function listDeleted(ctx: Ctx, mergedInto?: number): Promise<DeletedShelf[]> {
  const { id, kind, name, kept, deletedAt } = deletedShelves;
  const deletedBy = sql<string | null>`(
    select actor_name from audit where subject = ${kind}::text and subject_id = ${deletedShelves.shelfId}::text
      and verb in ('delete-' || ${kind}::text, 'merge-tags') and actor_id is not null order by id desc limit 1)`;
  return ctx.db
    .select({
      id,
      kind,
      name,
      slug: sql<string>`${kept} ->> 'slug'`,
      deletedAt,
      deletedBy,
      mergedInto: sql<DeletedShelf['mergedInto']>`case when ${kept} ? 'into'
        then json_build_object('id', ${kept} #> '{into,tagId}', 'name', ${kept} #> '{into,name}') end`,
    })
    .from(deletedShelves)
    .where(mergedInto === undefined ? undefined : sql`${kept} #>> '{into,tagId}' = ${String(mergedInto)}`)
    .orderBy(desc(id))
    .limit(deletedListed);
}
