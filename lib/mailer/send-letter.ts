import type { ReactElement } from 'react';
import { deliverMail } from './index';
import { renderMail } from './render';

interface StaffLetter {
  to: { email: string; name: string };
  /** The paper's name, before MAIL_FROM's address. */
  fromName: string;
  subject: string;
  letter: ReactElement;
}

/** Sends a `Letter` to somebody on the staff. Throws as `deliverMail` does. */
export async function sendLetter({ to, fromName, subject, letter }: StaffLetter): Promise<void> {
  await deliverMail({
    to: { name: to.name, address: to.email },
    fromName,
    subject,
    // Answers by robots (absence notes) are not wanted (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(await renderMail(letter)),
  });
}
