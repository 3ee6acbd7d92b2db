import type { ReactElement } from 'react';
import { deliverMail, type MailInForce, senderOf } from './index';
import { renderMail } from './render';

export interface StaffLetter {
  to: { email: string; name: string };
  /** The paper's name, for a sender who has none. */
  siteName: string;
  subject: string;
  letter: ReactElement;
}

/** Sends a `Letter` to somebody on the staff. Throws as `deliverMail` does. */
export async function sendLetter(
  via: MailInForce,
  { to, siteName, subject, letter }: StaffLetter,
): Promise<void> {
  await deliverMail(via, {
    to: { name: to.name, address: to.email },
    from: senderOf(via, siteName),
    subject,
    // Answers by robots (absence notes) are not wanted (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(await renderMail(letter)),
  });
}
