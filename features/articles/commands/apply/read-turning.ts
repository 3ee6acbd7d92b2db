import { and, asc, inArray, isNull, sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import {
  addresses,
  articles,
  authors,
  publications,
  revisions,
  sections,
  series,
  slugs,
  tags,
} from '@/db/schema';
import type { DuePublication, Surroundings, TurningArticle } from './turn';

/** A section as far as addresses and stale pages need it. */
export interface SectionPlace {
  id: number;
  slug: string;
  parentId: number | null;
}

export interface Turning {
  articles: TurningArticle[];
  due: DuePublication[];
  around: Surroundings;
  sections: Map<number, SectionPlace>;
}

/**
 * Reads everything that decides about the due rows of articles whose rows are locked: a fixed number of statements,
 * however many articles. Sections are held in place (`for key share`) until the transaction ends.
 */
export async function readTurning(tx: Work, articleIds: number[]): Promise<Turning> {
  const due = await listDue(tx, articleIds);
  const ids = [...new Set(due.map(({ articleId }) => articleId))];
  if (ids.length === 0) return { articles: [], due, around: surroundings(tx.now), sections: new Map() };
  const planned = await listRevisions(tx, due);
  const places = await tx.db
    .select({ id: sections.id, slug: sections.slug, parentId: sections.parentId })
    .from(sections)
    .orderBy(asc(sections.id))
    .for('key share');
  const around: Surroundings = {
    now: tx.now,
    revisions: new Map(planned.map((revision) => [revision.id, revision])),
    sectionIds: new Set(places.map(({ id }) => id)),
    tagIds: await existing(
      tx,
      tags,
      planned.flatMap(({ tagIds }) => tagIds),
    ),
    authorIds: await existing(
      tx,
      authors,
      planned.flatMap(({ authorIds }) => authorIds),
    ),
    seriesIds: await existing(
      tx,
      series,
      planned.flatMap(({ seriesId }) => seriesId ?? []),
    ),
    ...(await listOwners(
      tx,
      planned.map(({ slug }) => slug),
    )),
  };
  return {
    articles: await listTurning(tx, ids),
    due,
    around,
    sections: new Map(places.map((place) => [place.id, place])),
  };
}

const surroundings = (now: Date): Surroundings => ({
  now,
  revisions: new Map(),
  sectionIds: new Set(),
  tagIds: new Set(),
  authorIds: new Set(),
  seriesIds: new Set(),
  slugOwners: new Map(),
  rootOwners: new Map(),
});

const listDue = (tx: Work, articleIds: number[]): Promise<DuePublication[]> =>
  tx.db
    .select({
      id: publications.id,
      articleId: publications.articleId,
      kind: publications.kind,
      revisionId: publications.revisionId,
      effectiveAt: publications.effectiveAt,
      material: publications.material,
    })
    .from(publications)
    .where(
      and(
        inArray(publications.articleId, articleIds),
        isNull(publications.appliedAt),
        isNull(publications.cancelledAt),
        isNull(publications.failure),
        sql`${publications.effectiveAt} <= clock()`,
      ),
    )
    .orderBy(asc(publications.effectiveAt), asc(publications.id));

async function listRevisions(tx: Work, due: DuePublication[]) {
  const ids = due.flatMap(({ revisionId }) => revisionId ?? []);
  if (ids.length === 0) return [];
  // A merge that is just being undone is waited for, so that the tags are read as they stand after it.
  await tx.db.execute(sql`
    select from tag_merges where from_id in (
      select unnest(tag_ids) from revisions where ${inArray(revisions.id, ids)}) order by from_id for key share`);
  return tx.db
    .select({
      id: revisions.id,
      slug: revisions.slug,
      sectionIds: revisions.sectionIds,
      tagIds: sql`standing_tags(${revisions.tagIds})`.mapWith(revisions.tagIds),
      authorIds: revisions.authorIds,
      seriesId: revisions.seriesId,
    })
    .from(revisions)
    .where(inArray(revisions.id, ids));
}

async function existing(
  tx: Work,
  table: typeof tags | typeof authors | typeof series,
  ids: number[],
): Promise<Set<number>> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Set();
  const rows = await tx.db.select({ id: table.id }).from(table).where(inArray(table.id, unique));
  return new Set(rows.map(({ id }) => id));
}

async function listOwners(tx: Work, wanted: string[]) {
  if (wanted.length === 0) return { slugOwners: new Map(), rootOwners: new Map() };
  const held = await tx.db
    .select({ slug: slugs.slug, articleId: slugs.articleId })
    .from(slugs)
    .where(inArray(slugs.slug, wanted));
  const roots = await tx.db
    .select({ path: addresses.path, articleId: addresses.articleId })
    .from(addresses)
    .where(inArray(addresses.path, wanted));
  return {
    slugOwners: new Map(held.map(({ slug, articleId }) => [slug, articleId])),
    rootOwners: new Map(roots.map(({ path, articleId }) => [path, articleId ?? 0])),
  };
}

/** The live side as it stands, with the filing that lists use; ids in their order. */
async function listTurning(tx: Work, ids: number[]): Promise<TurningArticle[]> {
  const filed = (table: string, column: string) => sql<number[]>`
    array(select f.${sql.identifier(column)}::float8 from ${sql.identifier(table)} f where f.article_id = ${articles}.id order by f.position)`;
  const rows = await tx.db
    .select({
      id: articles.id,
      kind: articles.kind,
      trashedAt: articles.trashedAt,
      embargoAt: articles.embargoAt,
      liveRevisionId: articles.liveRevisionId,
      liveSlug: articles.liveSlug,
      liveSectionId: articles.liveSectionId,
      firstLiveAt: articles.firstLiveAt,
      updatedLiveAt: articles.updatedLiveAt,
      withdrawnAt: articles.withdrawnAt,
      killedAt: articles.killedAt,
      sectionIds: filed('article_sections', 'section_id'),
      tagIds: filed('article_tags', 'tag_id'),
      authorIds: filed('bylines', 'author_id'),
      seriesId: articles.liveSeriesId,
    })
    .from(articles)
    .where(inArray(articles.id, ids));
  return rows.map(({ sectionIds, tagIds, authorIds, seriesId, ...article }) => ({
    ...article,
    filing: { sectionIds, tagIds, authorIds, seriesId },
  }));
}
