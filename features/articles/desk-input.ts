import { z } from 'zod';
import { cleanText } from '@/lib/clean-text';
import { saveDraftInput } from './input';
import { plannedKinds } from './rules';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const phrase = z
  .string()
  .max(400)
  .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim().slice(0, 200));

/** A plan as it is typed: what a clock in the paper's zone will show. `which` is asked for when that happens twice. */
export const planInput = z.object({
  articleId: id,
  kind: z.enum(plannedKinds),
  wallClock: z.string().max(40),
  which: z.enum(['first', 'second']).optional(),
  material: z.boolean().default(true),
  replace: z.boolean().default(false),
  /** The version that was on screen; the newest when absent. */
  revisionId: id.optional(),
});
export type Plan = z.output<typeof planInput>;

export const tagNameInput = z.object({ name: phrase.pipe(z.string().min(1, 'Write a name.').max(80)) });

export const findTagsInput = z.object({ matching: phrase.catch('').default('') });

export const articleIdInput = z.object({ articleId: id });
export const revisionsInput = z.object({ articleId: id, before: id.optional().catch(undefined) });

/** `typedBy` is whose page it was typed on; somebody else may have signed in since. */
export const saveTypedDraftInput = saveDraftInput.extend({ typedBy: id });
export type SaveTypedDraft = z.output<typeof saveTypedDraftInput>;
