import { type SQL, sql } from 'drizzle-orm';
import { defaultTrashDays } from '@/lib/trash-days';
import { neverHad } from './schema';

/** Null when nothing goes by itself. */
const trashDays = sql`nullif(coalesce(
  (select (value #>> '{}')::int from settings where key = 'trashDays'), ${sql.raw(String(defaultTrashDays))}), 0)`;

/** What was thrown away before this has lain long enough; null, so that nothing has, where the trash keeps everything. */
const longAgo = sql`clock() - make_interval(days => ${trashDays})`;

/**
 * What of each part of the trash may go for good, from whatever alias `of` names; and when it was thrown away. What readers
 * had is no part of it, nor a file that a story uses again.
 */
export const trashed = {
  articles: { thrownAt: sql`trashed_at`, mayGo: neverHad },
  media: {
    thrownAt: sql`deleted_at`,
    mayGo: sql`deleted_at is not null and purged_at is null
      and not exists (select from media_uses u where u.media_id = media.id)`,
  },
  deleted_shelves: { thrownAt: sql`deleted_at`, mayGo: sql`true` },
} as const;
export type TrashPart = keyof typeof trashed;

/** The condition of a row of that table that it may go, and has lain long enough. */
export const hasLainLong = (part: TrashPart): SQL =>
  sql`${trashed[part].mayGo} and ${trashed[part].thrownAt} <= ${longAgo}`;

/** When the next thing goes by itself, or null. Plan: minima of articles_trash, media_trash; deleted_shelves is small. */
export const nextToGo: SQL = sql`(select least(${sql.join(
  (Object.keys(trashed) as TrashPart[]).map(
    (part) => sql`(select min(${trashed[part].thrownAt}) from ${sql.raw(part)} where ${trashed[part].mayGo})`,
  ),
  sql`, `,
)}) + make_interval(days => ${trashDays}))`;
