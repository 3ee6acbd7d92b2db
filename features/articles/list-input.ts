import { z } from 'zod';
import { cleanText } from '@/lib/clean-text';
import { articleStates } from './rules';

export const listSorts = ['saved', 'oldest', 'created', 'headline', 'due', 'live'] as const;
export type ListSort = (typeof listSorts)[number];
export const dueSpans = ['overdue', 'day', 'week', 'none'] as const;
export type DueSpan = (typeof dueSpans)[number];
export const changedSpans = ['day', 'week', 'month', 'older'] as const;
export type ChangedSpan = (typeof changedSpans)[number];

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const typed = z
  .string()
  .max(400)
  .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim().slice(0, 200));

/**
 * What a list's address asks for. It is read leniently: what makes no sense is as good as absent. `after` says where the
 * next page goes on: behind the row whose sort key and id these are.
 */
export const listArticlesInput = z
  .object({
    state: z.enum(articleStates).optional().catch(undefined),
    sectionId: id.optional().catch(undefined),
    tagId: id.optional().catch(undefined),
    authorId: id.optional().catch(undefined),
    assignee: z
      .union([z.enum(['me', 'nobody']), id])
      .optional()
      .catch(undefined),
    due: z.enum(dueSpans).optional().catch(undefined),
    changed: z.enum(changedSpans).optional().catch(undefined),
    text: typed.catch('').default(''),
    /** Staff pages alone; everything when absent. */
    kind: z.literal('page').optional().catch(undefined),
    mine: z
      .enum(['1', 'true'])
      .transform(() => true)
      .or(z.boolean())
      .catch(false)
      .default(false),
    sort: z.enum(listSorts).catch('saved').default('saved'),
    after: z.string().max(600).optional().catch(undefined),
  })
  .transform(({ after, ...asked }) => ({
    ...asked,
    after: after === undefined ? undefined : placeOf(asked.sort, after),
  }));
export type ListArticles = z.output<typeof listArticlesInput>;

/** A place in a list: the sort key of a row, as text, and its id. */
export interface ListPlace {
  key: string;
  id: number;
}

export const placeText = ({ key, id: row }: ListPlace): string => `${key}_${row}`;

/** A place as an address or a page sends it; undefined where it is none of this order. */
export function placeOf(sort: ListSort, text: string): ListPlace | undefined {
  const [, key = '', row] = /^(.*)_(\d{1,15})$/s.exec(text) ?? [];
  if (row === undefined) return undefined;
  const isInstant =
    /^[1-8]\d{3}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(key) && !Number.isNaN(new Date(key).getTime());
  const fits = sort === 'headline' ? cleanText(key) === key : sort === 'created' ? key === '' : isInstant;
  return fits ? { key, id: Number(row) } : undefined;
}
