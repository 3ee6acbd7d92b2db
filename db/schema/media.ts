import { sql } from 'drizzle-orm';
import {
  bigint,
  bit,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { id, instant, ref } from './columns';
import { users } from './users';

export const mediaKind = pgEnum('media_kind', ['picture', 'document', 'audio', 'video']);
export const licenceKind = pgEnum('licence_kind', [
  'unknown',
  'own',
  'agency',
  'single_use',
  'handout',
  'creative_commons',
  'public_domain',
]);

/** Bits of `media.look`: see `features/media/look-of-picture.ts`. */
export const lookBits = 128;

/** What is known of a file as it lies in storage, whatever it is called there. */
const fileColumns = {
  mimeType: text().notNull(),
  bytes: bigint({ mode: 'number' }).notNull(),
  width: integer(),
  height: integer(),
  /** Of sound and film. */
  seconds: real(),
  filename: text().notNull(),
};

/**
 * A file in the library. The original in storage is `originals/<hash>`, of a picture cleaned of position and serial
 * numbers. A picture whose file was exchanged has another `hash` from then on.
 */
export const media = pgTable(
  'media',
  {
    id: id(),
    hash: text().notNull(),
    kind: mediaKind().notNull(),
    ...fileColumns,
    focalX: real().notNull().default(0.5),
    focalY: real().notNull().default(0.5),
    alt: text().notNull().default(''),
    caption: text().notNull().default(''),
    credit: text().notNull().default(''),
    licence: text().notNull().default(''),
    licenceKind: licenceKind().notNull().default('unknown'),
    /** Readers may be shown it until then. */
    licenceExpiresAt: instant(),
    /** What a picture looks like, so that its likes are found; null for other files and until it is reckoned. */
    look: bit({ dimensions: lookBits }),
    uploadedBy: ref().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant().notNull().defaultNow(),
    deletedAt: instant(),
    /** Out of the trash for good: its file is swept, its row stays for the versions of stories that showed it. */
    purgedAt: instant(),
  },
  (t) => [
    uniqueIndex('media_hash_key').on(t.hash),
    index('media_newest').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('media_words').using(
      'gin',
      sql`(${t.filename} || ' ' || ${t.alt} || ' ' || ${t.caption} || ' ' || ${t.credit}) gin_trgm_ops`,
    ),
    index('media_expiring')
      .on(t.licenceExpiresAt, t.id)
      .where(sql`${t.licenceExpiresAt} is not null and ${t.deletedAt} is null`),
    index('media_trash')
      .on(t.deletedAt, t.id)
      .where(sql`${t.deletedAt} is not null and ${t.purgedAt} is null`),
    // All that a look is compared with, so that the search for its likes reads the index alone.
    index('media_looks').on(t.id, t.look).where(sql`${t.look} is not null and ${t.deletedAt} is null`),
  ],
);

/** A file that stood under a picture's name until another was put there. Kept, so that it can be put back. */
export const mediaVersions = pgTable(
  'media_versions',
  {
    id: id(),
    mediaId: ref()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
    hash: text().notNull(),
    ...fileColumns,
    look: bit({ dimensions: lookBits }),
    replacedAt: instant().notNull().defaultNow(),
    replacedBy: ref().references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    index('media_versions_media').on(t.mediaId, t.id.desc().nullsFirst()),
    index('media_versions_hash').on(t.hash),
  ],
);

/** Two pictures that look alike; `a` is the older. */
export const mediaLikenesses = pgTable(
  'media_likenesses',
  {
    a: ref()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
    b: ref()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
    /** Bits of their looks that differ. */
    distance: smallint().notNull(),
    /** Somebody looked and said that they are two different pictures. */
    dismissedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.b, t.a] }),
    index('media_likenesses_a').on(t.a),
    check('media_likenesses_order', sql`${t.a} < ${t.b}`),
  ],
);

/**
 * A file on its way. What came so far lies in storage as `uploads/<id>`, and its length there is how far it got. `mediaId`
 * is set once it is in the library.
 */
export const uploads = pgTable(
  'uploads',
  {
    /** 128 random bits: who knows it and is signed in as its owner may go on with it. */
    id: text().primaryKey(),
    userId: ref().references(() => users.id, { onDelete: 'cascade' }),
    filename: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    /** When the file was last changed where it comes from, in ms since 1970: with name and size it tells a file again. */
    modifiedAtMs: bigint({ mode: 'number' }).notNull(),
    /** The picture under whose name it is to stand. */
    replacesId: ref().references(() => media.id, { onDelete: 'cascade' }),
    mediaId: ref().references(() => media.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull().defaultNow(),
    touchedAt: instant().notNull().defaultNow(),
  },
  (t) => [index('uploads_user').on(t.userId, t.createdAt), index('uploads_touched').on(t.touchedAt)],
);
