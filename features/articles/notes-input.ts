import { z } from 'zod';
import { paragraph, rowId, rowIds } from '@/lib/shapes';
import { maxNoteLength } from './mentions';

const text = paragraph(maxNoteLength).pipe(z.string().min(1, 'Write something first.'));
/** Whom the writer chose from the list, where several have one name. */
const chosenIds = rowIds(50);

export const addNoteInput = z.object({
  articleId: rowId,
  /** The first note of the thread that it answers. */
  threadId: rowId.optional(),
  text,
  chosenIds,
  /** The same for each try of one sending. */
  sendKey: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
});
export type AddNote = z.output<typeof addNoteInput>;

export const editNoteInput = z.object({ noteId: rowId, text, chosenIds });
export type EditNote = z.output<typeof editNoteInput>;

export const noteInput = z.object({ noteId: rowId });
export type OnNote = z.output<typeof noteInput>;

export const markNoticesInput = z.object({ noticeIds: rowIds(200), read: z.boolean() });
export type MarkNotices = z.output<typeof markNoticesInput>;

/** What is seen by opening an article (`assignment`), or its notes (`mention`). */
export const seeNoticesInput = z.object({ articleId: rowId, kind: z.enum(['mention', 'assignment']) });
export type SeeNotices = z.output<typeof seeNoticesInput>;

export const nothingInput = z.object({});

/** Where the list of notices goes on; read leniently. */
export const listNoticesInput = z.object({ before: rowId.optional().catch(undefined) });
export type ListNotices = z.output<typeof listNoticesInput>;

/** A due date as it is typed, in the paper's zone; an empty one takes it away. */
export const setDueInput = z.object({
  articleId: rowId,
  wallClock: z.string().max(40),
  which: z.enum(['first', 'second']).optional(),
});
export type SetDue = z.output<typeof setDueInput>;
