import { env } from '@/lib/env';
import { composeMail } from './compose';
import { type MailInForce, relayFor } from './in-force';
import type { Composed, Mail } from './mail';
import { keepMail } from './mailbox';
import type { SmtpRelay } from './relay';
import { withheldMail } from './submit-error';

export { type MailInForce, mailBy, senderOf } from './in-force';
export type { Mail } from './mail';
export { listMailbox, readMailbox } from './mailbox';

/** This process's connections to SMTP_URL; null when none is set. */
export function relay(): SmtpRelay | null {
  const url = env().SMTP_URL;
  return url ? relayFor(url) : null;
}

/**
 * Sends one mail over the relay in force, or keeps it in DATA_DIR/mailbox when there is none. Throws Invalid for an
 * address that mail cannot have and SubmitError when the relay does not take it: inside a job that is a retry.
 */
export async function deliverMail(
  via: MailInForce,
  mail: Mail,
): Promise<{ messageId: string; answer: string }> {
  const composed = await composeMail(mail);
  return { messageId: composed.messageId, answer: await submitMail(via, composed) };
}

/** The last step of `deliverMail`, for mail that is composed already. `mayBegin` as in `SmtpRelay.submit`. */
export async function submitMail(
  { relay }: MailInForce,
  composed: Composed,
  mayBegin?: () => boolean,
): Promise<string> {
  if (relay) return relay.submit(composed, mayBegin);
  if (mayBegin && !mayBegin()) throw withheldMail();
  return `kept as ${await keepMail(composed.raw)}.eml`;
}
