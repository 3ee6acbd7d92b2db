import { afterEach, expect, test } from 'vitest';
import { env } from './env';
import { sessionCookieName, sessionCookieOptions, sessionTokenIn } from './session-cookie';

const plain = env().siteUrl;
afterEach(() => {
  env().siteUrl = plain;
});

test('A1 behind https the cookie is __Host-, Secure, HttpOnly and Lax, and has no Domain', () => {
  env().siteUrl = 'https://paper.example';
  expect(sessionCookieName()).toBe('__Host-broadsheet');
  expect(sessionCookieOptions()).toEqual({
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: true,
    maxAge: 2_592_000,
  });
  expect(sessionTokenIn('broadsheet=set-by-http; __Host-broadsheet=true-one')).toBe('true-one');
});

test('A1 only the cookie of that very name is read', () => {
  expect(sessionTokenIn('a=1; broadsheet=abc; b=2')).toBe('abc');
  for (const header of [
    null,
    undefined,
    '',
    'broadsheet',
    'broadsheet=',
    'xbroadsheet=abc',
    'x=broadsheet=abc',
  ])
    expect(sessionTokenIn(header)).toBeNull();
});
