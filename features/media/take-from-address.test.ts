import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Ctx } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { users } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { env } from '@/lib/env';
import type { Network } from '@/lib/safe-fetch';
import { listStored, readStored, storedSize } from '@/lib/storage';
import { takeFromAddressInput } from './address-input';
import { takeFromAddress, uploadPicture } from './commands';
import { uploadLimits } from './rules';
import { originalKey } from './stored';
import { mp3, mp4, pdf } from './testing-files';

let at: TestDatabase;
let author: Ctx;
let root: string;
let picture: Buffer;
let port: number;
let network: Network;
const held: ServerResponse[] = [];

const server = createServer((request, response) => {
  const name = new URL(request.url ?? '/', 'http://x').pathname;
  if (name === '/page') response.end('<!doctype html><title>No picture</title>');
  else if (name === '/page.jpg') response.setHeader('content-type', 'image/jpeg').end('<svg onload="x"/>');
  else if (name === '/moved') response.writeHead(302, { location: '/dogs/a%20dog.jpg' }).end();
  else if (name === '/inside') response.writeHead(302, { location: `http://10.0.0.1:${port}/` }).end();
  else if (name === '/held') held.push(response);
  else if (name in files) response.setHeader('content-type', 'text/html').end(files[name]);
  else if (name === '/endless.mp3') void flood(response);
  else if (name === '/torn.pdf') {
    response.setHeader('content-length', 50_000).write(pdf());
    setTimeout(() => response.destroy(), 20);
  } else response.setHeader('content-type', 'text/plain').end(picture);
});

const files: Record<string, Buffer> = {
  '/report.pdf': pdf(),
  '/talk.mp3': mp3(),
  '/film': mp4({ data: 3_000_000 }),
  '/page.pdf': Buffer.from('<!doctype html><script>alert(1)</script>'.repeat(100)),
};

/** Sound without an end: what was sent of it is counted. */
let flooded = 0;
async function flood(response: ServerResponse): Promise<void> {
  response.write(mp3());
  const piece = Buffer.alloc(4 * 1024 * 1024);
  while (!response.destroyed) {
    flooded += piece.byteLength;
    if (!response.write(piece)) await once(response, 'drain').catch(() => undefined);
  }
}

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'broadsheet-address-'));
  env().dataDir = root;
  at = await cloneDatabase(inject('templateUrl'));
  const [person] = await at.db
    .insert(users)
    .values({ email: 'a@example.test', name: 'Ada', role: 'author' })
    .returning();
  author = at.as(staffActor('author', { id: person?.id ?? 0 }));
  picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#228844' } })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: 'A dog on the quay', Artist: 'Ana Reyes' } })
    .toBuffer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  port = (server.address() as AddressInfo).port;
  network = {
    resolve: async () => ['127.0.0.1'],
    isAllowed: (address) => address === '127.0.0.1',
    ports: [port],
  };
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await closeQueue();
  await at.close();
  await rm(root, { recursive: true });
});

const take = (name: string, picturesOnly = false) =>
  takeFromAddress(author, { address: `http://pictures.example:${port}${name}`, picturesOnly }, network);
const refusal = (code: string, words: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(words) });

test('D16 a picture by its address is in the library as if it had been uploaded', async () => {
  const row = await take('/moved');
  expect(row).toMatchObject({
    filename: 'a dog.jpg',
    width: 640,
    caption: 'A dog on the quay',
    credit: 'Ana Reyes',
    known: false,
  });
  expect(await uploadPicture(author, { bytes: picture, filename: 'again.jpg' })).toMatchObject({
    id: row.id,
    known: true,
  });
});

test('D16 what lies at an address is told by its bytes, and a refusal says what to do', async () => {
  await expect(take('/page')).rejects.toEqual(refusal('invalid', 'not a picture'));
  await expect(take('/page.jpg')).rejects.toEqual(refusal('invalid', 'not a picture'));
  await expect(take('/inside')).rejects.toEqual(refusal('invalid', 'public internet'));
  await expect(takeFromAddress(author, { address: 'http://127.0.0.1/a.jpg' })).rejects.toEqual(
    refusal('invalid', 'public internet'),
  );
  await expect(takeFromAddress(at.reader, { address: 'https://a.example/a.jpg' })).rejects.toEqual(
    refusal('forbidden', ''),
  );
});

test('D16 PDF, MP3 and MP4 are taken by address, too, told by their bytes; where only pictures will do they are refused', async () => {
  for (const [name, kind, seconds] of [
    ['/report.pdf', 'document', null],
    ['/talk.mp3', 'audio', null],
    ['/film', 'video', 90],
  ] as const) {
    const row = await take(name);
    const hash = createHash('sha256')
      .update(files[name] ?? '')
      .digest('hex')
      .slice(0, 32);
    expect([row.kind, row.seconds, row.hash, row.known]).toEqual([kind, seconds, hash, false]);
    expect(await storedSize(originalKey(hash))).toBe(files[name]?.byteLength);
  }
  // Where it was taken is no more in it than in one that was uploaded.
  const film = await readStored(originalKey((await take('/film')).hash));
  expect(film?.includes('+52.5200')).toBe(false);
  await expect(take('/page.pdf')).rejects.toEqual(refusal('invalid', 'nor a PDF'));
  await expect(take('/talk.mp3', true)).rejects.toEqual(refusal('invalid', 'not a picture'));
  await expect(take('/torn.pdf')).rejects.toEqual(refusal('unavailable', 'Try again'));
  const left = [];
  for await (const file of listStored('uploads')) left.push(file.key);
  expect(left).toEqual([]);
});

test('D16 what comes without an end is cut off at the limit of its kind, and nothing of it is kept', async () => {
  const { bytes } = uploadLimits;
  const { audio } = bytes;
  // Half a gigabyte would show the same, later.
  Object.assign(bytes, { audio: 20 * 1024 * 1024 });
  try {
    await expect(take('/endless.mp3')).rejects.toEqual(refusal('invalid', 'At most 20 MB fit'));
  } finally {
    Object.assign(bytes, { audio });
  }
  expect(flooded).toBeLessThan(100 * 1024 * 1024);
});

test('D16 one person has a few pictures fetched at a time, no more', async () => {
  const first = Array.from({ length: 4 }, () => take('/held'));
  await expect.poll(() => held.length).toBe(4);
  await expect(take('/other.jpg')).rejects.toEqual(refusal('too-many', 'Try again'));
  for (const response of held) response.end(picture);
  for (const row of await Promise.all(first)) expect(row.filename).toBeTruthy();
  expect(await take('/other.jpg')).toMatchObject({ known: true });
});

test('D16 an address is taken as people type it', () => {
  const read = (address: unknown) => takeFromAddressInput.safeParse({ address });
  expect(read(' example.org/a.jpg ').data?.address).toBe('https://example.org/a.jpg');
  expect(read('http://example.org/a.jpg').data?.address).toBe('http://example.org/a.jpg');
  for (const bad of ['', '  ', 7, null, ['https://a.example'], `https://a.example/${'a'.repeat(2000)}`])
    expect(read(bad).success, String(bad).slice(0, 20)).toBe(false);
});
