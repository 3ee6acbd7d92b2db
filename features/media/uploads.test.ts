import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { media, uploads, users } from '@/db/schema';
import { staffActor } from '@/db/testing';
import { processWide } from '@/lib/process-wide';
import { beginUpload, dropUpload, receiveUpload, sweepMedia } from './commands';
import { findUpload } from './queries';
import { openLibrary, refusal, type TestLibrary } from './testing';

let library: TestLibrary;

beforeAll(async () => {
  library = await openLibrary(inject('templateUrl'));
});
afterAll(() => library.close());

/** A picture that no coding makes small, so that it comes in many pieces. */
const noise = (side = 600): Promise<Buffer> =>
  sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

async function* pieces(bytes: Uint8Array, breaksAfter = Number.POSITIVE_INFINITY, size = 10_000) {
  for (let at = 0; at < bytes.length; at += size) {
    if (at >= breaksAfter) throw new Error('aborted');
    yield bytes.subarray(at, at + size);
  }
}

/** Lets nobody go on before so many are there. */
function meeting(of: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  return () => {
    if (--of === 0) resolve();
    return promise;
  };
}

const begin = (bytes: Uint8Array, filename = 'noise.png', modifiedAtMs = 0) =>
  beginUpload(library.editor, { filename, size: bytes.length, modifiedAtMs });
const receive = (uploadId: string, offset: number, body: AsyncIterable<Uint8Array> | null) =>
  receiveUpload(library.editor, { uploadId, offset, body });
const nothingIsLeft = async () => {
  expect(await library.filesIn('uploads')).toEqual([]);
  expect(await library.filesIn('tmp')).toEqual([]);
  expect(await library.filesIn('locks')).toEqual([]);
};

test('D16 a half-uploaded picture goes on where the connection broke, in this process and in another', async () => {
  const bytes = await noise();
  const { id, offset } = await begin(bytes);
  expect(offset).toBe(0);
  expect(await receive(id, 0, pieces(bytes, 300_000))).toMatchObject({ offset: 300_000, file: null });
  expect(await findUpload(library.editor, { uploadId: id })).toMatchObject({ offset: 300_000, file: null });
  expect(await receive(id, 300_000, pieces(bytes.subarray(300_000), 200_000))).toMatchObject({
    offset: 500_000,
  });
  // Another process knows only what lies on the disk.
  processWide('upload-digests', () => new Map()).clear();
  const { file } = await receive(id, 500_000, pieces(bytes.subarray(500_000)));
  expect(file).toMatchObject({ hash: hashOf(bytes), width: 600, filename: 'noise.png', known: false });
  // The last answer may be lost too.
  expect((await findUpload(library.editor, { uploadId: id })).file?.id).toBe(file?.id);
  expect((await receive(id, bytes.length, null)).file?.id).toBe(file?.id);
  await nothingIsLeft();
});

test('D16 a part that does not follow is told where to go on, and two that overlap do no harm', async () => {
  const bytes = await noise();
  const { id } = await begin(bytes);
  await receive(id, 0, pieces(bytes.subarray(0, 200_000)));
  await expect(receive(id, 100_000, pieces(bytes))).rejects.toMatchObject({
    code: 'conflict',
    detail: { offset: 200_000 },
  });
  // The connection that is thought dead still writes while the new one goes on.
  const meet = meeting(2);
  async function* slow() {
    await meet();
    for await (const piece of pieces(bytes.subarray(200_000, 400_000))) {
      await wait(2);
      yield piece;
    }
  }
  async function* rest() {
    await meet();
    yield* pieces(bytes.subarray(200_000));
  }
  const [, second] = await Promise.all([receive(id, 200_000, slow()), receive(id, 200_000, rest())]);
  expect(second.file?.hash).toBe(hashOf(bytes));
});

