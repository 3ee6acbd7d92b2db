import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import path from 'node:path';
import { desc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { articles, cacheEvents, mediaUses } from '@/db/schema';
import { staffActor } from '@/db/testing';
import {
  beginUpload,
  findRendition,
  receiveUpload,
  restoreVersion,
  sweepMedia,
  updateMedia,
} from './commands';
import { findMediaWithUses, findTurned } from './queries';
import { draw, openLibrary, refusal, type TestLibrary } from './testing';

let library: TestLibrary;

beforeAll(async () => {
  library = await openLibrary(inject('templateUrl'));
});
afterAll(() => library.close());

async function replace(replacesId: number, bytes: Buffer, filename = 'crop.jpg', ctx = library.editor) {
  const { id } = await beginUpload(ctx, { filename, size: bytes.length, modifiedAtMs: 0, replacesId });
  async function* whole() {
    yield bytes;
  }
  return (await receiveUpload(ctx, { uploadId: id, offset: 0, body: whole() })).file;
}
const versionsOf = async (mediaId: number) =>
  (await findMediaWithUses(library.editor, { mediaId }))?.versions ?? [];
const made = (width: number, colour: string) => draw(width, 600, colour).jpeg().toBuffer();
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

test('D16 another file under a picture’s name keeps its words, turns every story that shows it, and can be taken back', async () => {
  const [first, second] = [await made(900, '#102030'), await made(700, '#405060')];
  const row = await library.upload(first, 'quay.jpg');
  await updateMedia(library.editor, { mediaId: row.id, alt: 'A quay', credit: 'Li', focalX: 0.2 });
  const [article] = await library.at.db.insert(articles).values({}).returning();
  await library.at.db.insert(mediaUses).values({ mediaId: row.id, articleId: article?.id ?? 0 });
  await findRendition(library.at.reader, row.hash, { width: 320, format: 'webp' });

  const after = await replace(row.id, second);
  expect(after).toMatchObject({
    id: row.id,
    hash: hashOf(second),
    width: 700,
    filename: 'crop.jpg',
    alt: 'A quay',
    credit: 'Li',
    focalX: expect.closeTo(0.2),
  });
  const [event] = await library.at.db.select().from(cacheEvents).orderBy(desc(cacheEvents.id)).limit(1);
  expect(event?.tags).toEqual(expect.arrayContaining([`media:${row.id}`, `article:${article?.id}`]));
  // The old file is served to nobody any more; its address knows where to go.
  expect(await findRendition(library.at.reader, row.hash, { width: 320, format: 'webp' })).toBeNull();
  expect(await library.filesIn(`renditions/${row.hash}`)).toEqual([]);
  expect((await findTurned(library.at.reader, row.hash))?.hash).toBe(hashOf(second));
  expect(
    await findRendition(library.at.reader, hashOf(second), { width: 320, format: 'webp' }),
  ).not.toBeNull();

  const [version] = await versionsOf(row.id);
  expect(version).toMatchObject({ hash: row.hash, filename: 'quay.jpg', width: 900, replacedBy: 'Ed' });
  for (const hash of await library.filesIn('originals'))
    await utimes(path.join(library.root, 'media/originals', hash), 0, 0);
  await sweepMedia(library.at.system);
  expect(await library.filesIn('originals')).toContain(row.hash);
  // Who sends the old file again is given the picture, not a second one.
  expect(await library.upload(first, 'again.jpg')).toMatchObject({ id: row.id, known: true });
  const back = await restoreVersion(library.editor, { mediaId: row.id, versionId: version?.id ?? 0 });
  expect(back).toMatchObject({ hash: row.hash, width: 900, filename: 'quay.jpg' });
  expect((await versionsOf(row.id)).map(({ filename }) => filename)).toEqual(['crop.jpg', 'quay.jpg']);
  expect(await findRendition(library.at.reader, row.hash, { width: 320, format: 'webp' })).not.toBeNull();
});

test('D16 what cannot stand under a picture’s name is refused with a reason, and nothing of it is left', async () => {
  const [one, other] = [await made(300, '#111111'), await made(310, '#222222')];
  const row = await library.upload(one, 'one.jpg');
  await library.upload(other, 'other.jpg');
  await expect(replace(row.id, other)).rejects.toEqual(refusal('conflict', /already, as “other.jpg”/));
  await expect(replace(row.id, Buffer.from('%PDF-1.7 and so on'))).rejects.toEqual(
    refusal('invalid', /not a picture/),
  );
  expect((await replace(row.id, one))?.hash).toBe(row.hash);
  expect(await versionsOf(row.id)).toEqual([]);
  const contributor = library.at.as(staffActor('contributor', { id: 999 }));
  await expect(replace(row.id, await made(320, '#333333'), 'x.jpg', contributor)).rejects.toEqual(
    refusal('forbidden', /does not allow/),
  );
  await expect(restoreVersion(library.editor, { mediaId: row.id, versionId: 1 })).rejects.toEqual(
    refusal('not-found', /never had that file/),
  );
  expect(await library.filesIn('uploads')).toEqual([]);
  expect((await findMediaWithUses(library.editor, { mediaId: row.id }))?.item.hash).toBe(row.hash);
});
