import { z } from 'zod';
import { line, rowId } from '@/lib/shapes';

/** For how many days a link may be good. */
export const shareDays = [1, 3, 7, 30] as const;

const days = z.coerce
  .number('Choose one from the list.')
  .refine((chosen) => (shareDays as readonly number[]).includes(chosen), 'Choose one from the list.');

export const createShareLinkInput = z.object({ articleId: rowId, days, note: line(120).default('') });
export type CreateShareLink = z.output<typeof createShareLinkInput>;

export const shareLinkInput = z.object({ shareLinkId: rowId });
export type OnShareLink = z.output<typeof shareLinkInput>;
