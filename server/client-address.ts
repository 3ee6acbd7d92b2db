import type { IncomingMessage } from 'node:http';
import { plainAddress } from '@/lib/client-network';

/**
 * The address a request comes from. `hops` proxies of ours stand in front, each of which adds to `X-Forwarded-For` the
 * address it was called from; what is further left was written by the visitor and proves nothing. Empty when unknown.
 */
export function clientAddress(req: IncomingMessage, hops: number): string {
  const own = plainAddress(req.socket.remoteAddress ?? '') ?? '';
  if (hops === 0) return own;
  const forwarded = String(req.headers['x-forwarded-for'] ?? '').split(',');
  const chain = [...forwarded.map((entry) => plainAddress(entry)), own].filter((entry) => entry !== null);
  return chain[Math.max(0, chain.length - 1 - hops)] || own;
}
