import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Env, env } from '@/lib/env';
import { processWide } from '@/lib/process-wide';

/**
 * What a signature covers, where a mail has it. RFC 8058 (section 4) asks that both unsubscribe headers be covered:
 * without that, mailbox providers show no button. (nodemailer's own list leaves List-Unsubscribe-Post out.)
 */
const signedHeaders: ReadonlySet<string> = new Set([
  'From',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'To',
  'MIME-Version',
  'Content-Type',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Auto-Submitted',
]);

export interface DkimKey {
  domain: string;
  selector: string;
  key: KeyObject;
}

/** The key mail is signed with, or null when none is set. Throws when the three settings do not go together. */
export const dkimKey = (): DkimKey | null => processWide('dkim', () => ({ key: readDkim(env()) })).key;

export function readDkim({
  DKIM_DOMAIN: domain,
  DKIM_SELECTOR: selector,
  DKIM_PRIVATE_KEY: set,
}: Env): DkimKey | null {
  if (!domain && !selector && !set) return null;
  if (!domain || !selector || !set)
    throw new Error('DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY must be set together');
  // A key in one line of an env file has its line breaks written as \n.
  const key = createPrivateKey(
    set.includes('-----BEGIN') ? set.replaceAll('\\n', '\n') : readFileSync(set, 'utf8'),
  );
  if (key.asymmetricKeyType !== 'rsa')
    throw new Error('DKIM_PRIVATE_KEY must be an RSA key, as PEM or as the path of a PEM file');
  return { domain, selector, key };
}

/** Outside the main thread, for one signature takes a millisecond. */
const signOutside = promisify<string, Buffer, KeyObject, Buffer>(sign);

/**
 * The value of a DKIM-Signature header (RFC 6376, rsa-sha256, relaxed/relaxed). `headers` are those of the message with
 * their folds; `body` ends with a line break and must be in relaxed form already, as `./mime` writes it: no two spaces
 * in a row, none at a line's end.
 */
export async function dkimSignature(
  { domain, selector, key }: DkimKey,
  headers: readonly (readonly [name: string, value: string])[],
  body: string,
): Promise<string> {
  const fields = headers.filter(([name]) => signedHeaders.has(name));
  const bodyHash = createHash('sha256').update(body, 'latin1').digest('base64');
  const unsigned = [
    `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=${selector};`,
    `h=${fields.map(([name]) => name.toLowerCase()).join(':')};`,
    `bh=${bodyHash};`,
    'b=',
  ].join('\r\n ');
  const input = [
    ...fields.map(([name, value]) => `${relaxed(name, value)}\r\n`),
    relaxed('dkim-signature', unsigned),
  ];
  const signature = await signOutside('sha256', Buffer.from(input.join(''), 'latin1'), key);
  return unsigned + signature.toString('base64').replace(/.{72}(?=.)/g, '$&\r\n ');
}

/** RFC 6376, 3.4.2. */
const relaxed = (name: string, value: string): string =>
  `${name.toLowerCase()}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`;
