import { and, desc, eq, getTableColumns, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, media, mediaLikenesses, mediaUses, mediaVersions, revisions, users } from '@/db/schema';
import { readSettings } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { NotFound } from '@/lib/errors';
import type { ListMedia } from '../input';
import { expiringDays, type LibrarySight, lastDay } from '../rules';

export type MediaRow = typeof media.$inferSelect;

/** A file of the library by its id, also one that was taken out; null when there never was one. */
export async function findMedia(ctx: Ctx, id: number): Promise<MediaRow | null> {
  const [row] = await ctx.db.select().from(media).where(eq(media.id, id)).limit(1);
  return row ?? null;
}

/** The same, as a thing one is about to act on: throws NotFound for one that is not in the library. */
export async function getMedia(ctx: Ctx, id: number): Promise<MediaRow> {
  const row = await findMedia(ctx, id);
  if (!row || row.deletedAt) throw NotFound('This picture is no longer in the library.');
  return row;
}

/** By the name of its file. Plan: media_hash_key. */
export async function findMediaByHash(ctx: Ctx, hash: string): Promise<MediaRow | null> {
  const [row] = await ctx.db.select().from(media).where(eq(media.hash, hash)).limit(1);
  return row ?? null;
}

/** A file as the library shows it: with what the desk has to know of it beside its own facts. */
export interface LibraryItem extends Omit<MediaRow, 'look'> {
  /** How many stories show it, in their working copy or to readers. */
  uses: number;
  licenceState: 'expired' | 'expiring' | null;
  /** The last day on which the licence holds, on the paper's calendar. */
  expiresOn: string | null;
}

export interface MediaPage {
  items: LibraryItem[];
  /** What `before` of the next page is; null on the last. */
  next: number | null;
}

const pageSize = 48;
/** What ends is listed by when it does, all at once: nobody lets more pile up. */
const endingListed = 480;

/**
 * The library, newest first, by key; what expires or has expired, by the day it does. `search` finds parts of file name,
 * alt, caption and credit. Plan: media_pkey backwards with a look into media_uses_pkey for each row; with a search,
 * media_words (trigrams) and a sort; what ends, media_expiring.
 */
