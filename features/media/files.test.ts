import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { beginUpload, receiveUpload } from './commands';
import type { UploadProgress } from './queries';
import { openLibrary, refusal, type TestLibrary } from './testing';
import { mp3, mp4, pdf } from './testing-files';

let library: TestLibrary;

beforeAll(async () => {
  library = await openLibrary(inject('templateUrl'));
});
afterAll(() => library.close());

async function send(bytes: Buffer, filename: string): Promise<NonNullable<UploadProgress['file']>> {
  const { id } = await beginUpload(library.editor, { filename, size: bytes.length, modifiedAtMs: 0 });
  async function* whole() {
    yield bytes;
  }
  const { file } = await receiveUpload(library.editor, { uploadId: id, offset: 0, body: whole() });
  if (!file) throw new Error('it is not there');
  return file;
}

test('D16 PDF, MP3 and MP4 are told by their bytes, whatever they are called, and kept as they came', async () => {
  const [paper, sound, film] = [pdf(), mp3(), mp4()];
  expect(await send(paper, 'report.jpg')).toMatchObject({
    kind: 'document',
    mimeType: 'application/pdf',
    bytes: paper.length,
    width: null,
    seconds: null,
  });
  const kept = await send(sound, 'song');
  expect(kept).toMatchObject({ kind: 'audio', mimeType: 'audio/mpeg' });
  expect(await readFile(path.join(library.root, 'media/originals', kept.hash))).toEqual(sound);
  expect(await send(film, 'film.mp4')).toMatchObject({
    kind: 'video',
    mimeType: 'video/mp4',
    bytes: film.length,
    width: 640,
    height: 360,
    seconds: 90,
  });
  expect(await send(mp4({ onItsSide: true }), 'tall.mp4')).toMatchObject({ width: 360, height: 640 });
  expect(await send(mp4({ brand: 'M4A ' }), 'memo.m4a')).toMatchObject({
    kind: 'audio',
    mimeType: 'audio/mp4',
  });
  expect((await send(paper, 'again.pdf')).known).toBe(true);
  expect(await library.filesIn('uploads')).toEqual([]);
});

test('D16 a film tells nobody where, with what or by whom it was taken, and is otherwise untouched', async () => {
  const film = mp4();
  expect(film.includes('+52.5200') && film.includes('SERIAL-4711')).toBe(true);
  const { hash } = await send(film, 'holiday.mp4');
  const kept = await readFile(path.join(library.root, 'media/originals', hash));
  for (const trace of ['+52.5200', 'SERIAL-4711', 'xmpmeta', 'udta', '\xa9xyz'])
    expect([trace, kept.includes(Buffer.from(trace, 'latin1'))]).toEqual([trace, false]);
  expect(kept.length).toBe(film.length);
  expect(kept.subarray(-2000)).toEqual(film.subarray(-2000));
});

test('D16 a film that cannot be played, is of another kind or is damaged is refused and leaves nothing', async () => {
  const film = mp4();
  const noIndex = Buffer.concat([film.subarray(0, 20), film.subarray(film.indexOf('mdat') - 4)]);
  await expect(send(noIndex, 'a.mp4')).rejects.toEqual(refusal('invalid', /no index/));
  await expect(send(film.subarray(0, 200), 'a.mp4')).rejects.toEqual(refusal('invalid', /damaged/));
  await expect(send(mp4({ brand: 'qt  ' }), 'a.mov')).rejects.toEqual(
    refusal('invalid', /nor a PDF, MP3 or MP4/),
  );
  // Boxes within boxes that claim to be longer than the file, or of no length.
  for (const size of [0xffffffff, 4, 1]) {
    const hostile = Buffer.from(film);
    hostile.writeUInt32BE(size, 20);
    await expect(send(hostile, 'a.mp4')).rejects.toEqual(refusal('invalid', /damaged|no index/));
  }
  expect(await library.filesIn('uploads')).toEqual([]);
  expect(await library.filesIn('tmp')).toEqual([]);
});
