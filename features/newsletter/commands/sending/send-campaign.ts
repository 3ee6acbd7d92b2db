import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { campaigns, lists } from '@/db/schema';
import { readSettings } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { relay } from '@/lib/mailer';
import { domainOf, sender } from '@/lib/mailer/compose';
import { processWide } from '@/lib/process-wide';
import { messageIdOf } from '../../links';
import { finishCampaign } from './finish-campaign';
import { freezeAudience } from './freeze-audience';
import type { Claim } from './ledger';
import { personalise, readerLinks } from './personalise';
import { Sender, type SendReport } from './sender';

/** A job works so long at most; what is left goes on in the next one. */
const sliceMs = 5 * 60_000;
/** Files written at once into the development mailbox. */
const lanesWithoutRelay = 4;

/** The issues that this process is sending, one sender each. */
const underWay = () => processWide('newsletter-senders', () => new Set<number>());

/**
 * The job `newsletter.send`: freezes the audience when that has not been done, then sends what is due until nothing is,
 * or until `signal` asks it to leave off, which it does when the mails under way are settled. Any number of processes
 * may do so at once, and any may be killed: see docs/decisions/050-delivery-ledger.md. Returns null when this process is
 * sending the issue already or there is nothing to send.
 */
export async function sendCampaign(
  ctx: Ctx,
  { campaignId }: { campaignId: number },
  signal?: AbortSignal,
): Promise<SendReport | null> {
  authorise(ctx.actor, 'send-newsletter');
  if (underWay().has(campaignId)) return null;
  underWay().add(campaignId);
  try {
    if (!(await freezeAudience(ctx, campaignId))) return null;
    const sender = await openSender(ctx, campaignId);
    const stop = () => sender?.stop();
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    const report = (await sender?.run()) ?? null;
    signal?.removeEventListener('abort', stop);
    await finishCampaign(ctx, { campaignId });
    log().info({ campaignId, ...report }, 'newsletter: a sender has ended');
    return report;
  } finally {
    underWay().delete(campaignId);
  }
}

async function openSender(ctx: Ctx, campaignId: number): Promise<Sender | null> {
  const [row] = await ctx.db
    .select({
      listId: campaigns.listId,
      listName: lists.name,
      listSlug: lists.slug,
      subject: campaigns.subject,
      html: campaigns.html,
      text: campaigns.text,
      relayFailures: campaigns.relayFailures,
    })
    .from(campaigns)
    .innerJoin(lists, eq(lists.id, campaigns.listId))
    .where(eq(campaigns.id, campaignId));
  if (!row?.html || !row.text) return null;
  const { siteName, newsletterFromName } = await readSettings(ctx);
  return new Sender({
    ctx,
    campaignId,
    lanes: relay()?.maxConnections ?? lanesWithoutRelay,
    sliceMs,
    hadTrouble: row.relayFailures > 0,
    mailFor: mailWriter({
      ...row,
      html: row.html,
      text: row.text,
      campaignId,
      fromName: newsletterFromName || siteName,
    }),
  });
}

interface Issue {
  campaignId: number;
  listId: number;
  listName: string;
  listSlug: string;
  subject: string;
  html: string;
  text: string;
  fromName: string;
}

/** Writes the mail of an issue for each reader: the same text with the reader's own links. */
export function mailWriter(issue: Issue) {
  const { campaignId, listId, listName, listSlug, subject, fromName } = issue;
  const domain = domainOf(sender().address);
  const listId2919 = `${listName} <${listSlug}.${new URL(env().siteUrl).hostname}>`;
  return ({ subscriberId, email }: Pick<Claim, 'subscriberId' | 'email'>) => {
    const links = readerLinks(subscriberId, listId);
    return {
      to: email,
      fromName,
      subject,
      html: personalise(issue.html, links),
      text: personalise(issue.text, links),
      messageId: messageIdOf(campaignId, subscriberId, domain),
      listId: listId2919,
      listUnsubscribe: links.oneClick,
      headers: { 'X-Newsletter-Id': String(campaignId) },
    };
  };
}
