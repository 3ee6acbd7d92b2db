import type { Ctx } from '@/db/context';
import { authorise } from '@/features/users/rules';
import type { FindPinnable } from '../input';
import { listChoosable } from '../queries/curation';

/** Live stories to pin, by words of their headlines: for the desk's search. Changes nothing. */
export async function findPinnable(
  ctx: Ctx,
  { articleId, words }: FindPinnable,
): Promise<{ id: number; name: string }[]> {
  authorise(ctx.actor, 'read-desk');
  const found = await listChoosable(ctx, { words, onlyLive: true });
  return found
    .filter((story) => story.articleId !== articleId)
    .map((story) => ({ id: story.articleId, name: story.title }));
}
