import { z } from 'zod';
import { rowId } from '@/lib/shapes';

/** The name that one opening of a page gives itself. */
const loadId = z.string().regex(/^[a-z0-9]{16,64}$/, 'Reload the page.');

/** A page numbers what it says, from 1 on: words overtake each other on the way. */
const said = z.int().min(1).max(2_147_483_647);

export const attendInput = z.object({
  articleId: rowId,
  loadId,
  said,
  /** `take`: in the place of whoever writes. */
  wants: z.enum(['read', 'write', 'take']),
  /** An earlier page of this person that is known to be gone: this one stands in its place. */
  replaces: loadId.optional().catch(undefined),
});
export type Attend = z.output<typeof attendInput>;

export const leaveInput = z.object({ articleId: rowId, loadId, said });
export type Leave = z.output<typeof leaveInput>;

export const streamInput = z.object({ article: rowId.optional().catch(undefined) });
