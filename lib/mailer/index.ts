import { env } from '@/lib/env';
import { processWide } from '@/lib/process-wide';
import { composeMail } from './compose';
import type { Composed, Mail } from './mail';
import { keepMail } from './mailbox';
import { SmtpRelay, withheldMail } from './relay';

export type { Mail } from './mail';
export { listMailbox, readMailbox } from './mailbox';

/** Whether mail leaves the house, or lands in the development mailbox. */
export const hasRelay = (): boolean => env().SMTP_URL !== undefined;

/** This process's connections to SMTP_URL; null when none is set. */
export function relay(): SmtpRelay | null {
  const url = env().SMTP_URL;
  return url ? processWide('smtp-relay', () => new SmtpRelay(url)) : null;
}

/**
 * Sends one mail through SMTP_URL, or keeps it in DATA_DIR/mailbox when no relay is set. Throws Invalid for an address
 * that mail cannot have and SubmitError when the relay does not take it: inside a job that is a retry.
 */
export async function deliverMail(mail: Mail): Promise<{ messageId: string; answer: string }> {
  const composed = await composeMail(mail);
  return { messageId: composed.messageId, answer: await submitMail(composed) };
}

/** The last step of `deliverMail`, for mail that is composed already. `mayBegin` as in `SmtpRelay.submit`. */
export async function submitMail(composed: Composed, mayBegin?: () => boolean): Promise<string> {
  const to = relay();
  if (to) return to.submit(composed, mayBegin);
  if (mayBegin && !mayBegin()) throw withheldMail();
  return `kept as ${await keepMail(composed.raw)}.eml`;
}
