import { and, eq, isNull } from 'drizzle-orm';
import { createElement } from 'react';
import { type Ctx, transact, type Work } from '@/db/context';
import { articles, notes, notices, users } from '@/db/schema';
import { mailInForce, readSettings } from '@/features/settings/queries';
import { authoriseSystem } from '@/features/users/rules';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { sendLetter } from '@/lib/mailer/send-letter';
import { isSubmitError } from '@/lib/mailer/submit-error';
import { NoticeMail } from '../../mail/notice-mail';
import { listWhoMayOpen, openArticle } from '../../queries/people';

/**
 * Job `mail.notice`: mails one notice, unless it was read already, its note taken back, its reader wants no such mails or
 * may not open the article any more. It counts as mailed before it is handed over, so that a repeat after a crash sends no
 * second one; when the relay said plainly that it did not take it, the next try is the first again.
 */
export async function mailNotice(ctx: Ctx, { noticeId }: { noticeId: number }): Promise<void> {
  authoriseSystem(ctx.actor);
  const letter = await transact(ctx, (tx) => claim(tx, noticeId));
  if (!letter) return;
  try {
    await sendLetter(await mailInForce(ctx), letter);
  } catch (error) {
    if (!isSubmitError(error)) throw error;
    log().warn({ err: error, noticeId }, 'a notice was not taken by the relay');
    if (error.failure === 'unknown' || (error.failure === 'refused' && (error.replyCode ?? 0) >= 500)) return;
    await ctx.db.update(notices).set({ mailedAt: null }).where(eq(notices.id, noticeId));
    throw error;
  }
}

async function claim(tx: Work, noticeId: number) {
  const [claimed] = await tx.db
    .update(notices)
    .set({ mailedAt: tx.now })
    .where(and(eq(notices.id, noticeId), isNull(notices.mailedAt), isNull(notices.readAt)))
    .returning();
  const about = claimed && (await findAbout(tx, noticeId));
  if (!about) return null;
  const matter = await openArticle(tx, claimed.articleId);
  const readers = matter ? await listWhoMayOpen(tx, matter) : [];
  if (!readers.some(({ id }) => id === claimed.userId)) return null;
  const { siteName, timeZone } = await readSettings(tx);
  const title = about.title || 'Untitled story';
  const path = `/admin/articles/${claimed.articleId}${claimed.noteId === null ? '' : `?note=${claimed.noteId}`}`;
  return {
    to: { name: about.name, email: about.email },
    siteName,
    subject:
      claimed.kind === 'mention'
        ? `${claimed.byName} named you in a note on “${title}”`
        : `${claimed.byName} gave you “${title}”`,
    letter: createElement(NoticeMail, {
      siteName,
      name: about.name,
      byName: claimed.byName,
      title,
      text: about.text,
      due: about.dueAt && dueInWords(about.dueAt, timeZone),
      url: address(path),
      settingsUrl: address('/admin/account#notices'),
    }),
  };
}

/** What the mail says, while there is somebody to say it to and something to say. */
async function findAbout(tx: Work, noticeId: number) {
  const [row] = await tx.db
    .select({
      name: users.name,
      email: users.email,
      title: articles.headTitle,
      dueAt: articles.dueAt,
      text: notes.text,
    })
    .from(notices)
    .innerJoin(users, and(eq(users.id, notices.userId), isNull(users.disabledAt), users.noticeMail))
    .innerJoin(articles, eq(articles.id, notices.articleId))
    .leftJoin(notes, eq(notes.id, notices.noteId))
    .where(and(eq(notices.id, noticeId), isNull(notes.removedAt)));
  return row;
}

/** The host of a mailed link comes from the configuration, never from a request. */
const address = (path: string): string => new URL(path, env().siteUrl).href;

const dueInWords = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  }).format(at);
