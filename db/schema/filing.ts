import { index, pgTable, primaryKey, smallint } from 'drizzle-orm/pg-core';
import { articles } from './articles';
import { instant, ref } from './columns';
import { authors, sections, tags } from './taxonomy';

/** Filing of the *live* revision, written by the ledger; `liveAt` copies `firstLiveAt` so that lists page by one index. */
export const articleSections = pgTable(
  'article_sections',
  {
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    sectionId: ref()
      .notNull()
      .references(() => sections.id),
    position: smallint().notNull(),
    liveAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.sectionId] }),
    index('article_sections_list').on(
      t.sectionId,
      t.liveAt.desc().nullsFirst(),
      t.articleId.desc().nullsFirst(),
    ),
  ],
);

export const articleTags = pgTable(
  'article_tags',
  {
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    tagId: ref()
      .notNull()
      .references(() => tags.id),
    position: smallint().notNull(),
    liveAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.tagId] }),
    index('article_tags_list').on(t.tagId, t.liveAt.desc().nullsFirst(), t.articleId.desc().nullsFirst()),
  ],
);

export const bylines = pgTable(
  'bylines',
  {
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    authorId: ref()
      .notNull()
      .references(() => authors.id),
    position: smallint().notNull(),
    liveAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.authorId] }),
    index('bylines_list').on(t.authorId, t.liveAt.desc().nullsFirst(), t.articleId.desc().nullsFirst()),
  ],
);
