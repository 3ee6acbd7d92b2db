import { z } from 'zod';
import { requiredLine, rowId } from '@/lib/shapes';
import { listQuery } from './list-address';
import { fromListQuery } from './list-query';

const name = requiredLine(60, 'Give the list a name.');
/** Whatever an address says, kept in the one spelling; what makes no sense is left out. */
const query = z
  .string()
  .max(1_000, 'These filters are too long to keep.')
  .transform((text) => listQuery(fromListQuery(text)));
const shared = z.boolean().default(false);

export const saveListInput = z.object({ name, query, shared });
export type SaveList = z.output<typeof saveListInput>;

/** What is left out stays as it is. */
export const changeListInput = z
  .object({ listId: rowId, name: name.optional(), query: query.optional(), shared: z.boolean().optional() })
  .refine(({ listId: _, ...change }) => Object.keys(change).length > 0, 'Say what is to change.');
export type ChangeList = z.output<typeof changeListInput>;

export const savedListInput = z.object({ listId: rowId });
export type OnSavedList = z.output<typeof savedListInput>;
