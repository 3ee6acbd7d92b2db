import type { Ctx } from '@/db/context';
import { readSettings } from '@/features/settings/queries';
import { makeOnce, readStored, removeStored, type StorageKey, writeStored } from '@/lib/storage';
import { drawSharePicture } from '../draw-share-picture';
import { findShareFacts } from '../queries/share-facts';
import { parseShareName, type ShareWords, shareHash, shareWords } from '../share-picture';

type Bytes = Buffer<ArrayBuffer>;

/**
 * The share picture of a live article by the name in its address, drawn when first asked for and kept: once, however many
 * ask and in however many processes. Only the picture of what the article says now: anything else is missing, so that
 * nobody has pictures drawn to order. A killed article's are gone, and their files with them.
 */
export async function findSharePicture(ctx: Ctx, name: string): Promise<Bytes | 'missing' | 'gone'> {
  const asked = parseShareName(name);
  const facts = asked && (await findShareFacts(ctx, asked.articleId));
  if (!asked || !facts) return 'missing';
  const folder = `shares/${asked.articleId}`;
  if (facts.state !== 'live') {
    await removeStored(folder);
    return facts.state === 'killed' ? 'gone' : 'missing';
  }
  const { siteName } = await readSettings(ctx);
  const words = shareWords({ siteName, ...facts });
  if (words === null || shareHash(words) !== asked.hash) return 'missing';
  const key = `${folder}/${asked.hash}.png`;
  return (
    (await readStored(key)) ??
    makeOnce(
      key,
      () => readStored(key),
      () => make(folder, key, words),
    )
  );
}

/** In place of what was drawn of a former headline. */
async function make(folder: string, key: StorageKey, words: ShareWords): Promise<Bytes> {
  const bytes = await drawSharePicture(words);
  await removeStored(folder);
  await writeStored(key, bytes);
  return bytes;
}
