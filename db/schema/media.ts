import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgEnum, pgTable, real, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant, ref } from './columns';
import { users } from './users';

export const mediaKind = pgEnum('media_kind', ['picture', 'document', 'audio', 'video']);

/** A file in the library. The original in storage is `originals/<hash>`, cleaned of position and serial numbers. */
export const media = pgTable(
  'media',
  {
    id: id(),
    hash: text().notNull(),
    kind: mediaKind().notNull(),
    mimeType: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    width: integer(),
    height: integer(),
    focalX: real().notNull().default(0.5),
    focalY: real().notNull().default(0.5),
    filename: text().notNull(),
    alt: text().notNull().default(''),
    caption: text().notNull().default(''),
    credit: text().notNull().default(''),
    licence: text().notNull().default(''),
    licenceExpiresAt: instant(),
    uploadedBy: ref().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant().notNull().defaultNow(),
    deletedAt: instant(),
  },
  (t) => [
    uniqueIndex('media_hash_key').on(t.hash),
    index('media_newest').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('media_words').using(
      'gin',
      sql`(${t.filename} || ' ' || ${t.alt} || ' ' || ${t.caption} || ' ' || ${t.credit}) gin_trgm_ops`,
    ),
  ],
);
