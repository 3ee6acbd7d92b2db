import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { articles } from './articles';
import { id, instant, ref } from './columns';
import { users } from './users';

/** A link that shows an article's newest version to somebody outside, for a while. The link itself is signed, not kept. */
export const shareLinks = pgTable(
  'share_links',
  {
    id: id(),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Whom it is for. */
    note: text().notNull().default(''),
    createdBy: ref().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('share_links_article').on(t.articleId, t.id.desc().nullsFirst())],
);
