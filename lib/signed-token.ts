import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from './env';

export type TokenPayload = string | number | readonly (string | number)[];

/** A key of its own for each purpose, so that a token made for one thing is worth nothing for another. */
const mac = (purpose: string, text: string): Buffer =>
  createHmac('sha256', createHmac('sha256', env().authSecret).update(`broadsheet ${purpose}`).digest())
    .update(text)
    .digest();

/**
 * A token that carries `payload` in the open and proves that this installation made it for `purpose`: safe in an
 * address, 256 bits of HMAC-SHA256. It never runs out by itself: put an instant into the payload and compare it with
 * `clock()` where age matters. No row is needed to check it, so it holds as long as AUTH_SECRET does.
 */
export function signToken(purpose: string, payload: TokenPayload): string {
  const body = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${body}.${mac(purpose, body).toString('base64url')}`;
}

/** The payload of a token made here for `purpose`; null for anything else, compared in constant time. */
export function readToken(purpose: string, token: string): TokenPayload | null {
  if (token.length > 1024) return null;
  const [body, signature, ...rest] = token.split('.');
  if (!body || !signature || rest.length > 0) return null;
  const given = Buffer.from(signature, 'base64url');
  const wanted = mac(purpose, body);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as TokenPayload;
}

/**
 * A name for `value` that nobody can turn back or make elsewhere, stable as long as AUTH_SECRET is: for addresses that
 * must be recognised after they were deleted, and for networks that are counted but not kept.
 */
export const keyedHash = (purpose: string, value: string): string =>
  mac(purpose, value).toString('base64url');
