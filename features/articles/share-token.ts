import { env } from '@/lib/env';
import { readToken, signToken } from '@/lib/signed-token';

const purpose = 'share';

/** Where a share link leads. It can be written out again at any time: what it is worth, its row says. */
export const shareAddress = (shareLinkId: number): string =>
  new URL(`/share/${signToken(purpose, [shareLinkId])}`, env().siteUrl).href;

/** The row that a token names; null for anything that was not made here. */
export function shareLinkIdOf(token: string): number | null {
  const payload = readToken(purpose, token);
  const [id] = Array.isArray(payload) ? payload : [];
  return Number.isSafeInteger(id) ? Number(id) : null;
}
