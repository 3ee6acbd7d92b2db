import type { Ctx } from '@/db/context';
import type { JobName, Jobs } from '@/db/queue';
import { mailDueAlarm, mailNotice } from '@/features/articles/commands';
import { makeRenditions } from '@/features/media/commands';
import { mailConfirmation, sendCampaign } from '@/features/newsletter/commands';
import { readSettings } from '@/features/settings/queries';
import { mailInvitation, mailPasswordChanged, mailPasswordReset } from '@/features/users/commands';
import { keepHouse } from './housekeeping';

/**
 * What each job does: a command, run as `system`. Everything here may be run twice without harm. `signal` is aborted when
 * the process is asked to stop: a long job then leaves off at a whole step by `signal.throwIfAborted()`, which hands it back.
 */
export type Handlers = {
  [N in JobName]?: (ctx: Ctx, data: Jobs[N], signal: AbortSignal) => Promise<unknown>;
};

export const handlers: Handlers = {
  'mail.password-reset': (ctx, data) => withSiteName(ctx, data, mailPasswordReset),
  'mail.invitation': (ctx, data) => withSiteName(ctx, data, mailInvitation),
  'mail.password-changed': (ctx, data) => withSiteName(ctx, data, mailPasswordChanged),
  'mail.notice': mailNotice,
  'mail.due-alarm': mailDueAlarm,
  'mail.confirm-subscription': mailConfirmation,
  'newsletter.send': sendCampaign,
  'media.renditions': makeRenditions,
  housekeeping: keepHouse,
};

/** The account's subject lies below the settings, so it is told the paper's name. */
async function withSiteName(
  ctx: Ctx,
  { userId }: { userId: number },
  mail: (ctx: Ctx, about: { userId: number; siteName: string }) => Promise<void>,
): Promise<void> {
  const { siteName } = await readSettings(ctx);
  await mail(ctx, { userId, siteName });
}
