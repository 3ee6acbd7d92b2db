import addressparser from 'nodemailer/lib/addressparser';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import { env } from '@/lib/env';
import { processWide } from '@/lib/process-wide';
import { type Correspondent, headerText } from './mail';
import { SmtpRelay } from './relay';
import type { RelayTarget } from './relay-line';
import { SubmitError } from './submit-error';

/** The way mail takes at this moment. Asked for anew for each mail or batch of them, for staff may change it. */
export interface MailInForce {
  /** Who said so: SMTP_URL, an administrator in the settings, or nobody: then mail is kept in the mailbox. */
  origin: 'environment' | 'settings' | 'mailbox';
  from: Required<Correspondent>;
  relay: Pick<SmtpRelay, 'submit'> | null;
}

/** A relay that cannot be used: every mail fails with this sentence, so that it waits and is not lost. */
export const unusableRelay = (sentence: string): NonNullable<MailInForce['relay']> => ({
  submit: () => Promise.reject(new SubmitError('relay', sentence, undefined, undefined, undefined)),
});

/** This process's connections, kept for the next mail while the same relay is asked for; another one replaces them. */
export function relayFor(target: string | RelayTarget): SmtpRelay {
  const held = processWide('smtp-relay', () => ({ key: '', relay: null as SmtpRelay | null }));
  const key = JSON.stringify(target);
  if (held.relay === null || held.key !== key) {
    // What is under way goes to its end over the old ones.
    held.relay?.close();
    Object.assign(held, { key, relay: new SmtpRelay(target) });
  }
  return held.relay as SmtpRelay;
}

/**
 * The one rule of which relay is in force: SMTP_URL before what is kept in the settings before the mailbox. MAIL_FROM
 * names the sender wherever it is set.
 */
export function mailBy(kept: Pick<MailInForce, 'from' | 'relay'> | null): MailInForce {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL) return { origin: 'environment', from: environmentSender(), relay: relayFor(SMTP_URL) };
  if (!kept) return { origin: 'mailbox', from: environmentSender(), relay: null };
  return {
    origin: 'settings',
    from: MAIL_FROM ? environmentSender() : kept.from,
    relay: kept.relay,
  };
}

/** Where SMTP_URL leads; null when none is set. */
export function environmentTarget(): RelayTarget | null {
  const { SMTP_URL } = env();
  return SMTP_URL ? parseConnectionUrl(SMTP_URL) : null;
}

/** MAIL_FROM taken apart, or the address that stands in for it. */
export function environmentSender(): Required<Correspondent> {
  const [set] = addressparser(env().mailFrom, { flatten: true });
  return { name: headerText(set?.name ?? ''), address: set?.address ?? '' };
}

/** Whom a mail comes from: a name of its own, else that of the sender, else the paper's. */
export const senderOf = ({ from }: MailInForce, paper: string, own = ''): Required<Correspondent> => ({
  name: own || from.name || paper,
  address: from.address,
});
