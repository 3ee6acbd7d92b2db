import { z } from 'zod';
import { publicLink } from '@/lib/public-link';
import { instantText, line, optionalRowId, requiredLine, rowId } from '@/lib/shapes';
import { type CuratedPage, curatedPage, placesOf } from './front-rules';
import { when } from './planning-input';

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

const fits = ({ page: { name: on }, places: wanted }: { page: CuratedPage; places: unknown[] }) =>
  wanted.length <= placesOf(on);
const tooMany = { message: 'There are not so many places on this page.', path: ['places'] };

/** `seen`: what stood in the places when the change was begun, so that nobody's choice is written over unseen. */
export const curatePageInput = z.object({ page, places, seen: places }).refine(fits, tooMany);
export type CuratePage = z.output<typeof curatePageInput>;

const name = line(60).default('');

/** `seen`: what was to stand there right before that time. */
export const planArrangementInput = z
  .object({ page, places, seen: places, name, ...when })
  .refine(fits, tooMany);
export type PlanArrangement = z.output<typeof planArrangementInput>;

/** `version`: of the plan that was opened. */
const onPlan = { arrangementId: rowId, version: z.number().int().positive() };

export const changeArrangementInput = z.object({ ...onPlan, places, seen: places, name, ...when });
export type ChangeArrangement = z.output<typeof changeArrangementInput>;

/** `seenAt`: the time that was on the screen. */
export const moveArrangementInput = z.object({ arrangementId: rowId, seenAt: z.iso.datetime(), ...when });
export type MoveArrangement = z.output<typeof moveArrangementInput>;

export const cancelArrangementInput = z.object(onPlan);
export type CancelArrangement = z.output<typeof cancelArrangementInput>;

export const bringBackArrangementInput = z.object({ arrangementId: rowId });
export type BringBackArrangement = z.output<typeof bringBackArrangementInput>;

/** `seen`: what stands before readers now. */
export const applyArrangementInput = z.object({ ...onPlan, seen: places });
export type ApplyArrangement = z.output<typeof applyArrangementInput>;

/** The page's address: which plan is opened. Read leniently. */
export const frontDeskInput = z.object({ plan: rowId.optional().catch(undefined) });

/** A preview's address: of which page, with whom in its places (`12,,34`), and at what time to come. Read leniently. */
export const previewInput = z.object({
  page: page.optional().catch(undefined),
  places: z.string().catch(''),
  at: instantText.optional().catch(undefined),
});

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
