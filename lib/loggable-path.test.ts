import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { loggablePath } from './loggable-path';

test.each([
  [
    '/world/a-very-long-story-about-nothing-in-particular',
    '/world/a-very-long-story-about-nothing-in-particular',
  ],
  ['/search?q=my+illness', '/search'],
  ['/', '/'],
])('A5 the path %s is logged as %s', (target, logged) => {
  expect(loggablePath(target)).toBe(logged);
});

test('A5 no token or unguessable id reaches the log', () => {
  for (let i = 0; i < 200; i++) {
    const tokens = [randomUUID(), randomBytes(24).toString('base64url'), randomBytes(32).toString('hex')];
    for (const token of tokens)
      expect(loggablePath(`/newsletter/confirm/${token}?x=${token}`)).not.toContain(token);
    expect(loggablePath(`/a/IjEi.${tokens[1]}`)).not.toContain(tokens[1]);
  }
});
