import { createHash, type Hash } from 'node:crypto';
import { processWide } from '@/lib/process-wide';
import { readPart } from '@/lib/storage';
import { partKey } from '../stored';

/** The sha256 of a file's first `at` bytes, to go on with. */
export interface RunningDigest {
  hash: Hash;
  at: number;
}

/** Most uploads whose digests are held; of those beyond it, the next part reads the file once. */
const heldAtMost = 500;

const held = () => processWide('upload-digests', () => new Map<string, RunningDigest>());

/**
 * The digest of what has come so far: the one that the part before left here, or, after a part that another process took
 * or that broke off, one made of what lies on the disk.
 */
export async function takeDigest(uploadId: string, offset: number): Promise<RunningDigest> {
  const kept = held().get(uploadId);
  held().delete(uploadId);
  if (kept?.at === offset) return kept;
  const hash = createHash('sha256');
  for await (const piece of readPart(partKey(uploadId), 0, offset)) hash.update(piece);
  return { hash, at: offset };
}

export function keepDigest(uploadId: string, digest: RunningDigest): void {
  const map = held();
  map.set(uploadId, digest);
  for (const [oldest] of map) {
    if (map.size <= heldAtMost) break;
    map.delete(oldest);
  }
}

export const dropDigest = (uploadId: string): boolean => held().delete(uploadId);
