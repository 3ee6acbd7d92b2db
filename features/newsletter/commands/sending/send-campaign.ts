import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { campaigns, lists } from '@/db/schema';
import { hasRelay, mailInForce, readSettings } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { log } from '@/lib/log';
import { type MailInForce, senderOf, submitMail } from '@/lib/mailer';
import { relayConnections } from '@/lib/mailer/relay';
import { processWide } from '@/lib/process-wide';
import { finishCampaign } from './finish-campaign';
import { freezeAudience } from './freeze-audience';
import { mailWriter } from './personalise';
import { Sender, type SendReport } from './sender';
import type { Way } from './try-delivery';

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
      list: { id: lists.id, name: lists.name, slug: lists.slug },
      subject: campaigns.subject,
      html: campaigns.html,
      text: campaigns.text,
      relayFailures: campaigns.relayFailures,
    })
    .from(campaigns)
    .innerJoin(lists, eq(lists.id, campaigns.listId))
    .where(eq(campaigns.id, campaignId));
  if (!row?.html || !row.text) return null;
  const { siteName, newsletterFromName, newsletterReplyTo } = await readSettings(ctx);
  const { list, subject, html, text } = row;
  return new Sender({
    ctx,
    campaignId,
    lanes: (await hasRelay(ctx)) ? relayConnections : lanesWithoutRelay,
    sliceMs,
    hadTrouble: row.relayFailures > 0,
    findWay: wayFinder(ctx, (via) =>
      mailWriter({
        campaignId,
        list,
        subject,
        html,
        text,
        from: senderOf(via, siteName, newsletterFromName),
        replyTo: newsletterReplyTo,
      }),
    ),
  });
}

/** The relay in force each time it is asked; the mails are written anew only when it, or the sender, is another. */
function wayFinder(ctx: Ctx, write: (via: MailInForce) => Way['compose']): () => Promise<Way> {
  let known: { via: MailInForce; way: Way } | null = null;
  return async () => {
    const via = await mailInForce(ctx);
    if (known?.via.relay !== via.relay || JSON.stringify(known?.via.from) !== JSON.stringify(via.from))
      known = {
        via,
        way: { compose: write(via), submit: (mail, mayBegin) => submitMail(via, mail, mayBegin) },
      };
    return known.way;
  };
}
