import nodemailer from 'nodemailer';
import type { Env } from '@/lib/env';
import { type Finding, ok, warn, wrong } from './finding';

const patienceMs = 8_000;

/** Connects to the relay and signs in, as sending would; hands over nothing. */
export async function lookAtMail({
  SMTP_URL,
  MAIL_FROM,
  mailFrom,
  DKIM_DOMAIN,
  ...env
}: Env): Promise<Finding> {
  if (!SMTP_URL)
    return warn(
      'mail',
      'SMTP_URL is not set: mail goes over the relay of the settings (/admin/settings/mail says which), or stays in /admin/mailbox',
    );
  const { hostname } = new URL(SMTP_URL);
  const transport = nodemailer.createTransport({
    url: SMTP_URL,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  try {
    await transport.verify();
  } catch (error) {
    return wrong(
      'mail',
      `${hostname} does not take mail from us: ${error instanceof Error ? error.message : error}`,
    );
  } finally {
    transport.close();
  }
  if (!MAIL_FROM)
    return warn('mail', `${hostname} answers, but MAIL_FROM is not set: mail comes from ${mailFrom}`);
  if (!DKIM_DOMAIN || !env.DKIM_SELECTOR || !env.DKIM_PRIVATE_KEY)
    return warn('mail', `${hostname} answers; DKIM_* is not set, so newsletters are not signed by us`);
  return ok('mail', `${hostname} answers, signed as ${DKIM_DOMAIN}`);
}
