import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { settings } from '@/db/schema';
import { env } from '@/lib/env';
import { type MailInForce, mailBy } from '@/lib/mailer';
import { environmentSender, environmentTarget, relayFor, unusableRelay } from '@/lib/mailer/in-force';
import type { RelayTarget } from '@/lib/mailer/relay-line';
import { unseal } from '@/lib/sealed';
import { type KeptMailRelay, keptRelayShape } from './mail-relay';

export const relayKey = 'mailRelay';
/** What the password is sealed for. */
export const relayPurpose = 'mail relay password';

/** What administrators keep; null when that is nothing, or no longer fits its shape. By primary key. */
export async function findKeptRelay(ctx: Ctx): Promise<KeptMailRelay | null> {
  const [row] = await ctx.db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, relayKey));
  return keptRelayShape.safeParse(row?.value).data ?? null;
}

/**
 * The way mail takes now, in this process and every other: read before each mail, and before each batch of a
 * newsletter, so that a change needs no restart. One SELECT by primary key, none where SMTP_URL is set.
 */
export async function mailInForce(ctx: Ctx): Promise<MailInForce> {
  const kept = env().SMTP_URL ? null : await findKeptRelay(ctx);
  return mailBy(kept && { relay: relayOf(kept), from: { name: kept.fromName, address: kept.fromAddress } });
}

/** Whether mail leaves the house, or lands in the mailbox. */
export const hasRelay = async (ctx: Ctx): Promise<boolean> =>
  env().SMTP_URL !== undefined || (await findKeptRelay(ctx)) !== null;

function relayOf(kept: KeptMailRelay) {
  const password = kept.sealedPassword === null ? null : unseal(relayPurpose, kept.sealedPassword);
  const unreadable = password === null && kept.sealedPassword !== null;
  return unreadable ? unusableRelay(unreadablePassword) : relayFor(relayTarget(kept, password));
}

export const unreadablePassword =
  'The password of the mail relay cannot be read any more, because AUTH_SECRET is another one. Type it again under Settings, Mail.';

/** As nodemailer is told: `none` never turns on encryption by itself, `starttls` never does without. */
export const relayTarget = (
  { host, port, security, user }: Pick<KeptMailRelay, 'host' | 'port' | 'security' | 'user'>,
  password: string | null,
): RelayTarget => ({
  host,
  port,
  secure: security === 'tls',
  requireTLS: security === 'starttls',
  ignoreTLS: security === 'none',
  ...(user !== '' && password !== null && { auth: { user, pass: password } }),
});

/** How mail goes out, without a secret in it. */
export interface MailDescription {
  origin: MailInForce['origin'];
  /** What SMTP_URL says. Its user is left out: with some providers that is the secret. */
  environment: { host: string; port: number; encrypted: boolean; signsIn: boolean } | null;
  from: { name: string; address: string; byEnvironment: boolean };
  /** Whose signature mail carries (DKIM_*). */
  signedBy: { domain: string; selector: string } | null;
  kept: (Omit<KeptMailRelay, 'sealedPassword'> & { password: 'none' | 'kept' | 'unreadable' }) | null;
}

/** For the page of the settings. */
export async function describeMail(ctx: Ctx): Promise<MailDescription> {
  const { MAIL_FROM, DKIM_DOMAIN: domain, DKIM_SELECTOR: selector } = env();
  const target = environmentTarget();
  const kept = await findKeptRelay(ctx);
  const inForce = target === null ? kept : null;
  const from =
    MAIL_FROM || !inForce ? environmentSender() : { name: inForce.fromName, address: inForce.fromAddress };
  return {
    origin: target ? 'environment' : kept ? 'settings' : 'mailbox',
    environment: target && {
      host: target.host ?? '',
      port: target.port ?? (target.secure ? 465 : 587),
      encrypted: target.secure === true,
      signsIn: target.auth !== undefined,
    },
    from: { ...from, byEnvironment: MAIL_FROM !== undefined || !inForce },
    signedBy: domain && selector ? { domain, selector } : null,
    kept: kept && describeKept(kept),
  };
}

function describeKept({ sealedPassword, ...relay }: KeptMailRelay): MailDescription['kept'] {
  if (sealedPassword === null) return { ...relay, password: 'none' };
  return { ...relay, password: unseal(relayPurpose, sealedPassword) === null ? 'unreadable' : 'kept' };
}
