import { z } from 'zod';
import { publicLink } from '@/lib/public-link';
import { line, optionalRowId, requiredLine, rowId } from '@/lib/shapes';
import { curatedPage, placesOf } from './front-rules';

/** `front`, or `section:<id>`. */
const page = z
  .string('There is no such page to curate.')
  .max(30, 'There is no such page to curate.')
  .transform((text, context) => {
    const found = curatedPage(text);
    if (found) return found;
    context.addIssue({ code: 'custom', message: 'There is no such page to curate.' });
    return z.NEVER;
  });

const places = z.array(rowId.nullable()).max(20, 'There are not so many places.');

/** `seen`: what stood in the places when the change was begun, so that nobody's choice is written over unseen. */
export const curatePageInput = z
  .object({ page, places, seen: places })
  .refine(({ page: { name }, places: wanted }) => wanted.length <= placesOf(name), {
    message: 'There are not so many places on this page.',
    path: ['places'],
  });
export type CuratePage = z.output<typeof curatePageInput>;

export const choosableInput = z.object({ page, words: line(200) });
export type FindChoosable = z.output<typeof choosableInput>;

/** A week: what is still breaking then is not. */
const longestBarMinutes = 7 * 24 * 60;
const minutesSentence = 'Choose how long it stands.';
const minutes = z
  .union([z.number(minutesSentence), z.string().regex(/^\d{1,5}$/, minutesSentence)], minutesSentence)
  .transform(Number)
  .pipe(z.number().int(minutesSentence).min(0, minutesSentence).max(longestBarMinutes, minutesSentence));

const bar = {
  text: requiredLine(200, 'Write what readers should know at once.'),
  label: line(30).default(''),
  articleId: optionalRowId,
  href: z.union([z.literal('').transform(() => null), publicLink, z.null()]).default(null),
};

/** `minutes` until it lowers itself; 0: somebody lowers it. */
export const raiseBarInput = z.object({ ...bar, minutes });
export type RaiseBar = z.output<typeof raiseBarInput>;

/** Without `minutes` its time stays as it is; with them it is counted from now. */
export const changeBarInput = z.object({
  ...bar,
  barId: rowId,
  minutes: z.preprocess((sent) => (sent === '' ? undefined : sent), minutes.optional()),
});
export type ChangeBar = z.output<typeof changeBarInput>;

export const barInput = z.object({ barId: rowId });
export type OnBar = z.output<typeof barInput>;
