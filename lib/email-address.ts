import { domainToASCII } from 'node:url';
import { keyedHash } from './signed-token';

/** RFC 5321 4.5.3.1: 64 octets before the @, 254 in all. */
export const longestEmail = 254;

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one shape an address may have before mail is sent to it, or null: a dot-atom of ASCII, an @, and a domain name of
 * at least two labels whose last is no number (RFC 5322 3.4.1 without quoting, comments and address literals). A domain
 * in another script becomes its ASCII form; the domain is lower-cased, the local part kept as typed.
 */
export function parseEmailAddress(typed: string): string | null {
  const text = typed.trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  if (at < 1 || at > 64 || text.length > longestEmail || !localPart.test(local)) return null;
  // domainToASCII would quietly drop a zero-width space and the like.
  if (/[\p{C}\p{Z}]/u.test(text)) return null;
  const domain = domainToASCII(text.slice(at + 1));
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((part) => label.test(part)) || /^\d+$/.test(labels.at(-1) ?? '')) {
    return null;
  }
  const address = `${local}@${domain}`;
  return address.length <= longestEmail ? address : null;
}

/** What an address is remembered by once it must not be kept: the same for every way of writing it in capitals. */
export const emailHash = (address: string): string => keyedHash('email', address.toLowerCase());
