import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { type Ctx, type StaffActor, transact, type Work } from '@/db/context';
import { articles, presence } from '@/db/schema';
import { may } from '@/features/users/rules';
import { Forbidden, NotFound } from '@/lib/errors';
import { type Attendance, liveSeconds } from '../../presence';
import type { Attend, Leave } from '../../presence-input';
import { openArticle } from '../../queries/people';
import { findAttendance, findWriter } from '../../queries/presence';

/**
 * Says that a page has an article open (D5), and what it wants there. Whoever `wants` to write does, while nobody else
 * writes and she may edit it; who wants to `take` does in any case, and that is recorded. Called every few seconds; a page
 * that is not heard of for `liveSeconds` by the database's clock is gone, its lease with it. A courtesy: what is saved is
 * decided by `saveDraft`. A word that a later one has overtaken changes nothing. Gives who is there. Throws NotFound, and Forbidden where the article may not be opened.
 */
export async function attendArticle(
  ctx: Ctx,
  { articleId, loadId, said, wants, replaces }: Attend,
): Promise<Attendance> {
  return transact(ctx, async (tx) => {
    const actor = staffOf(tx);
    const matter = await openArticle(tx, articleId);
    if (!matter) throw NotFound('This article does not exist.');
    const writes = wants !== 'read' && may(actor, 'edit-article', matter);
    if (replaces !== undefined && replaces !== loadId) await drop(tx, actor, articleId, replaces);
    const page = { articleId, loadId, said };
    const seen = await seeAgain(tx, actor, { ...page, writes });
    if (!seen || (writes && !seen.writes)) {
      await lockArticle(tx, articleId);
      const came = seen ?? (await seeAgain(tx, actor, { ...page, writes })) ?? (await come(tx, actor, page));
      if (came && writes) await takeUp(tx, { articleId, loadId, anyway: wants === 'take' });
    }
    return findAttendance(tx, articleId);
  });
}

/**
 * The page is left; what it held is free at once. It is noted also where it was never heard of: its first word may still be
 * under way, and must hold nothing when it comes. Leaving twice does no harm.
 */
export async function leaveArticle(ctx: Ctx, { articleId, loadId, said }: Leave): Promise<void> {
  await transact(ctx, async (tx) => {
    const actor = staffOf(tx);
    if ((await lockArticle(tx, articleId)).length === 0) return;
    const gone = { seenAt: sql`clock() - make_interval(secs => ${liveSeconds})`, writesSince: null, said };
    await tx.db
      .insert(presence)
      .values({ articleId, loadId, userId: actor.id, openedAt: tx.now, ...gone })
      .onConflictDoUpdate({
        target: presence.loadId,
        set: gone,
        setWhere: and(isPage(actor, articleId, loadId), lt(presence.said, said)),
      });
  });
}

/** Pages that were never left, only lost: long after they have ceased to mean anything. */
export async function purgePresence(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== 'system') throw Forbidden('Only the server itself does this.');
  await ctx.db.delete(presence).where(sql`${presence.seenAt} < clock() - interval '1 hour'`);
}

/** One word of a page. */
type Word = Pick<Attend, 'articleId' | 'loadId' | 'said'>;

/** Notes that a page is still there; null when it was not, or has said something later already. */
async function seeAgain(
  tx: Work,
  actor: StaffActor,
  { articleId, loadId, said, writes }: Word & { writes: boolean },
): Promise<{ writes: boolean } | null> {
  const [row] = await tx.db
    .update(presence)
    .set({ seenAt: sql`clock()`, said, ...(!writes && { writesSince: null }) })
    .where(and(isPage(actor, articleId, loadId), lt(presence.said, said)))
    .returning({ writesSince: presence.writesSince });
  return row ? { writes: row.writesSince !== null } : null;
}

/**
 * As saving does: which comes first is never in doubt. Before the page's row is made, whose foreign key locks the article
 * a little, too: two who then wanted more would wait for each other.
 */
const lockArticle = (tx: Work, articleId: number) =>
  tx.db.select({ id: articles.id }).from(articles).where(eq(articles.id, articleId)).for('update');

/** Gives null where this page has said something later already. Nobody speaks for another's page. */
async function come(
  tx: Work,
  actor: StaffActor,
  { articleId, loadId, said }: Word,
): Promise<{ writes: boolean } | null> {
  const made = await tx.db
    .insert(presence)
    .values({ articleId, loadId, userId: actor.id, openedAt: tx.now, seenAt: tx.now, said })
    .onConflictDoNothing()
    .returning({ loadId: presence.loadId });
  if (made.length > 0) return { writes: false };
  const own = await tx.db
    .select({ said: presence.said })
    .from(presence)
    .where(isPage(actor, articleId, loadId));
  if (own.length === 0) throw Forbidden('This page is somebody else’s. Reload it.');
  return null;
}

async function takeUp(
  tx: Work,
  { articleId, loadId, anyway }: { articleId: number; loadId: string; anyway: boolean },
): Promise<void> {
  const writer = await findWriter(tx, articleId);
  if (writer && !anyway) return;
  await tx.db
    .update(presence)
    .set({ writesSince: null })
    .where(and(eq(presence.articleId, articleId), isNotNull(presence.writesSince)));
  await tx.db.update(presence).set({ writesSince: tx.now }).where(eq(presence.loadId, loadId));
  if (writer)
    tx.record('take-over-article', 'article', articleId, {
      before: { userId: writer.userId, name: writer.name },
    });
}

const isPage = (actor: StaffActor, articleId: number, loadId: string) =>
  and(eq(presence.loadId, loadId), eq(presence.userId, actor.id), eq(presence.articleId, articleId));

const drop = (tx: Work, actor: StaffActor, articleId: number, loadId: string) =>
  tx.db.delete(presence).where(isPage(actor, articleId, loadId));

function staffOf({ actor }: Work): StaffActor {
  if (actor.kind === 'staff') return actor;
  throw Forbidden('You are signed out. Sign in again in another tab; what you typed is kept here.', {
    detail: { signedOut: true },
  });
}
