import { inArray } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { tagMerges } from '@/db/schema';

/**
 * The tags that are sent, under the numbers the version before gave them: whoever opens a story is shown what its tags
 * became, and a save that does not touch them must not settle a merge that may yet be undone. Plan: tag_merges_pkey.
 */
export async function keptTags(tx: Work, sent: number[], before: number[]): Promise<number[]> {
  if (String(sent) === String(before)) return sent;
  const ids = [...new Set([...sent, ...before])];
  const merges = await tx.db.select().from(tagMerges).where(inArray(tagMerges.fromId, ids));
  if (merges.length === 0) return sent;
  const became = new Map(merges.map(({ fromId, tagId }) => [fromId, tagId]));
  const standing = (id: number) => became.get(id) ?? id;
  const kept = sent.flatMap((id) => {
    const same = before.filter((old) => standing(old) === standing(id));
    return same.length > 0 ? same : [id];
  });
  return [...new Set(kept)];
}
