import { z } from 'zod';
import { optionalRowId, rowId, rowIds } from '@/lib/shapes';
import { fromListQuery } from './list-query';

/** How many stories one act reaches at once. */
export const mostAtOnce = 200;

const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign'), assigneeId: optionalRowId }),
  z.object({ kind: z.enum(['submit', 'approve', 'return', 'trash']) }),
  /** With the plans it had, to undo. */
  z.object({ kind: z.literal('restore'), replan: z.boolean().default(false) }),
  z.object({ kind: z.literal('tag'), tagId: rowId }),
  /** The first section, before those it is filed under already. */
  z.object({ kind: z.literal('section'), sectionId: rowId }),
  /** Filing as it was, to undo. */
  z.object({ kind: z.literal('file'), tagIds: rowIds(50), sectionIds: rowIds(20) }),
]);
export type BulkAct = z.output<typeof act>;

/** Acts on stories one by one: each with its own, or all that a list holds with the same. */
export const changeArticlesInput = z.union([
  z.object({
    items: z
      .array(z.object({ articleId: rowId, acts: z.array(act).min(1).max(2) }))
      .max(mostAtOnce, `At most ${mostAtOnce} stories at once.`),
  }),
  z.object({ query: z.string().max(1_000).transform(fromListQuery), act }),
]);
export type ChangeArticles = z.output<typeof changeArticlesInput>;
