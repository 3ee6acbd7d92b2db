import { z } from 'zod';
import { instantText, rowId } from '@/lib/shapes';

const id = rowId.optional().catch(undefined);

/** What the history's address asks for, read leniently: a version, what it is compared with, where the list goes on. */
export const historyInput = z.object({
  articleId: rowId,
  version: id,
  against: z
    .union([z.enum(['live', 'newest']), rowId])
    .optional()
    .catch(undefined),
  before: id,
});
export type AskHistory = z.output<typeof historyInput>;

/** "As readers saw it": an instant, with its zone. */
export const asSeenInput = z.object({
  articleId: rowId,
  at: instantText,
});
