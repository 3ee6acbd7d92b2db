import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DKIMOptions } from 'nodemailer/lib/dkim';
import { type Env, env } from '@/lib/env';
import { processWide } from '@/lib/process-wide';

/**
 * What a signature covers. nodemailer's own list leaves List-Unsubscribe-Post out, and RFC 8058 (section 4) asks that
 * both unsubscribe headers be covered: without that, mailbox providers show no button.
 */
export const signedHeaders = [
  'From',
  'Sender',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'To',
  'Cc',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'In-Reply-To',
  'References',
  'List-Id',
  'List-Archive',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
] as const;

/** How mail is signed, or null when no key is set. Throws with a sentence when the three settings do not go together. */
export const dkimOptions = (): DKIMOptions | null =>
  processWide('dkim', () => ({ options: readDkim(env()) })).options;

export function readDkim({
  DKIM_DOMAIN: domainName,
  DKIM_SELECTOR: keySelector,
  DKIM_PRIVATE_KEY: key,
}: Env): DKIMOptions | null {
  if (!domainName && !keySelector && !key) return null;
  if (!domainName || !keySelector || !key)
    throw new Error('DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY must be set together');
  // A key in one line of an env file has its line breaks written as \n.
  const privateKey = key.includes('-----BEGIN') ? key.replaceAll('\\n', '\n') : readFileSync(key, 'utf8');
  // nodemailer sends unsigned, without a word, when it cannot use the key: find out now.
  if (createPrivateKey(privateKey).asymmetricKeyType !== 'rsa')
    throw new Error('DKIM_PRIVATE_KEY must be an RSA key, as PEM or as the path of a PEM file');
  return { domainName, keySelector, privateKey, headerFieldNames: signedHeaders.join(':') };
}
