import { z } from 'zod';
import { rowId } from '@/lib/shapes';

/** An embargo as it is typed, on the paper's clocks; empty lifts it. `which` is asked for when a time happens twice. */
export const embargoInput = z.object({
  articleId: rowId,
  wallClock: z.string().max(40),
  which: z.enum(['first', 'second']).optional(),
});
export type EmbargoAtWallClock = z.output<typeof embargoInput>;

export const noInput = z.object({});

/** The schedule's address: after which row its list goes on. Read leniently. */
export const scheduleInput = z.object({
  after: z
    .string()
    .regex(/^[1-8]\d{3}-\d\d-\d\dT[\d:.]{8,12}Z_\d{1,15}$/)
    .transform((text) => {
      const [at = '', id = ''] = text.split('_');
      return { effectiveAt: new Date(at), id: Number(id) };
    })
    .refine(({ effectiveAt }) => !Number.isNaN(effectiveAt.getTime()))
    .optional()
    .catch(undefined),
});
