import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { closeQueue } from '@/db/queue';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { updateSettings } from '@/features/settings/commands';
import { readSettings } from '@/features/settings/queries';
import { env } from '@/lib/env';
import { findSharePicture, killArticle, publishArticle, withdrawArticle } from './commands';
import { drawSharePicture } from './draw-share-picture';
import { sharePictureAddress, shareSize, shareWords } from './share-picture';
import { type Newsroom, openNewsroom, save, write } from './testing';

let at: TestDatabase;
let room: Newsroom;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'broadsheet-share-'));
  env().dataDir = root;
  at = await cloneDatabase(inject('templateUrl'));
  room = await openNewsroom(at);
});
afterAll(async () => {
  await closeQueue();
  await at.close();
  await rm(root, { recursive: true });
});

const words = (title: string, siteName = 'The Gazette', section: string | null = 'Sport') => {
  const found = shareWords({ siteName, section, title });
  if (!found) throw new Error('nothing can be written');
  return found;
};
/** Where the picture of a headline stands: the last part of its address. */
async function nameOf(articleId: number, title: string, section: string | null = 'Sport') {
  const { siteName } = await readSettings(at.system);
  return path.posix.basename(sharePictureAddress(articleId, words(title, siteName, section)));
}
const find = (name: string) => findSharePicture(room.as.editor, name);
const files = (articleId: number) =>
  readdir(path.join(root, 'media', 'shares', String(articleId))).catch(() => []);
/** How much of a strip of the picture is not paper. */
async function ink(png: Buffer, top: number, height: number) {
  const strip = await sharp(png)
    .extract({ left: 0, top, width: shareSize.width, height })
    .greyscale()
    .raw()
    .toBuffer();
  return strip.filter((value) => value < 128).length;
}

test('R11 the drawn picture has the size of a card, whatever the headline', async () => {
  for (const title of [
    'War',
    'Wort'.repeat(75),
    'long words '.repeat(27),
    '<b>&amp; "quoted" \u0026 <script>',
  ]) {
    const png = await drawSharePicture(words(title));
    expect(await sharp(png).metadata(), title).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(png.byteLength).toBeLessThan(60_000);
    expect(await ink(png, 240, 300), title).toBeGreaterThan(2_000);
    // Nothing runs into the line at the foot, or off the edge.
    expect(await ink(png, 585, 45), title).toBe(0);
    const edge = await sharp(png)
      .extract({ left: 1122, top: 0, width: 78, height: 630 })
      .greyscale()
      .raw()
      .toBuffer();
    expect(Math.min(...edge), title).toBeGreaterThan(200);
  }
});

test('R11 a headline the font cannot write leaves the paper’s name in its place, never empty boxes', async () => {
  const japanese = words('日本の首相が辞任');
  expect(japanese).toEqual({ paper: 'The Gazette', section: 'Sport', headline: null });
  const [drawn, name] = await Promise.all([
    drawSharePicture(japanese),
    drawSharePicture({ paper: 'The Gazette', section: 'Sport', headline: null }),
  ]);
  expect(drawn.equals(name)).toBe(true);
  expect(await ink(drawn, 240, 300)).toBeGreaterThan(2_000);
  expect(shareWords({ siteName: '朝日', section: null, title: 'Latin' })).toBeNull();
});

test('R11 it is drawn once however many ask, kept, and drawn anew for another headline or name', async () => {
  const { id, revisionId } = await write(room.as.editor, {
    title: 'First headline',
    sectionIds: [room.sport],
  });
  const first = await nameOf(id, 'First headline');
  expect(await find(first)).toBe('missing');
  await publishArticle(room.as.editor, { articleId: id });
  const composing = vi.spyOn(sharp.prototype, 'composite');
  const all = await Promise.all(Array.from({ length: 8 }, () => find(first)));
  expect(composing).toHaveBeenCalledTimes(1);
  composing.mockRestore();
  for (const one of all) expect(one).toEqual(all[0]);
  expect(await files(id)).toHaveLength(1);

  await save(
    room.as.editor,
    { articleId: id, baseRevisionId: revisionId },
    { title: 'Second headline', sectionIds: [room.sport] },
  );
  await publishArticle(room.as.editor, { articleId: id });
  expect(await find(first)).toBe('missing');
  const second = await nameOf(id, 'Second headline');
  expect(second).not.toBe(first);
  expect(await find(second)).toBeInstanceOf(Buffer);
  expect(await files(id)).toEqual([second.split('-')[1]]);

  await updateSettings(room.as.administrator, {
    ...(await readSettings(at.system)),
    siteName: 'The Other Gazette',
  });
  expect(await find(second)).toBe('missing');
  expect(await find(await nameOf(id, 'Second headline'))).toBeInstanceOf(Buffer);
});

test('R12 the picture of a killed story is gone with its file, of a withdrawn one missing', async () => {
  const { id } = await write(room.as.editor, { title: 'Taken back', sectionIds: [room.sport] });
  await publishArticle(room.as.editor, { articleId: id });
  const name = await nameOf(id, 'Taken back');
  expect(await find(name)).toBeInstanceOf(Buffer);
  await withdrawArticle(room.as.editor, { articleId: id });
  expect(await find(name)).toBe('missing');
  await publishArticle(room.as.editor, { articleId: id });
  expect(await find(name)).toBeInstanceOf(Buffer);
  await killArticle(room.as.editor, { articleId: id });
  expect(await find(name)).toBe('gone');
  expect(await files(id)).toEqual([]);
});

test('R11 nobody has pictures drawn to order', async () => {
  const { id } = await write(room.as.editor, { title: 'Plain', sectionIds: [room.sport] });
  await publishArticle(room.as.editor, { articleId: id });
  const right = await nameOf(id, 'Plain');
  const [, hash = ''] = /-(\w+)\./.exec(right) ?? [];
  for (const name of [
    `${id}-0123456789abcdef.png`,
    `${id + 1}-${hash}.png`,
    `0${id}-${hash}.png`,
    `${id}-${hash}.jpg`,
    `${id}-${hash.toUpperCase()}.png`,
    `999999999999999-${hash}.png`,
    `9999999999999999999-${hash}.png`,
    `../${id}-${hash}.png`,
    `${id}-${hash}.png\u0000`,
    '',
    'x'.repeat(10_000),
  ])
    expect(await find(name), name.slice(0, 40)).toBe('missing');
  expect(await files(id)).toEqual([]);
  expect(await find(right)).toBeInstanceOf(Buffer);
});
