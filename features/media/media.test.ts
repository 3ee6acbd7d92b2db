import { readFile, utimes } from 'node:fs/promises';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Ctx } from '@/db/context';
import { articles, media, mediaUses, revisions } from '@/db/schema';
import { staffActor, type TestDatabase } from '@/db/testing';
import { type PictureFormat, pictureFormats } from '@/lib/pictures';
import { writeStored } from '@/lib/storage';
import {
  deleteMedia,
  findRendition,
  makeRenditions,
  restoreMedia,
  sweepMedia,
  updateMedia,
  uploadPicture,
} from './commands';
import { embeddedWords } from './embedded-words';
import { listDeletedFiles, listMedia } from './queries';
import type { Rendition } from './rules';
import { draw, openLibrary, refusal, type TestLibrary } from './testing';

let library: TestLibrary;
let at: TestDatabase;
let editor: Ctx;
let root: string;

beforeAll(async () => {
  library = await openLibrary(inject('templateUrl'));
  ({ at, editor, root } = library);
});
afterAll(() => library.close());

const upload = (bytes: Uint8Array, filename?: string) => library.upload(bytes, filename);
const filesIn = (folder: string) => library.filesIn(folder);

test('D16 a picture is turned upright and keeps its words, but neither position nor serial number', async () => {
  const photo = await draw(800, 400)
    .jpeg()
    .withExif({
      IFD0: { ImageDescription: 'Divers at dawn', Artist: 'Ana Reyes', Copyright: 'Reef Agency' },
      IFD2: { BodySerialNumber: 'SERIAL-4711' },
      IFD3: { GPSLatitude: '51/1 30/1 3230/100', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const before = await sharp(photo).metadata();
  expect(before).toMatchObject({ orientation: 6 });
  expect(photo.includes('SERIAL-4711')).toBe(true);

  const row = await upload(photo, 'C:\\photos\\dawn.jpg');
  expect(row).toMatchObject({
    width: 400,
    height: 800,
    filename: 'dawn.jpg',
    caption: 'Divers at dawn',
    credit: 'Ana Reyes',
    licence: 'Reef Agency',
    known: false,
  });
  const kept = await readFile(path.join(root, 'media/originals', row.hash));
  const { exif, iptc, xmp, orientation } = await sharp(kept).metadata();
  expect([exif, iptc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
  for (const format of pictureFormats) {
    const served = await findRendition(at.reader, row.hash, { width: 320, format });
    expect(await sharp(served ?? '').metadata()).toMatchObject({ width: 320, height: 640 });
    for (const trace of ['SERIAL-4711', 'GPS', 'SerialNumber'])
      expect([format, kept.includes(trace), served?.includes(trace)]).toEqual([format, false, false]);
  }
});

test('D16 caption, credit and licence go with every rendition and follow what the library says', async () => {
  const row = await upload(await draw(800, 700, '#20c0a0').jpeg().toBuffer(), 'words.jpg');
  const wordsIn = async (width: Rendition['width'], format: PictureFormat) => {
    const file = await findRendition(at.reader, row.hash, { width, format });
    return embeddedWords(await sharp(file ?? '').metadata());
  };
  expect(await wordsIn(640, 'jpeg')).toEqual({ caption: '', credit: '', licence: '' });
  const words = { caption: 'Quay & “boats” <left>', credit: 'Zoë "Z" Ng/AFP', licence: '© 2026 AFP' };
  await updateMedia(editor, { mediaId: row.id, ...words });
  for (const format of pictureFormats) {
    expect(await wordsIn(640, format), format).toEqual(words);
    expect(await wordsIn(320, format), format).toEqual({ ...words, caption: '' });
  }
});

test('D16 IPTC words win over the camera’s, old letters are read, and no bytes can break the reading', () => {
  const dataset = (number: number, text: Uint8Array) =>
    Buffer.from([0x1c, 2, number, 0, text.length, ...text]);
  const iptc = Buffer.concat([
    Buffer.from('Photoshop 3.0\u00008BIM'),
    dataset(80, Buffer.from('José', 'latin1')),
    dataset(110, Buffer.from('AFP')),
    dataset(120, Buffer.from('A “calm” quay (left) (Photo by: Li (AFP))')),
  ]);
  expect(embeddedWords({ iptc })).toEqual({
    caption: 'A “calm” quay (left)',
    credit: 'José/AFP',
    licence: '',
  });
  const xmp = Buffer.from(
    '<x photoshop:Credit="A &amp; B"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Quay</rdf:li></rdf:Alt></dc:description></x>',
  );
  expect(embeddedWords({ xmp })).toEqual({ caption: 'Quay', credit: 'A & B', licence: '' });
  for (let length = 0; length < 400; length++) {
    const noise = Buffer.from(Array.from({ length }, (_, n) => (n * 73 + length * 31) % 256));
    const exif = Buffer.concat([Buffer.from('Exif\0\0II*\0'), noise]);
    expect(() => embeddedWords({ exif, iptc: noise, xmp: noise })).not.toThrow();
  }
});

test('D16 the same bytes twice are one row and one file', async () => {
  const bytes = await draw(64, 64, '#ff0000').png().toBuffer();
  const [first, second] = await Promise.all([upload(bytes, 'one.png'), upload(bytes, 'two.png')]);
  const third = await upload(bytes);
  expect(new Set([first.id, second.id, third.id]).size).toBe(1);
  expect(third.known).toBe(true);
  expect((await filesIn('originals')).filter((name) => name === first.hash)).toHaveLength(1);
});

test('D16 what is no picture, or too large a one, is refused with a sentence and leaves nothing', async () => {
  const files = await filesIn('originals');
  const rows = await at.db.$count(media);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>');
  const bomb = await sharp({ create: { width: 9001, height: 9001, channels: 3, background: 'black' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  const cut = (await draw(900, 900).jpeg({ quality: 100 }).toBuffer()).subarray(0, 3000);
  await expect(upload(Buffer.alloc(0))).rejects.toEqual(refusal('invalid', /empty/));
  await expect(upload(svg, 'innocent.png')).rejects.toEqual(refusal('invalid', /not a picture/));
  await expect(upload(Buffer.from('<html>'), 'x.png')).rejects.toEqual(refusal('invalid', /not a picture/));
  await expect(upload(cut)).rejects.toEqual(refusal('invalid', /damaged/));
  await expect(
    upload(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(61 * 1024 * 1024)])),
  ).rejects.toEqual(refusal('invalid', /60 MB/));
  const begun = performance.now();
  await expect(upload(bomb)).rejects.toEqual(refusal('invalid', /81 megapixels/));
  expect(performance.now() - begun).toBeLessThan(300);
  await expect(uploadPicture(at.reader, { bytes: svg, filename: 'x' })).rejects.toEqual(
    refusal('forbidden', /signed out/),
  );
  expect(await filesIn('originals')).toEqual(files);
  expect(await filesIn('tmp')).toEqual([]);
  expect(await at.db.$count(media)).toBe(rows);
});

test('D16 a rendition is made once however many ask, and only in a listed size', async () => {
  const { hash } = await upload(await draw(1000, 500, '#0a0').jpeg().toBuffer());
  const asked = await Promise.all(
    Array.from({ length: 20 }, () => findRendition(at.reader, hash, { width: 640, format: 'webp' })),
  );
  const first = asked[0];
  expect((await sharp(first ?? '').metadata()).width).toBe(640);
  expect(asked.every((bytes) => first && bytes?.equals(first))).toBe(true);
  expect(await filesIn(`renditions/${hash}`)).toEqual(['640.webp']);
  expect(await filesIn('locks')).toEqual([]);
  // Never larger than itself, never of a picture that is not there, never out of the folder.
  expect(await findRendition(at.reader, hash, { width: 1280, format: 'webp' })).toBeNull();
  expect(await findRendition(at.reader, '0'.repeat(32), { width: 320, format: 'webp' })).toBeNull();
  expect(await findRendition(at.reader, '../../originals', { width: 320, format: 'webp' })).toBeNull();
  await makeRenditions(at.system, {
    mediaId: (await upload(await draw(1000, 500, '#0a0').jpeg().toBuffer())).id,
  });
  expect((await filesIn(`renditions/${hash}`)).sort()).toEqual(
    [320, 480, 640, 720, 960]
      .flatMap((width) => ['avif', 'jpeg', 'webp'].map((format) => `${width}.${format}`))
      .sort(),
  );
});

test('D16 a picture in use is not deleted; one that is gone answers nothing and comes back when it is sent again', async () => {
  const bytes = await draw(500, 500, '#fa0').jpeg().toBuffer();
  const { id, hash } = await upload(bytes);
  await findRendition(at.reader, hash, { width: 320, format: 'jpeg' });
  const articleId = await articleWith(id);
  await expect(deleteMedia(editor, { mediaId: id })).rejects.toEqual(
    refusal('conflict', /“Reefs” uses this picture/),
  );
  await at.db.delete(mediaUses).where(eq(mediaUses.articleId, articleId));
  await deleteMedia(editor, { mediaId: id });
  expect(await findRendition(at.reader, hash, { width: 320, format: 'jpeg' })).toBeNull();
  await expect(updateMedia(editor, { mediaId: id, alt: 'x' })).rejects.toEqual(
    refusal('not-found', /no longer/),
  );
  expect(await upload(bytes)).toMatchObject({ id, deletedAt: null });
  expect(await findRendition(at.reader, hash, { width: 320, format: 'jpeg' })).not.toBeNull();
});

test('D16 the sweep removes what a crash left behind and nothing else', async () => {
  const kept = await upload(await draw(40, 40, '#123456').png().toBuffer());
  const orphan = 'f'.repeat(32);
  await writeStored(`originals/${orphan}`, Buffer.from('half'));
  await sweepMedia(at.system);
  expect(await filesIn('originals')).toContain(orphan);
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  for (const name of await filesIn('originals'))
    await utimes(path.join(root, 'media/originals', name), longAgo, longAgo);
  expect(await sweepMedia(at.system)).toBe(1);
  expect(await filesIn('originals')).toContain(kept.hash);
  expect(await filesIn('originals')).not.toContain(orphan);
});

test('D16 the library is searched by its words, and a colleague’s picture is not a contributor’s to change', async () => {
  const { id } = await upload(await draw(30, 30, '#abcdef').png().toBuffer(), 'harbour.png');
  const changed = await updateMedia(editor, {
    mediaId: id,
    alt: '100% calm',
    caption: 'The quay. (Image Credit: Li (AFP))',
  });
  expect(changed).toMatchObject({ caption: 'The quay.', credit: 'Li (AFP)' });
  expect((await listMedia(editor, { search: 'QUAY harb' })).items.map((item) => item.id)).toEqual([id]);
  expect((await listMedia(editor, { search: '0% c' })).items.map((item) => item.id)).toEqual([id]);
  expect((await listMedia(editor, { search: '0_% c' })).items).toEqual([]);
  const other = at.as(staffActor('contributor', { id: 999 }));
  await expect(updateMedia(other, { mediaId: id, alt: 'mine' })).rejects.toEqual(
    refusal('forbidden', /does not allow/),
  );
  await expect(deleteMedia(other, { mediaId: id })).rejects.toEqual(refusal('forbidden', /does not allow/));
});

async function articleWith(mediaId: number): Promise<number> {
  const [article] = await at.db.insert(articles).values({}).returning();
  const articleId = article?.id ?? 0;
  const [revision] = await at.db
    .insert(revisions)
    .values({
      articleId,
      title: 'Reefs',
      slug: 'reefs',
      body: { type: 'doc' },
      bodyVersion: 1,
      html: '',
      plainText: '',
      words: 0,
    })
    .returning();
  await at.db.update(articles).set({ headRevisionId: revision?.id }).where(eq(articles.id, articleId));
  await at.db.insert(mediaUses).values({ mediaId, articleId });
  return articleId;
}

test('D17 a deleted file is put back with its words and under its addresses', async () => {
  const { id, hash } = await upload(await draw(640, 400, '#445566').png().toBuffer(), 'back.png');
  await updateMedia(editor, { mediaId: id, alt: 'A quay' });
  await deleteMedia(editor, { mediaId: id });
  const rendition: Rendition = { width: 320, format: 'webp' };
  expect(await findRendition(at.reader, hash, rendition)).toBeNull();
  expect(await listDeletedFiles(editor)).toEqual(
    expect.arrayContaining([expect.objectContaining({ id, filename: 'back.png', deletedBy: 'Test Person' })]),
  );
  await restoreMedia(editor, { mediaId: id });
  expect(await findRendition(at.reader, hash, rendition)).not.toBeNull();
  expect((await listMedia(editor, { search: 'back.png' })).items).toMatchObject([{ id, alt: 'A quay' }]);
  // Twice does no harm.
  expect(await restoreMedia(editor, { mediaId: id })).toEqual({ mediaId: id });
});
