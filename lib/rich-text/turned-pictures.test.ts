import { expect, test } from 'vitest';
import type { RichNode } from './document';
import { renderHtml } from './render';
import { withTurnedPictures } from './turned-pictures';

const old = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const next = 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb';
const other = 'cccccccccccccccccccccccccccccccc';
const figure = (hash: string, width: number, height: number): RichNode => ({
  type: 'figure',
  attrs: { mediaId: 1, hash, width, height, alt: 'A "quay" & <boats>', caption: 'Dawn', credit: 'Li' },
});
const text = (...content: RichNode[]) => renderHtml({ type: 'doc', content });
const gallery = (hash: string, width: number): RichNode => ({
  type: 'gallery',
  content: [figure(hash, width, 400), figure(other, 640, 400)],
});

test('D16 a text that was rendered before shows the files its pictures have now, as if rendered today', () => {
  const turned = [{ was: old, hash: next, width: 500, height: 700 }];
  expect(withTurnedPictures(text(figure(old, 1600, 900), figure(other, 640, 400)), turned)).toBe(
    text(figure(next, 500, 700), figure(other, 640, 400)),
  );
  const inGallery = [{ was: old, hash: next, width: 500, height: 400 }];
  expect(withTurnedPictures(text(gallery(old, 1600)), inGallery)).toBe(text(gallery(next, 500)));
  const untouched = text(figure(other, 640, 400));
  expect(withTurnedPictures(untouched, turned)).toBe(untouched);
});
