import { createHash, type Hash, randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Ctx } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { TooMany } from '@/lib/errors';
import { processWide } from '@/lib/process-wide';
import { type Network, type SafeAnswer, safeFetchFile } from '@/lib/safe-fetch';
import { removeStored, writePart } from '@/lib/storage';
import type { TakeFromAddress } from '../address-input';
import { headBytes, requireBytes, requireFile, requirePicture, uploadLimits } from '../rules';
import { partKey } from '../stored';
import { type TakenFile, takeFile } from './take-file';
import { requireRoom, requireUploadsLeft } from './uploads-left';

/** So many a person at a time, and so many of everybody. */
const atOnce = { person: 4, all: 12 } as const;
/** A film is larger than a picture, and who waits for it knows; the browser waits two minutes at most. */
const timeoutMs = { picture: 20_000, any: 110_000 } as const;

/**
 * Takes a file of somebody else's server into the library, as if it had been saved and uploaded (D16): a picture, PDF, MP3
 * or MP4, told by its bytes and not by what the server calls it; with `picturesOnly` a picture. Fetched by
 * `safeFetchFile`, to the disk as it comes, no further than the limit of its kind, then kept by `takeFile`. Throws a
 * refusal with a sentence for an address that is not fetched and for what lies there and is no such file, as soon as its
 * first bytes tell, and TooMany for whoever fetches too many at a time. `network` is for tests.
 */
export async function takeFromAddress(
  ctx: Ctx,
  { address, picturesOnly = false }: TakeFromAddress,
  network?: Network,
): Promise<TakenFile> {
  authorise(ctx.actor, 'upload-media');
  return inTurn(ctx, async () => {
    await requireUploadsLeft(ctx);
    const wanted = picturesOnly
      ? { maxBytes: uploadLimits.bytes.picture, timeoutMs: timeoutMs.picture, accept: 'image/*' }
      : { maxBytes: uploadLimits.mostBytes, timeoutMs: timeoutMs.any };
    const answer = await safeFetchFile(address, wanted, network);
    const uploadId = randomBytes(16).toString('hex');
    try {
      await requireRoom(Number(answer.headers['content-length']) || 0);
      const hash = createHash('sha256');
      await writePart(partKey(uploadId), 0, piecesOf(answer, hash, picturesOnly));
      return await takeFile(ctx, {
        uploadId,
        hash: hash.digest('hex').slice(0, 32),
        filename: nameIn(answer.address),
      });
    } finally {
      answer.close();
      await removeStored(partKey(uploadId));
    }
  });
}

/** What comes, hashed on the way. Its kind is told by its head, before more is kept, and says how much may come. */
async function* piecesOf(
  { body }: SafeAnswer,
  hash: Hash,
  picturesOnly: boolean,
): AsyncGenerator<Uint8Array> {
  const tellKind = picturesOnly ? requirePicture : requireFile;
  let head: Buffer = Buffer.alloc(0);
  let size = 0;
  let most = Number.POSITIVE_INFINITY;
  for await (const piece of body) {
    size += piece.byteLength;
    if (head.byteLength < headBytes) {
      head = Buffer.concat([head, piece.subarray(0, headBytes - head.byteLength)]);
      if (head.byteLength === headBytes) most = uploadLimits.bytes[tellKind(head, size).kind];
    }
    requireBytes(size, most);
    hash.update(piece);
    yield piece;
  }
  tellKind(head, size);
}

/** The last part of an address, as a file's name. */
function nameIn(address: string): string {
  const last = path.posix.basename(new URL(address).pathname);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

async function inTurn<T>({ actor }: Ctx, work: () => Promise<T>): Promise<T> {
  const who = actor.kind === 'staff' ? actor.id : 0;
  const busy = processWide('addresses-fetched', () => new Map<number, number>());
  const mine = busy.get(who) ?? 0;
  const all = [...busy.values()].reduce((sum, count) => sum + count, 0);
  if (mine >= atOnce.person || all >= atOnce.all)
    throw TooMany('Other files are being fetched just now. Try again in a moment.', {
      retryAfterSeconds: 5,
    });
  busy.set(who, mine + 1);
  try {
    return await work();
  } finally {
    const left = (busy.get(who) ?? 1) - 1;
    if (left > 0) busy.set(who, left);
    else busy.delete(who);
  }
}
