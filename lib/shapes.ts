import { z } from 'zod';
import { cleanText } from './clean-text';
import { parseEmailAddress } from './email-address';

const tooLong = (maximum: number) => `At most ${maximum} characters fit here.`;

/** Text as it may arrive at all; what is far longer than the limit is not even cleaned. */
const typed = (maximum: number) => z.string('Text belongs here.').max(maximum * 10, tooLong(maximum));

/** One line of text: line ends and runs of spaces become one space, what Postgres or a header refuses is taken out. */
export const line = (maximum: number) =>
  typed(maximum)
    .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(maximum, tooLong(maximum)));

/** The same, and not empty. */
export const requiredLine = (maximum: number, sentence: string) =>
  line(maximum).pipe(z.string().min(1, sentence));

/** Text of several lines. */
export const paragraph = (maximum: number) =>
  typed(maximum)
    .transform((text) => cleanText(text).trim())
    .pipe(z.string().max(maximum, tooLong(maximum)));

const chooseOne = 'Choose one from the list.';

/** An id as a number or as a form sends it; arrays and anything else are refused, not coerced. */
export const rowId = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    ],
    chooseOne,
  )
  .pipe(z.number(chooseOne).int(chooseOne).positive(chooseOne).max(Number.MAX_SAFE_INTEGER, chooseOne));

/** A choice that may be left empty: null then. */
export const optionalRowId = z.preprocess(
  (sent) => (sent === '' || sent === undefined ? null : sent),
  rowId.nullable(),
);

const earliestInstant = Date.UTC(1000, 0);
const latestInstant = Date.UTC(9000, 0);

/** An instant as text with its zone, in the years 1000 to 8999: what every calendar here can show and Postgres can keep. */
export const instantText = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((at) => at.getTime() >= earliestInstant && at.getTime() < latestInstant);

/** A day of the calendar, `2026-11-30`, in the same years. */
export const calendarDay = (sentence: string) => z.iso.date(sentence).regex(/^[1-8]/, sentence);

/** None, one or several ids, each once. A form that ticked one box sends no array. */
export const rowIds = (maximum: number) =>
  z
    .preprocess(
      (sent) => (sent === undefined || sent === '' ? [] : Array.isArray(sent) ? sent : [sent]),
      z.array(rowId).max(maximum, `At most ${maximum} fit here.`),
    )
    .transform((ids) => [...new Set(ids)]);

const oneAddress = 'Write one e-mail address, like name@paper.example.';

/** One address and nothing else: lists, display names and line breaks are refused, not repaired (CVE-2022-35924). */
export const emailAddress = z
  .string(oneAddress)
  .max(1_000, oneAddress)
  .transform((text, context) => {
    const address = parseEmailAddress(text);
    if (address) return address;
    context.addIssue({ code: 'custom', message: oneAddress });
    return z.NEVER;
  });
