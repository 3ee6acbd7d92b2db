import { and, desc, eq, getTableColumns, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import {
  articles,
  audit,
  authors,
  media,
  publications,
  revisions,
  sections,
  series,
  tagMerges,
  tags,
  users,
} from '@/db/schema';
import type { Matter } from '@/features/users/rules';
import { migrateBody } from '@/lib/rich-text/migrate';
import { groupVersions, type Mark, type VersionGroup, type VersionLine } from '../history-rules';
import { type Article, type ArticleState, articleState, type WrittenRevision } from '../rules';
import { listPending } from './ledger';
import { openArticle } from './people';

export interface HistoryPage {
  groups: VersionGroup[];
  /** The `before` of the next page; null on the last. */
  next: number | null;
}

/** Versions read for one page: a morning of autosaves is one line of it, and a few hundred rows are read in a millisecond. */
const versionsRead = 300;

/**
 * The versions of an article below `before`, newest first, as the runs in which they were written. A run that a page's end
 * cuts in two goes to the next page whole, unless it fills this one. Plan: revisions_article from the cursor, then
 * publications_article and audit_subject, each of this article only.
 */
export async function listVersions(
  ctx: Ctx,
  { articleId, before }: { articleId: number; before?: number | undefined },
): Promise<HistoryPage> {
  await openArticle(ctx, articleId);
  const rows = await ctx.db
    .select({
      id: revisions.id,
      title: revisions.title,
      words: revisions.words,
      milestone: revisions.milestone,
      createdAt: revisions.createdAt,
      createdBy: users.name,
    })
    .from(revisions)
    .leftJoin(users, eq(users.id, revisions.createdBy))
    .where(and(eq(revisions.articleId, articleId), before ? lt(revisions.id, before) : undefined))
    .orderBy(desc(revisions.id))
    .limit(versionsRead + 1);
  const shown = rows.slice(0, versionsRead);
  const marks = await listMarks(ctx, articleId);
  const groups = groupVersions(
    shown.map(
      ({ milestone, ...row }): VersionLine => ({
        ...row,
        marks: [
          ...(milestone === null ? [] : [{ kind: 'named' as const, name: milestone }]),
          ...(marks.get(row.id) ?? []),
        ],
      }),
    ),
  );
  const isCut = rows.length > versionsRead;
  if (isCut && groups.length > 1) groups.pop();
  const last = groups.at(-1);
  return { groups, next: isCut && last ? (last.others.at(-1) ?? last.newest).id : null };
}

const verbs = {
  'submit-article': 'submitted',
  'approve-article': 'approved',
  'restore-revision': 'restored',
} as const;
/** Far above what one article sees in its life. */
const mostMarks = 2_000;

/** What happened to each version: the ledger says what went live, the audit log what moved between desks. */
async function listMarks(ctx: Ctx, articleId: number): Promise<Map<number, Mark[]>> {
  const [published, moved] = await Promise.all([
    ctx.db
      .select({
        revisionId: publications.revisionId,
        kind: publications.kind,
        at: publications.appliedAt,
        by: users.name,
      })
      .from(publications)
      .leftJoin(users, eq(users.id, publications.createdBy))
      .where(and(eq(publications.articleId, articleId), isNotNull(publications.appliedAt)))
      .orderBy(publications.effectiveAt)
      .limit(mostMarks),
    ctx.db
      .select({
        verb: audit.verb,
        at: audit.at,
        by: audit.actorName,
        revisionId: sql<number | null>`(${audit.after}->>'revisionId')::float8`,
        stage: sql<string | null>`${audit.after}->>'stage'`,
      })
      .from(audit)
      .where(
        and(
          eq(audit.subject, 'article'),
          eq(audit.subjectId, String(articleId)),
          inArray(audit.verb, Object.keys(verbs)),
        ),
      )
      .orderBy(audit.id)
      .limit(mostMarks),
  ]);
  const marks = new Map<number, Mark[]>();
  const add = (revisionId: number | null, mark: Mark) => {
    if (revisionId !== null) marks.set(revisionId, [...(marks.get(revisionId) ?? []), mark]);
  };
  // What went back to its author was no milestone of the text.
  for (const { verb, at, by, revisionId, stage } of moved)
    if (stage !== 'draft') add(revisionId, { kind: verbs[verb as keyof typeof verbs], at, by });
  for (const { kind, at, by, revisionId } of published)
    if (at !== null && (kind === 'publish' || kind === 'update')) add(revisionId, { kind, at, by });
  return marks;
}

/** What the history's page says of the article itself. */
export interface HistoryHead {
  articleId: number;
  kind: Article['kind'];
  state: ArticleState;
  title: string;
  headRevisionId: number;
  liveRevisionId: number | null;
  embargoAt: Date | null;
  matter: Matter;
}

/** The article, or null when there is none; throws Forbidden where it is not this person's to see. */
export async function findHistoryHead(ctx: Ctx, articleId: number): Promise<HistoryHead | null> {
  const matter = await openArticle(ctx, articleId);
  const [article] = await ctx.db.select().from(articles).where(eq(articles.id, articleId)).limit(1);
  if (!article || !matter || article.headRevisionId === null) return null;
  const pending = await listPending(ctx, [articleId]);
  return {
    articleId,
    kind: article.kind,
    state: articleState(article, pending.get(articleId) ?? []),
    title: article.headTitle,
    headRevisionId: article.headRevisionId,
    liveRevisionId: article.liveRevisionId,
    embargoAt: article.embargoAt,
    matter,
  };
}

/** A version whole, with who saved it. */
export interface Version extends WrittenRevision {
  savedBy: string | null;
}

/**
 * A version and the one it is compared with: the one named, or the one before it. Null where it is not the article's; the
 * second is null for the first version there was. By primary key and revisions_article.
 */
export async function findVersions(
  ctx: Ctx,
  { articleId, version, against }: { articleId: number; version: number; against?: number | undefined },
): Promise<{ version: Version; against: Version | null } | null> {
  await openArticle(ctx, articleId);
  const { html: _html, plainText: _plainText, ...written } = getTableColumns(revisions);
  const one = (which: ReturnType<typeof eq>) =>
    ctx.db
      .select({ ...written, savedBy: users.name })
      .from(revisions)
      .leftJoin(users, eq(users.id, revisions.createdBy))
      .where(and(eq(revisions.articleId, articleId), which))
      .orderBy(desc(revisions.id))
      .limit(1);
  const [[found], [other]] = await Promise.all([
    one(eq(revisions.id, version)),
    one(against === undefined ? lt(revisions.id, version) : eq(revisions.id, against)),
  ]);
  return found ? { version: inOurVersion(found), against: other ? inOurVersion(other) : null } : null;
}

const inOurVersion = (version: Version): Version => ({
  ...version,
  body: migrateBody(version.body, version.bodyVersion),
});

/** What ids stand for: sections, tags, authors and series by name, lead pictures by file. */
export interface FilingNames {
  sections: Map<number, string>;
  tags: Map<number, string>;
  authors: Map<number, string>;
  series: Map<number, string>;
  pictures: Map<number, string>;
}

/** By the number that a version has; a tag that became another has that one's name. */
async function tagNamesOf(ctx: Ctx, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: sql<number>`i.id::float8`, name: tags.name })
    .from(sql`unnest(${sql.param([...new Set(ids)])}::bigint[]) i(id)`)
    .leftJoin(tagMerges, sql`${tagMerges.fromId} = i.id`)
    .innerJoin(tags, sql`${tags.id} = coalesce(${tagMerges.tagId}, i.id)`)
    .orderBy(sql`i.id`)
    .limit(ids.length);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The names of what versions are filed under; what was deleted since has none. All by primary key. */
