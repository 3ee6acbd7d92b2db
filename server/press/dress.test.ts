import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PressNotes } from '@/lib/press-notes';
import { dress } from './dress';
import { policyWithStyle } from './status';

const clothes = {
  page: ['Content-Security-Policy', "default-src 'none'", 'X-Other', 'page'],
  file: ['X-Other', 'file'],
  own: { inline: [], files: [], addressOf: (path: string) => path, joined: () => null },
};
const policyOf = (notes: Partial<PressNotes>, type = 'text/html') => {
  const captured = {
    status: 200,
    headers: { 'content-type': type },
    body: Buffer.from('<p>'),
    notes: { tags: new Set<string>(), ...notes },
  };
  const { headers } = dress(captured, clothes, false);
  return headers[headers.indexOf('Content-Security-Policy') + 1];
};

test('R19 A5 only a page with embeds may have frames, and only of their sites', () => {
  expect(policyOf({})).toBe("default-src 'none'");
  expect(policyOf({ frames: ['https://player.vimeo.com', 'https://embed.bsky.app'] })).toBe(
    "default-src 'none'; frame-src https://player.vimeo.com https://embed.bsky.app",
  );
  expect(policyOf({ frames: ['https://x; script-src *', 'http://a.example', '*', 'https://'] })).toBe(
    "default-src 'none'",
  );
});

test('D19 A5 a page with colours of its own lets in that one style, by its hash', () => {
  const style = ':root{--accent:#0057b8}';
  const hash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  const policy = "default-src 'none'; style-src 'self'; img-src 'self'";
  expect(policyWithStyle(policy, style)).toBe(`default-src 'none'; style-src ${hash} 'self'; img-src 'self'`);
  expect(policyWithStyle(policy)).toBe(policy);
  // At the desk any style may stand: a hash there would shut the others out.
  const desk = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'";
  expect(policyWithStyle(desk, style)).toBe(desk);
});