export async function listMedia(ctx: Ctx, { search, before, ...narrowed }: ListMedia): Promise<MediaPage> {
  authorise(ctx.actor, 'read-desk');
  const ending = narrowed.show === 'expiring' || narrowed.show === 'expired';
  const words = search.split(/\s+/).filter(Boolean).slice(0, 8);
  const limit = ending ? endingListed : pageSize;
  const rows = await selectItems(ctx)
    .where(
      and(
        isNull(media.deletedAt),
        before && !ending ? lt(media.id, before) : undefined,
        ...words.map((word) => sql`${mediaWords} ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
        ...narrowing(narrowed),
      ),
    )
    .orderBy(...(ending ? [media.licenceExpiresAt, media.id] : [desc(media.id)]))
    .limit(limit + 1);
  const items = await itemsOf(ctx, rows.slice(0, limit));
  return { items, next: rows.length > limit && !ending ? (items.at(-1)?.id ?? null) : null };
}

const narrowing = ({ kind, licence, show }: Omit<ListMedia, 'search' | 'before'>): (SQL | undefined)[] => [
  kind && eq(media.kind, kind),
  licence && eq(media.licenceKind, licence),
  show && sights[show],
];

const endsSoon = sql`clock() + ${expiringDays} * interval '1 day'`;

const sights: Record<LibrarySight, SQL> = {
  expired: sql`${media.licenceExpiresAt} <= clock()`,
  expiring: sql`${media.licenceExpiresAt} > clock() and ${media.licenceExpiresAt} <= ${endsSoon}`,
  unused: sql`not exists (select from ${mediaUses} where ${mediaUses.mediaId} = ${media.id})`,
  alike: sql`exists (
    select from ${mediaLikenesses} l join ${media} other on other.id = case when l.a = ${media.id} then l.b else l.a end
    where (l.a = ${media.id} or l.b = ${media.id}) and l.dismissed_at is null and other.deleted_at is null)`,
  undescribed: sql`${media.alt} = '' and ${media.kind} = 'picture'`,
};

const selectItems = (ctx: Ctx) => {
  const { look: _, ...columns } = getTableColumns(media);
  return ctx.db
    .select({
      ...columns,
      uses: sql<number>`(select count(*)::int from ${mediaUses} where ${mediaUses.mediaId} = ${media.id})`,
      licenceState: sql<LibraryItem['licenceState']>`case
        when ${media.licenceExpiresAt} <= clock() then 'expired'
        when ${media.licenceExpiresAt} <= ${endsSoon} then 'expiring' end`,
    })
    .from(media)
    .$dynamic();
};

async function itemsOf(ctx: Ctx, rows: Omit<LibraryItem, 'expiresOn'>[]): Promise<LibraryItem[]> {
  if (rows.length === 0) return [];
  const { timeZone } = await readSettings(ctx);
  return rows.map((row) => ({
    ...row,
    expiresOn: row.licenceExpiresAt && lastDay(row.licenceExpiresAt, timeZone),
  }));
}

/** How many licences have ended and how many end within thirty days. Plan: media_expiring alone. */
export async function countEnding(ctx: Ctx): Promise<Record<'expired' | 'expiring', number>> {
  authorise(ctx.actor, 'read-desk');
  const [row] = await ctx.db
    .select({
      expired: sql<number>`count(*) filter (where ${sights.expired})::int`,
      expiring: sql<number>`count(*) filter (where ${sights.expiring})::int`,
    })
    .from(media)
    .where(and(isNull(media.deletedAt), sql`${media.licenceExpiresAt} <= ${endsSoon}`));
  return row ?? { expired: 0, expiring: 0 };
}

/** What the trigram index `media_words` is on, word for word. */
const mediaWords = sql`(${media.filename} || ' ' || ${media.alt} || ' ' || ${media.caption} || ' ' || ${media.credit})`;

export interface MediaUse {
  articleId: number;
  title: string;
  live: boolean;
}

const usesListed = 50;

/**
 * The articles that show this file, in their working copy or to readers, newest first; 50 at most. Plan: media_uses_pkey,
 * then articles and revisions by primary key.
 */
export async function listMediaUses(ctx: Ctx, mediaId: number): Promise<MediaUse[]> {
  authorise(ctx.actor, 'read-desk');
  return ctx.db
    .select({
      articleId: articles.id,
      title: revisions.title,
      live: sql<boolean>`${articles.liveRevisionId} is not null`,
    })
    .from(mediaUses)
    .innerJoin(articles, eq(articles.id, mediaUses.articleId))
    .innerJoin(
      revisions,
      or(
        eq(revisions.id, articles.headRevisionId),
        and(isNull(articles.headRevisionId), eq(revisions.id, articles.liveRevisionId)),
      ),
    )
    .where(eq(mediaUses.mediaId, mediaId))
    .orderBy(desc(articles.id))
    .limit(usesListed);
}

export interface DeletedFile {
  id: number;
  hash: string;
  kind: MediaRow['kind'];
  filename: string;
  alt: string;
  uploadedBy: number | null;
  deletedAt: Date | null;
  /** Null where that was the command line, or is not known. */
  deletedBy: string | null;
}

const deletedListed = 200;

/** What was taken out of the library, the last first; 200 at most. Plan: media_trash, then audit_subject for each. */
export async function listDeletedFiles(ctx: Ctx): Promise<DeletedFile[]> {
  authorise(ctx.actor, 'read-desk');
  const { id, hash, kind, filename, alt, uploadedBy, deletedAt } = media;
  const deletedBy = sql<string | null>`(
    select actor_name from audit where subject = 'media' and subject_id = "media"."id"::text
      and verb = 'delete-media' and actor_id is not null order by id desc limit 1)`;
  return ctx.db
    .select({ id, hash, kind, filename, alt, uploadedBy, deletedAt, deletedBy })
    .from(media)
    .where(and(isNotNull(deletedAt), isNull(media.purgedAt)))
    .orderBy(sql`${deletedAt} desc, ${id} desc`)
    .limit(deletedListed);
}

/** One file with where it is used; null when it is not in the library. */
export async function findMediaWithUses(
  ctx: Ctx,
  { mediaId }: { mediaId: number },
): Promise<{ item: LibraryItem; uses: MediaUse[]; alike: LibraryItem[]; versions: MediaVersion[] } | null> {
  const [rows, uses, alike, versions] = await Promise.all([
    selectItems(ctx)
      .where(and(eq(media.id, mediaId), isNull(media.deletedAt)))
      .limit(1),
    listMediaUses(ctx, mediaId),
    listAlike(ctx, mediaId),
    listVersions(ctx, mediaId),
  ]);
  const [item] = await itemsOf(ctx, rows);
  return item ? { item, uses, alike, versions } : null;
}

const alikeListed = 12;

/**
 * Pictures that look like this one and that nobody called another, the likest first. Plan: media_likenesses_pkey and
 * media_likenesses_a, then media by primary key.
 */
export async function listAlike(ctx: Ctx, mediaId: number): Promise<LibraryItem[]> {
  authorise(ctx.actor, 'read-desk');
  const { a, b, distance, dismissedAt } = mediaLikenesses;
  const rows = await selectItems(ctx)
    .innerJoin(
      mediaLikenesses,
      or(and(eq(a, mediaId), eq(b, media.id)), and(eq(b, mediaId), eq(a, media.id))),
    )
    .where(and(isNull(dismissedAt), isNull(media.deletedAt)))
    .orderBy(distance, media.id)
    .limit(alikeListed);
  return itemsOf(ctx, rows);
}

export interface MediaVersion {
  id: number;
  hash: string;
  filename: string;
  width: number | null;
  height: number | null;
  bytes: number;
  replacedAt: Date;
  replacedBy: string | null;
}

const versionsListed = 50;

/** The files that stood under this picture's name before, the newest first. Plan: media_versions_media. */
export async function listVersions(ctx: Ctx, mediaId: number): Promise<MediaVersion[]> {
  authorise(ctx.actor, 'read-desk');
  const { id, hash, filename, width, height, bytes, replacedAt } = mediaVersions;
  return ctx.db
    .select({ id, hash, filename, width, height, bytes, replacedAt, replacedBy: users.name })
    .from(mediaVersions)
    .leftJoin(users, eq(users.id, mediaVersions.replacedBy))
    .where(eq(mediaVersions.mediaId, mediaId))
    .orderBy(desc(mediaVersions.id))
    .limit(versionsListed);
}

/** The picture under whose name this file stood before; null when there is none. Plan: media_versions_hash. */
export async function findTurned(ctx: Ctx, hash: string): Promise<MediaRow | null> {
  const [row] = await ctx.db
    .select(getTableColumns(media))
    .from(mediaVersions)
    .innerJoin(media, eq(media.id, mediaVersions.mediaId))
    .where(and(eq(mediaVersions.hash, hash), isNull(media.deletedAt)))
    .orderBy(desc(mediaVersions.id))
    .limit(1);
  return row ?? null;
}
