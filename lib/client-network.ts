import { isIPv4, isIPv6 } from 'node:net';
import { keyedHash } from './signed-token';

/** Request header by which `server/` tells route handlers the visitor's address; one that a visitor sends is dropped. */
export const clientAddressHeader = 'x-broadsheet-client';

/**
 * A name for the network a request comes from (the /24 of IPv4, the /56 of IPv6), the same for everybody in it and of
 * no use to anybody without AUTH_SECRET. Null when the address is unknown, as in tests. Lives in memory only: rows hold
 * what `networkNames` (db/network-names) makes of it with a secret that is destroyed after thirty days.
 */
export function networkHash(request: { headers: Headers }): string | null {
  const network = networkOf(request.headers.get(clientAddressHeader) ?? '');
  return network === null ? null : keyedHash('client network', network);
}

/** `203.0.113.0/24` or `2001:db8:0:1200::/56` of an address; null for what is none. IPv4 inside IPv6 counts as IPv4. */
export function networkOf(address: string): string | null {
  const plain = plainAddress(address);
  if (plain === null) return null;
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  const [a = 0, b = 0, c = 0, d = 0] = groupsOf(plain);
  return `${[a, b, c, d & 0xff00].map((group) => group.toString(16)).join(':')}::/56`;
}

/** An address without zone or brackets, IPv4 unwrapped (`::ffff:192.0.2.1` is 192.0.2.1); null for what is none. */
export function plainAddress(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[|\](:\d+)?$/g, '')
    .replace(/%.*$/, '');
  const wrapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (wrapped !== undefined && isIPv4(wrapped)) return wrapped;
  return isIPv4(bare) || isIPv6(bare) ? bare.toLowerCase() : null;
}

/** The eight 16-bit groups of an IPv6 address (RFC 4291, section 2.2). */
function groupsOf(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const groups = (part: string) =>
    part === ''
      ? []
      : part
          .split(':')
          .flatMap((group) => (group.includes('.') ? fromDotted(group) : [Number.parseInt(group, 16)]));
  const before = groups(head);
  if (tail === undefined) return before;
  const after = groups(tail);
  return [...before, ...Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0), ...after];
}

const fromDotted = (dotted: string): number[] => {
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
};
