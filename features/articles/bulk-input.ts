import { z } from 'zod';
import { optionalRowId, rowId, rowIds } from '@/lib/shapes';
import { mostAtOnce } from './bulk-limits';
import { listQuery } from './list-address';
import { fromListQuery } from './list-query';

export const bulkAct = z.discriminatedUnion('kind', [
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
export type BulkAct = z.output<typeof bulkAct>;

/** Acts on stories one by one: each with its own, or all that a list holds with the same. */
export const changeArticlesInput = z.union([
  z.object({
    items: z
      .array(z.object({ articleId: rowId, acts: z.array(bulkAct).min(1).max(2) }))
      .max(mostAtOnce, `At most ${mostAtOnce} stories at once.`),
  }),
  z.object({ query: z.string().max(1_000).transform(fromListQuery), act: bulkAct }),
]);
export type ChangeArticles = z.output<typeof changeArticlesInput>;

const query = z.string().max(1_000);

export const countListInput = z.object({ query: query.transform(fromListQuery) });

/** The same act on every story of a list, however many; `query` is the search part of the list's address. */
export const startBulkInput = z.object({
  query: query.transform((text) => listQuery(fromListQuery(text))),
  act: bulkAct,
});
export type StartBulk = z.output<typeof startBulkInput>;

export const bulkChangeInput = z.object({ changeId: rowId });
export type OnBulkChange = z.output<typeof bulkChangeInput>;
