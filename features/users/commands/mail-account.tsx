import { type Ctx, transact } from '@/db/context';
import { env } from '@/lib/env';
import type { MailInForce } from '@/lib/mailer';
import { sendLetter } from '@/lib/mailer/send-letter';
import { makeLink } from '../links';
import { InvitationMail } from '../mail/invitation';
import { PasswordChangedMail } from '../mail/password-changed';
import { PasswordResetMail } from '../mail/password-reset';
import { findPasswordHash, findUser } from '../queries';
import { authoriseSystem } from '../rules';

interface About {
  userId: number;
  /** From the settings, which lie a shelf higher. */
  siteName: string;
  via: MailInForce;
}

/**
 * Job `mail.password-reset`: makes a link and mails it. Nobody there, or a closed account, is no error. A repeat mails
 * another link that works as well.
 */
export async function mailPasswordReset(ctx: Ctx, { userId, siteName, via }: About): Promise<void> {
  authoriseSystem(ctx.actor);
  const user = await findOpenAccount(ctx, userId);
  if (!user) return;
  const token = await transact(ctx, (tx) => makeLink(tx, 'reset', userId));
  const url = address(`/admin/reset/${token}`);
  const letter = <PasswordResetMail siteName={siteName} name={user.name} url={url} />;
  await sendLetter(via, { to: user, siteName, subject: `A new password for ${siteName}`, letter });
}

/** Job `mail.invitation`: makes a link that lets a new person in and mails it; a repeat makes the earlier link void. */
export async function mailInvitation(ctx: Ctx, { userId, siteName, via }: About): Promise<void> {
  authoriseSystem(ctx.actor);
  const user = await findOpenAccount(ctx, userId);
  if (!user || (await findPasswordHash(ctx, userId))) return;
  const token = await transact(ctx, (tx) => makeLink(tx, 'invitation', userId));
  const url = address(`/admin/invitation/${token}`);
  const letter = <InvitationMail siteName={siteName} name={user.name} role={user.role} url={url} />;
  await sendLetter(via, { to: user, siteName, subject: `You are invited to ${siteName}`, letter });
}

/** Job `mail.password-changed`: tells a person that it happened, so that a thief cannot do it unseen. */
export async function mailPasswordChanged(ctx: Ctx, { userId, siteName, via }: About): Promise<void> {
  authoriseSystem(ctx.actor);
  const user = await findOpenAccount(ctx, userId);
  if (!user) return;
  const letter = <PasswordChangedMail siteName={siteName} name={user.name} url={address('/admin/reset')} />;
  await sendLetter(via, {
    to: user,
    siteName,
    subject: `Your password for ${siteName} was changed`,
    letter,
  });
}

/** The host of a mailed link comes from the configuration, never from a request. */
const address = (path: string): string => new URL(path, env().siteUrl).href;

async function findOpenAccount(ctx: Ctx, userId: number) {
  const user = await findUser(ctx, userId);
  return user && !user.disabledAt ? user : null;
}
