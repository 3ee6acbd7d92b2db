import path from 'node:path';
import type { Ctx } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { TooMany } from '@/lib/errors';
import { processWide } from '@/lib/process-wide';
import { type Network, safeFetchBytes } from '@/lib/safe-fetch';
import type { TakeFromAddress } from '../address-input';
import { uploadLimits } from '../rules';
import { type UploadedPicture, uploadPicture } from './upload-picture';

/** So many a person at a time, and so many of everybody: each may hold a whole file in memory. */
const atOnce = { person: 4, all: 12 } as const;
const timeoutMs = 20_000;

/**
 * Takes a picture of somebody else's server into the library, as if it had been saved and uploaded (D16): fetched by
 * `safeFetchBytes`, then cleaned and kept by `uploadPicture`, whose limits hold. Throws a refusal with a sentence for an
 * address that is not fetched, for what lies there and is no picture, and TooMany for whoever fetches too many at a time.
 * `network` is for tests.
 */
export async function takeFromAddress(
  ctx: Ctx,
  { address }: TakeFromAddress,
  network?: Network,
): Promise<UploadedPicture> {
  authorise(ctx.actor, 'upload-media');
  const fetched = await inTurn(ctx, () =>
    safeFetchBytes(address, { maxBytes: uploadLimits.bytes.picture, timeoutMs, accept: 'image/*' }, network),
  );
  return uploadPicture(ctx, { bytes: fetched.bytes, filename: nameIn(fetched.address) });
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
    throw TooMany('Other pictures are being fetched just now. Try again in a moment.', {
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
