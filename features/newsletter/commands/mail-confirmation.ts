import { and, eq, inArray, sql } from 'drizzle-orm';
import { createElement } from 'react';
import { type Ctx, transact, type Work } from '@/db/context';
import { confirmationMails, lists, subscribers, subscriptions, suppressions } from '@/db/schema';
import { mailInForce, readPaper } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { deliverMail, type Mail, type MailInForce, senderOf } from '@/lib/mailer';
import { renderMail } from '@/lib/mailer/render';
import { isSubmitError } from '@/lib/mailer/submit-error';
import { confirmToken, newsletterLinks, preferencesToken } from '../links';
import { ConfirmationMail, subjectOf } from '../mail/confirmation-mail';
import { mailLook } from '../mail-look';
import { confirmationDays, confirmationLimits } from '../rules';

interface Asked {
  subscriberId: number;
  listIds: number[];
}

/**
 * The job after a sign-up: the mail with the link to confirm, or one that says what is received already. None to a
 * suppressed address, nor past the limits of N3: one a day and three in all until it confirms, and a breaker for all
 * addresses together. The mail is counted before it is handed over, so that a repeat of the job sends no second one.
 */
export async function mailConfirmation(ctx: Ctx, asked: Asked): Promise<void> {
  authorise(ctx.actor, 'edit-subscribers');
  const via = await mailInForce(ctx);
  const prepared = await transact(ctx, (tx) => prepare(tx, asked, via));
  if (!prepared) return;
  try {
    await deliverMail(via, prepared.mail);
  } catch (error) {
    if (!isSubmitError(error)) throw error;
    log().warn({ err: error, subscriberId: asked.subscriberId }, 'a confirmation mail was not taken');
    // Perhaps it was taken, or it never will be: then it counts. Else the job's next try is the first.
    if (error.failure === 'unknown' || (error.failure === 'refused' && (error.replyCode ?? 0) >= 500)) return;
    await ctx.db.delete(confirmationMails).where(eq(confirmationMails.id, prepared.countedAs));
    throw error;
  }
}

async function prepare(tx: Work, { subscriberId, listIds }: Asked, via: MailInForce) {
  const [subscriber] = await tx.db
    .select()
    .from(subscribers)
    .where(eq(subscribers.id, subscriberId))
    .for('update');
  if (!subscriber || !(await mayWrite(tx, subscriber.emailHash))) return null;
  const asked = await tx.db
    .select({ id: lists.id, name: lists.name, state: subscriptions.state })
    .from(subscriptions)
    .innerJoin(lists, eq(lists.id, subscriptions.listId))
    .where(and(eq(subscriptions.subscriberId, subscriberId), inArray(subscriptions.listId, listIds)))
    .orderBy(lists.position, lists.id);
  if (asked.length === 0) return null;
  const [counted] = await tx.db
    .insert(confirmationMails)
    .values({ emailHash: subscriber.emailHash, at: tx.now })
    .returning({ id: confirmationMails.id });
  const open = asked.filter(({ state }) => state !== 'confirmed');
  const kind = open.length > 0 ? ('new' as const) : ('known' as const);
  const { settings, logos } = await readPaper(tx);
  const { siteName, language, newsletterFromName, newsletterReplyTo, newsletterPostalAddress } = settings;
  const token = confirmToken({
    subscriberId,
    askedAt: Math.floor(tx.now.getTime() / 1000),
    listIds: open.map(({ id }) => id),
  });
  const { html, text } = await renderMail(
    createElement(ConfirmationMail, {
      siteName,
      language,
      look: mailLook(settings.look, logos),
      origin: env().siteUrl,
      kind,
      lists: (kind === 'new' ? open : asked).map(({ name }) => name),
      href:
        kind === 'new'
          ? newsletterLinks.confirm(token)
          : newsletterLinks.preferences(preferencesToken(subscriberId)),
      days: confirmationDays,
      postalAddress: newsletterPostalAddress,
    }),
  );
  const mail: Mail = {
    to: subscriber.email,
    from: senderOf(via, siteName, newsletterFromName),
    replyTo: newsletterReplyTo || undefined,
    subject: subjectOf(siteName, language, kind),
    html,
    text,
    // Answers by robots (absence notes) are not wanted (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
  return { mail, countedAs: counted?.id ?? 0 };
}

/** Suppressed addresses get nothing; one that was erased at its reader's own wish may ask again. */
async function mayWrite(tx: Work, hash: string): Promise<boolean> {
  const [counted] = await tx.db.execute<{
    suppressed: boolean;
    ever: string;
    today: string;
    all: string;
  }>(sql`
    select
      exists (select from ${suppressions} where email_hash = ${hash} and reason <> 'erased') as suppressed,
      (select count(*) from ${confirmationMails} where email_hash = ${hash}) as ever,
      (select count(*) from ${confirmationMails} where email_hash = ${hash} and at > clock() - interval '1 day') as today,
      (select count(*) from ${confirmationMails} where at > clock() - interval '1 hour') as all`);
  if (!counted || counted.suppressed) return false;
  if (Number(counted.all) >= confirmationLimits.allAddressesAnHour) {
    log().warn({ anHour: Number(counted.all) }, 'confirmation mails stopped for now: too many sign-ups');
    return false;
  }
  return Number(counted.ever) < confirmationLimits.ever && Number(counted.today) < confirmationLimits.aDay;
}
