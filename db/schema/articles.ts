import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import type { RichText } from '@/lib/rich-text/document';
import { id, instant, ref } from './columns';
import { media } from './media';
import { sections, series } from './taxonomy';
import { users } from './users';

export const articleKind = pgEnum('article_kind', ['story', 'page', 'live']);
export const stage = pgEnum('stage', ['draft', 'in_review', 'approved']);
export const publicationKind = pgEnum('publication_kind', ['publish', 'update', 'withdraw', 'kill']);
export const commentPolicy = pgEnum('comment_policy', ['open', 'closed', 'hidden']);

/** In the trash, and nothing of it was ever before readers: neither a version nor a notice that it was taken back. */
export const neverHad = sql.raw('trashed_at is not null and first_live_at is null and killed_at is null');

/** How many articles, by number, one sitemap holds: far below the 50,000 that are allowed, so that none is dear to make. */
export const sitemapSpan = 1_000;

/**
 * The thing. What the desk edits is `headRevisionId`; every column from `slug` of the live block down is set only
 * by the ledger (`features/articles/commands/apply-publication.ts`). Scheduled, live, withdrawn and killed are derived
 * (`features/articles/rules.ts`), never stored.
 */
export const articles = pgTable(
  'articles',
  {
    id: id(),
    kind: articleKind().notNull().default('story'),
    stage: stage().notNull().default('draft'),
    headRevisionId: ref().references((): AnyPgColumn => revisions.id),
    createdBy: ref().references(() => users.id, { onDelete: 'set null' }),
    assigneeId: ref().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant().notNull().defaultNow(),
    savedAt: instant().notNull().defaultNow(),
    trashedAt: instant(),
    embargoAt: instant(),
    /** When the desk wants it finished; nothing happens by itself then. */
    dueAt: instant(),
    commentPolicy: commentPolicy().notNull().default('open'),
    /** Approved comments; kept by the comment commands, proven by recount. */
    commentCount: integer().notNull().default(0),

    liveRevisionId: ref().references((): AnyPgColumn => revisions.id),
    liveSlug: text(),
    liveSectionId: ref().references(() => sections.id),
    liveSeriesId: ref().references(() => series.id, { onDelete: 'set null' }),
    firstLiveAt: instant(),
    updatedLiveAt: instant(),
    withdrawnAt: instant(),
    killedAt: instant(),

    /** Of the head revision, copied by a trigger, so that the desk finds among 100,000 without opening revisions. */
    headTitle: text().notNull().default(''),
    headSectionIds: ref().array().notNull().default(sql`'{}'`),
  },
  (t) => [
    index('articles_head_title').using('gin', sql`${t.headTitle} gin_trgm_ops`),
    index('articles_head_sections').using('gin', t.headSectionIds),
    index('articles_maker').on(t.createdBy, t.savedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('articles_assignee').on(t.assigneeId).where(sql`${t.assigneeId} is not null`),
    index('articles_desk')
      .on(t.stage, t.savedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.liveRevisionId} is null and ${t.trashedAt} is null and ${t.killedAt} is null`),
    index('articles_put_away')
      .on(t.savedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.trashedAt} is not null or ${t.killedAt} is not null or ${t.withdrawnAt} is not null`),
    // What may go for good: a story that readers never had.
    index('articles_trash').on(t.trashedAt, t.id).where(neverHad),
    index('articles_saved').on(t.savedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    // The desk's list by headline and by due date.
    index('articles_titles').on(sql`left(lower(${t.headTitle}), 80)`, t.id),
    index('articles_due').on(t.dueAt, t.id).where(sql`${t.dueAt} is not null`),
    index('articles_live')
      .on(t.firstLiveAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.liveRevisionId} is not null`),
    // When something in each sitemap last changed: its newest entry.
    index('articles_sitemap')
      .on(
        sql`((${t.id} - 1) / ${sql.raw(String(sitemapSpan))})`,
        sql`greatest(${t.firstLiveAt}, ${t.updatedLiveAt})`,
      )
      .where(sql`${t.liveRevisionId} is not null`),
    index('articles_live_section').on(t.liveSectionId),
    index('articles_live_series').on(t.liveSeriesId).where(sql`${t.liveSeriesId} is not null`),
    index('articles_embargo').on(t.embargoAt).where(sql`${t.embargoAt} is not null`),
    // The handful of staff pages among all the stories, for the menus of every page and the desk's list of them.
    index('articles_pages')
      .on(t.savedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.kind} = 'page'`),
    check(
      'articles_live_whole',
      sql`(${t.liveRevisionId} is null) or (${t.liveSlug} is not null and ${t.firstLiveAt} is not null and ${t.killedAt} is null)`,
    ),
  ],
);

/**
 * One whole state of an article: text and filing together, so that readers never see half an edit. Append-only.
 * `html` is rendered from `body` when saved; `words` is counted by `lib/reading-time`.
 */
