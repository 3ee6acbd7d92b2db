import { z } from 'zod';
import { rowId } from '@/lib/shapes';
import { boardColumns } from './board-rules';
import { calendarViews } from './calendar';
import { placeOf } from './list-input';

const isDay = (text: string) => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** What the calendar's address asks for, leniently; without a day it is today. */
export const calendarInput = z.object({
  view: z.enum(calendarViews).catch('month').default('month'),
  on: z
    .string()
    .regex(/^(19|20|21)\d\d-\d\d-\d\d$/)
    .refine(isDay)
    .optional()
    .catch(undefined),
});

/** A time as clocks in the paper's zone show it; `which` of two is asked for when it comes twice. */
export const when = { wallClock: z.string().max(40), which: z.enum(['first', 'second']).optional() };

/** A plan to another time, as clocks in the paper's zone show it. */
export const movePlanInput = z.object({ publicationId: rowId, ...when });
export type MovePlan = z.output<typeof movePlanInput>;

/** `seenAt`: the due date that was on the screen, so that nobody's choice is written over unseen. */
export const moveDueInput = z.object({ articleId: rowId, seenAt: z.iso.datetime(), ...when });
export type MoveDue = z.output<typeof moveDueInput>;

/** A further page of one column of the board. */
export const columnInput = z.object({
  column: z.enum(boardColumns),
  after: z
    .string()
    .max(100)
    .transform((text) => placeOf('saved', text)),
});
export type AskedColumn = z.output<typeof columnInput>;
