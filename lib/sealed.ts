import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env } from './env';

const ivBytes = 12;
const tagBytes = 16;

/** A key of its own for each purpose, made of AUTH_SECRET (HKDF-SHA256, RFC 5869). */
const keyFor = (purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', env().authSecret, '', `broadsheet sealed ${purpose}`, 32));

/**
 * Text that only this installation can read again, for secrets that have to lie in the database: AES-256-GCM, a random
 * nonce each time, so that the same text is never sealed alike. It holds as long as AUTH_SECRET does.
 */
export function seal(purpose: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text again; null for what was changed, cut, sealed for another purpose or under another AUTH_SECRET. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < ivBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, ivBytes));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    return null;
  }
}