export async function listFilingNames(ctx: Ctx, versions: WrittenRevision[]): Promise<FilingNames> {
  const named = async (
    table: typeof sections | typeof authors | typeof series,
    ids: number[],
  ): Promise<Map<number, string>> => {
    if (ids.length === 0) return new Map();
    const rows = await ctx.db
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(inArray(table.id, ids))
      .orderBy(table.id)
      .limit(ids.length);
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  const leads = versions.flatMap(({ leadMediaId }) => leadMediaId ?? []);
  const [sectionNames, tagNames, authorNames, seriesNames, files] = await Promise.all([
    named(
      sections,
      versions.flatMap(({ sectionIds }) => sectionIds),
    ),
    tagNamesOf(
      ctx,
      versions.flatMap(({ tagIds }) => tagIds),
    ),
    named(
      authors,
      versions.flatMap(({ authorIds }) => authorIds),
    ),
    named(
      series,
      versions.flatMap(({ seriesId }) => seriesId ?? []),
    ),
    leads.length === 0
      ? []
      : ctx.db
          .select({ id: media.id, hash: media.hash })
          .from(media)
          .where(inArray(media.id, leads))
          .orderBy(media.id)
          .limit(leads.length),
  ]);
  return {
    sections: sectionNames,
    tags: tagNames,
    authors: authorNames,
    series: seriesNames,
    pictures: new Map(files.map(({ id, hash }) => [id, hash])),
  };
}