export const revisions = pgTable(
  'revisions',
  {
    id: id(),
    articleId: ref()
      .notNull()
      .references((): AnyPgColumn => articles.id, { onDelete: 'cascade' }),
    baseRevisionId: ref(),
    title: text().notNull().default(''),
    standfirst: text().notNull().default(''),
    slug: text().notNull(),
    lang: text(),
    body: jsonb().$type<RichText>().notNull(),
    bodyVersion: smallint().notNull(),
    html: text().notNull(),
    plainText: text().notNull(),
    words: integer().notNull(),
    leadMediaId: ref().references(() => media.id),
    leadAlt: text().notNull().default(''),
    leadCaption: text().notNull().default(''),
    leadCredit: text().notNull().default(''),
    /** The first is the primary section, whose slug is in the address. */
    sectionIds: ref().array().notNull().default(sql`'{}'`),
    tagIds: ref().array().notNull().default(sql`'{}'`),
    authorIds: ref().array().notNull().default(sql`'{}'`),
    seriesId: ref(),
    milestone: text(),
    createdBy: ref().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index('revisions_article').on(t.articleId, t.id.desc().nullsFirst())],
);

/**
 * The ledger. Rows are never deleted or re-dated; `cancelledAt` and `appliedAt` are set once, their difference from
 * `effectiveAt` is the lateness. `revisionId` is null for withdraw and kill.
 */
export const publications = pgTable(
  'publications',
  {
    id: id(),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    revisionId: ref().references(() => revisions.id),
    kind: publicationKind().notNull(),
    effectiveAt: instant().notNull(),
    /** Whether an update is worth an "Updated" line to readers. */
    material: boolean().notNull().default(true),
    createdBy: ref().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant().notNull().defaultNow(),
    cancelledAt: instant(),
    cancelledBy: ref().references(() => users.id, { onDelete: 'set null' }),
    appliedAt: instant(),
    /** Why it could not be applied (a taken address, a killed story): shown at the desk, never retried by itself. */
    failure: text(),
  },
  (t) => [
    index('publications_due')
      .on(t.effectiveAt, t.id)
      .where(sql`${t.appliedAt} is null and ${t.cancelledAt} is null and ${t.failure} is null`),
    index('publications_article').on(t.articleId, t.effectiveAt),
    // What came of the last days' plans, with its lateness.
    index('publications_applied')
      .on(t.effectiveAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.appliedAt} is not null`),
    // What the desk is told of: over a minute late, or not at all.
    index('publications_troubled')
      .on(t.effectiveAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.failure} is not null or ${t.appliedAt} - ${t.effectiveAt} > interval '60 seconds'`),
    check('publications_revision', sql`(${t.kind} in ('publish', 'update')) = (${t.revisionId} is not null)`),
    check(
      'publications_settled_once',
      sql`num_nonnulls(${t.cancelledAt}, ${t.appliedAt}, ${t.failure}) <= 1`,
    ),
  ],
);

/** Every slug ever, so that old addresses redirect for ever. A slug that was never live is freed when it is dropped. */
export const slugs = pgTable(
  'slugs',
  {
    slug: text().primaryKey(),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    liveAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index('slugs_article').on(t.articleId)],
);

/**
 * A correction ties text, passage and time; shown on the article, on its own page, in JSON-LD and in feeds. Its wording
 * may be amended, which is told with it; one that is removed is kept, and shown nowhere.
 */
export const corrections = pgTable(
  'corrections',
  {
    id: id(),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    passage: text().notNull().default(''),
    correctedAt: instant().notNull().defaultNow(),
    createdBy: ref().references(() => users.id, { onDelete: 'set null' }),
    amendedAt: instant(),
    removedAt: instant(),
  },
  (t) => [
    index('corrections_article').on(t.articleId),
    index('corrections_sitemap')
      .on(
        sql`((${t.articleId} - 1) / ${sql.raw(String(sitemapSpan))})`,
        sql`greatest(${t.correctedAt}, ${t.amendedAt})`,
      )
      .where(sql`${t.removedAt} is null`),
    index('corrections_newest')
      .on(t.correctedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.removedAt} is null`),
  ],
);

/** Where a file is used, by the newest revision that uses it. */
export const mediaUses = pgTable(
  'media_uses',
  {
    mediaId: ref()
      .notNull()
      .references(() => media.id, { onDelete: 'restrict' }),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.mediaId, t.articleId] }), index('media_uses_article').on(t.articleId)],
);

/** What came of looking at a link to another site, for the desk check; forgotten by housekeeping. */
export const linkChecks = pgTable(
  'link_checks',
  {
    href: text().primaryKey(),
    /** What is wrong, as the end of a sentence; null when nothing is. */
    trouble: text(),
    checkedAt: instant().notNull(),
  },
  (t) => [index('link_checks_checked').on(t.checkedAt)],
);