test('D16 who brings the last byte twice gets one picture', async () => {
  const bytes = await noise(200);
  const { id } = await begin(bytes);
  await receive(id, 0, pieces(bytes.subarray(0, bytes.length - 1)));
  const meet = meeting(3);
  async function* lastByte() {
    await meet();
    yield bytes.subarray(-1);
  }
  const last = () => receive(id, bytes.length - 1, lastByte());
  const answers = await Promise.all([last(), last(), last()]);
  expect(new Set(answers.map(({ file }) => file?.id)).size).toBe(1);
  expect(await library.at.db.$count(media, eq(media.hash, hashOf(bytes)))).toBe(1);
  await nothingIsLeft();
});

test('D16 what is no picture is refused by its first bytes, what is too large or empty before any is sent', async () => {
  const page = Buffer.concat([Buffer.from('<html>'), Buffer.alloc(5_000_000)]);
  const { id } = await begin(page, 'innocent.png');
  let taken = 0;
  async function* counted() {
    for await (const piece of pieces(page)) {
      taken += piece.byteLength;
      yield piece;
    }
  }
  await expect(receive(id, 0, counted())).rejects.toEqual(refusal('invalid', /not a picture/));
  expect(taken).toBeLessThan(50_000);
  await expect(findUpload(library.editor, { uploadId: id })).rejects.toEqual(refusal('not-found', /too old/));
  await expect(
    beginUpload(library.editor, { filename: 'a.jpg', size: 10 ** 12, modifiedAtMs: 0 }),
  ).rejects.toEqual(refusal('invalid', /At most \d+ MB fit/));
  await expect(begin(Buffer.alloc(0))).rejects.toEqual(refusal('invalid', /empty/));
  // More than was said.
  const bytes = await noise(100);
  const lied = await beginUpload(library.editor, { filename: 'a', size: 20_000, modifiedAtMs: 0 });
  await expect(receive(lied.id, 0, pieces(bytes))).rejects.toEqual(refusal('invalid', /More came/));
  // A picture that ends too early by its own account.
  const cut = bytes.subarray(0, 15_000);
  const damaged = await begin(cut);
  await expect(receive(damaged.id, 0, pieces(cut))).rejects.toEqual(refusal('invalid', /damaged/));
  await nothingIsLeft();
});

test('D16 the same file is taken up again after the tab was closed; a changed one is not', async () => {
  const bytes = await noise(200);
  const first = await begin(bytes, 'quay.png', 1000);
  await receive(first.id, 0, pieces(bytes.subarray(0, 50_000)));
  expect(await begin(bytes, 'quay.png', 1000)).toMatchObject({ id: first.id, offset: 50_000 });
  expect((await begin(bytes, 'quay.png', 2000)).id).not.toBe(first.id);
  await dropUpload(library.editor, { uploadId: first.id });
  const again = await begin(bytes, 'quay.png', 1000);
  expect(again).toMatchObject({ offset: 0 });
  expect(await library.filesIn('uploads')).not.toContain(first.id);
});

test('D16 an upload is its sender’s alone, and one that nobody goes on with is swept after a day', async () => {
  const bytes = await noise(200);
  const { id } = await begin(bytes);
  await receive(id, 0, pieces(bytes.subarray(0, 50_000)));
  const [other] = await library.at.db
    .insert(users)
    .values({ email: 'o@example.test', name: 'Other', role: 'administrator' })
    .returning();
  const stranger = library.at.as(staffActor('administrator', { id: other?.id ?? 0 }));
  const gone = refusal('not-found', /given up or is too old/);
  await expect(receiveUpload(stranger, { uploadId: id, offset: 50_000, body: null })).rejects.toEqual(gone);
  await expect(dropUpload(stranger, { uploadId: id })).rejects.toEqual(gone);
  await expect(findUpload(library.at.reader, { uploadId: id })).rejects.toEqual(
    refusal('forbidden', /signed out/),
  );
  await sweepMedia(library.at.system);
  expect(await library.filesIn('uploads')).toContain(id);
  await library.at.db.update(uploads).set({ touchedAt: sql`now() - interval '25 hours'` });
  await sweepMedia(library.at.system);
  expect(await library.at.db.$count(uploads)).toBe(0);
});
