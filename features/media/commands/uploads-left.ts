import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { media, uploads } from '@/db/schema';
import { TooMany, Unavailable } from '@/lib/errors';
import { roomLeft } from '@/lib/storage';
import { uploadLimits } from '../rules';

/** Throws TooMany past what one person may add in an hour. Plan: media_newest, the last hour of it. */
export async function requireUploadsLeft(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== 'staff') return;
  const mine = await ctx.db.$count(
    media,
    and(eq(media.uploadedBy, ctx.actor.id), gt(media.createdAt, sql`clock() - interval '1 hour'`)),
  );
  if (mine < uploadLimits.perHour) return;
  throw TooMany(`${uploadLimits.perHour} files an hour fit. Go on in a while; what you sent is kept.`, {
    retryAfterSeconds: 600,
  });
}

/** Throws TooMany when one person has too many files on their way. Plan: uploads_user. */
export async function requireHandsFree(ctx: Ctx, userId: number | null): Promise<void> {
  if (userId === null) return;
  const open = await ctx.db.$count(uploads, and(eq(uploads.userId, userId), isNull(uploads.mediaId)));
  if (open < uploadLimits.atOnce) return;
  throw TooMany(`${uploadLimits.atOnce} files are on their way already. Wait until some are there.`, {
    retryAfterSeconds: 60,
  });
}

/** Throws Unavailable, before a byte is sent, when the disk has no room for so many. */
export async function requireRoom(size: number): Promise<void> {
  if ((await roomLeft()) - size > uploadLimits.spareBytes) return;
  throw Unavailable(
    'The disk that keeps the library is nearly full, and this file does not fit. Make room first.',
  );
}
