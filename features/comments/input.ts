import { z } from 'zod';
import { cleanText } from '@/lib/clean-text';
import { longestPhrase, wordsOf } from './rules/words';

/** Longest name and comment that are taken, in characters; longer ones come back with the field marked. */
export const commentLimits = { nameChars: 80, emailChars: 254, bodyChars: 5_000 } as const;

/** What may arrive at all: past this a form was not filled in by hand. Between the two it is kept and marked. */
const hardLimitChars = 100_000;

const typed = z
  .string('This field was sent in a form that cannot be read.')
  .max(hardLimitChars, 'That is far too long for a comment.');
const line = typed.transform((value) => cleanText(value).replace(/\s+/g, ' ').trim());
const block = typed.transform((value) => cleanText(value).trim());
const rowId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const network = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

export const submitCommentInput = z.object({
  /** A pending submission that is being changed, instead of a new one. */
  submissionId: z.uuid().optional(),
  articleId: rowId,
  parentId: z.preprocess((value) => (value === '' || value === undefined ? null : value), rowId.nullable()),
  name: line,
  email: line,
  body: block,
  /** Honeypot: people do not see it, so they leave it empty. */
  website: z.string().max(2_000).default(''),
  networkHash: network,
});
export type SubmitComment = z.output<typeof submitCommentInput>;

export const postCommentInput = z.object({
  id: z.uuid('This address is not that of a comment.'),
  nonce: z.string().max(500).default(''),
  networkHash: network,
});
export type PostComment = z.output<typeof postCommentInput>;

export const decisions = ['approved', 'held', 'spam', 'deleted'] as const;
export const decideCommentsInput = z.object({
  ids: z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]),
    z.array(rowId).min(1, 'Choose at least one comment.').max(200, 'At most 200 comments at a time.'),
  ),
  state: z.enum(decisions),
});
export type DecideComments = z.output<typeof decideCommentsInput>;

/** Most lines of a list of words, and the most characters of one. */
export const wordListLimits = { lines: 10_000, lineChars: 100 } as const;

/** One word or phrase a line, each once; empty lines and lines of marks alone are left out. */
const wordLines = z
  .string('Write one word or phrase a line.')
  .max(wordListLimits.lines * 40, 'That list is too long.')
  .transform((text, context) => {
    const lines = [
      ...new Set(
        cleanText(text)
          .split('\n')
          .map((line) => line.replace(/\s+/g, ' ').trim()),
      ),
    ];
    const telling = lines.filter((line) => wordsOf(line).length > 0);
    if (telling.length > wordListLimits.lines)
      context.addIssue({
        code: 'custom',
        message: `At most ${wordListLimits.lines} lines fit here; these are ${telling.length}.`,
      });
    const wrong = telling.find(
      (line) => line.length > wordListLimits.lineChars || wordsOf(line).length > longestPhrase,
    );
    if (wrong !== undefined)
      context.addIssue({
        code: 'custom',
        message: `“${wrong.slice(0, 40)}…” is too long: at most ${longestPhrase} words and ${wordListLimits.lineChars} characters a line.`,
      });
    return telling;
  });
export const saveWordListsInput = z.object({ blocked: wordLines, suspect: wordLines });
export type SaveWordLists = z.output<typeof saveWordListsInput>;

/** Words a moderator tries out on the checks; nothing of it is kept. */
export const tryCommentInput = z.object({
  name: line
    .pipe(z.string().max(commentLimits.nameChars, `At most ${commentLimits.nameChars} characters fit here.`))
    .default(''),
  body: block.pipe(
    z
      .string()
      .min(1, 'Write what a reader might.')
      .max(commentLimits.bodyChars, `At most ${commentLimits.bodyChars} characters fit here.`),
  ),
});
export type TryComment = z.output<typeof tryCommentInput>;
