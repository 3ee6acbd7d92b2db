import type { Ctx } from '@/db/context';
import type { JobName, Jobs } from '@/db/queue';
import { mailDueAlarm, mailNotice, runBulkChange } from '@/features/articles/commands';
import { learnFromDecisions } from '@/features/comments/commands';
import { makeRenditions } from '@/features/media/commands';
import { mailConfirmation, sendCampaign } from '@/features/newsletter/commands';
import { mailInForce, readSettings } from '@/features/settings/queries';
import { mailInvitation, mailPasswordChanged, mailPasswordReset } from '@/features/users/commands';
import type { MailInForce } from '@/lib/mailer';
import { keepHouse } from './housekeeping';

/**
 * What each job does: a command, run as `system`. Everything here may be run twice without harm. `signal` is aborted when
 * the process is asked to stop: a long job then leaves off at a whole step by `signal.throwIfAborted()`, which hands it back.
 */
export type Handlers = {
  [N in JobName]?: (ctx: Ctx, data: Jobs[N], signal: AbortSignal) => Promise<unknown>;
};

export const handlers: Handlers = {
  'mail.password-reset': (ctx, data) => withMail(ctx, data, mailPasswordReset),
  'mail.invitation': (ctx, data) => withMail(ctx, data, mailInvitation),
  'mail.password-changed': (ctx, data) => withMail(ctx, data, mailPasswordChanged),
  'mail.notice': mailNotice,
  'mail.due-alarm': mailDueAlarm,
  'mail.confirm-subscription': mailConfirmation,
  'newsletter.send': sendCampaign,
  'desk.bulk': runBulkChange,
  'media.renditions': makeRenditions,
  'comments.learn': learnFromDecisions,
  housekeeping: keepHouse,
};

/** The account's subject lies below the settings, so it is told the paper's name and the way mail takes. */
async function withMail(
  ctx: Ctx,
  { userId }: { userId: number },
  mail: (ctx: Ctx, about: { userId: number; siteName: string; via: MailInForce }) => Promise<void>,
): Promise<void> {
  const [{ siteName }, via] = await Promise.all([readSettings(ctx), mailInForce(ctx)]);
  await mail(ctx, { userId, siteName, via });
}
