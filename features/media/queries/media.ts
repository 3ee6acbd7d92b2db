import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, media, mediaUses, revisions } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { NotFound } from '@/lib/errors';
import type { ListMedia } from '../input';

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

export interface MediaPage {
  items: MediaRow[];
  /** What `before` of the next page is; null on the last. */
  next: number | null;
}

const pageSize = 48;

/**
 * The library, newest first, by key; `search` finds parts of file name, alt, caption and credit.
 * Plan: media_pkey backwards; with a search, media_words (trigrams) and a sort.
 */
export async function listMedia(ctx: Ctx, { search, before }: ListMedia): Promise<MediaPage> {
  authorise(ctx.actor, 'read-desk');
  const words = search.split(/\s+/).filter(Boolean).slice(0, 8);
  const rows = await ctx.db
    .select()
    .from(media)
    .where(
      and(
        isNull(media.deletedAt),
        before ? lt(media.id, before) : undefined,
        ...words.map((word) => sql`${mediaWords} ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
      ),
    )
    .orderBy(desc(media.id))
    .limit(pageSize + 1);
  const items = rows.slice(0, pageSize);
  return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null };
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

/** One file with where it is used; null when it is not in the library. */
export async function findMediaWithUses(
  ctx: Ctx,
  { mediaId }: { mediaId: number },
): Promise<{ item: MediaRow; uses: MediaUse[] } | null> {
  const [item, uses] = await Promise.all([findMedia(ctx, mediaId), listMediaUses(ctx, mediaId)]);
  return item && !item.deletedAt ? { item, uses } : null;
}
