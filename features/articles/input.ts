import { z } from 'zod';
import { cleanText } from '@/lib/clean-text';
import { isRefusal } from '@/lib/errors';
import type { RichText } from '@/lib/rich-text/document';
import { parseRichText } from '@/lib/rich-text/parse';
import { maxSlugLength, slugPattern } from '@/lib/slug';
import { articleKinds, commentPolicies, plannedKinds } from './rules';

/** An id as a number or as a form sends it; arrays and anything else are refused, not coerced. */
const id = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    ],
    'That is not the number of anything here.',
  )
  .pipe(z.number().int().positive().max(Number.MAX_SAFE_INTEGER));

/** One line: line ends become spaces, characters that Postgres or XML refuse are taken out. */
const line = (maximum: number) =>
  z
    .string('Text belongs here.')
    .max(maximum * 4, `At most ${maximum} characters fit here.`)
    .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(maximum, `At most ${maximum} characters fit here.`));

/** Ids in the order given, each once. A form that ticked one box sends no array. */
const ids = (maximum: number) =>
  z
    .preprocess(
      (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
      z.array(id).max(maximum, `At most ${maximum} fit here.`),
    )
    .transform((list) => [...new Set(list)]);

const nullableId = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  id.nullable(),
);

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .max(maxSlugLength, `At most ${maxSlugLength} characters fit here.`)
  .refine((text) => text === '' || slugPattern.test(text), 'Small letters, digits and single hyphens only.')
  .optional();

const lang = z
  .string()
  .max(35)
  .nullable()
  .optional()
  .transform((tag, context) => {
    if (!tag) return null;
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? null;
    } catch {
      context.addIssue({ code: 'custom', message: 'Not a language tag such as en or pt-BR.' });
      return z.NEVER;
    }
  });

/** The body: a document, or its JSON when it comes from a form field. */
const body = z.unknown().transform((value, context): RichText => {
  try {
    return parseRichText(typeof value === 'string' ? JSON.parse(value) : value);
  } catch (error) {
    const message = isRefusal(error)
      ? error.message
      : 'The text arrived damaged. Reload the page; what you typed is kept there.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
});

const instant = z
  .union(
    [z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))],
    'Give a day and a time with its zone.',
  )
  .refine((at) => at.getTime() < Date.UTC(9000, 0), 'That is too far ahead.');

const flag = z.union([
  z.boolean(),
  z.enum(['true', 'on', '1']).transform(() => true),
  z.enum(['false', 'off', '0', '']).transform(() => false),
]);

/** What a command takes: parsed, with only these fields required. */
type Optional<S extends z.ZodType, Required extends keyof z.output<S>> = Pick<z.output<S>, Required> &
  Partial<z.output<S>>;

export const createArticleInput = z.object({ kind: z.enum(articleKinds).default('story') });
export type CreateArticle = Optional<typeof createArticleInput, never>;

export const saveDraftInput = z.object({
  articleId: id,
  baseRevisionId: id,
  title: line(300),
  standfirst: line(1000).default(''),
  slug,
  lang,
  body,
  leadMediaId: nullableId,
  leadAlt: line(2000).default(''),
  leadCaption: line(2000).default(''),
  leadCredit: line(500).default(''),
  sectionIds: ids(20),
  tagIds: ids(50),
  authorIds: ids(20),
});
export type SaveDraft = z.output<typeof saveDraftInput>;

export const articleInput = z.object({ articleId: id });
export type OnArticle = z.output<typeof articleInput>;

export const publishArticleInput = z.object({
  articleId: id,
  revisionId: id.optional(),
  material: flag.default(true),
});
export type PublishArticle = Optional<typeof publishArticleInput, 'articleId'>;

export const scheduleArticleInput = z.object({
  articleId: id,
  revisionId: id.optional(),
  effectiveAt: instant,
  kind: z.enum(plannedKinds).default('publish'),
  material: flag.default(true),
  /** Takes the place of what is planned of this kind already. */
  replace: flag.default(false),
});
export type ScheduleArticle = Optional<typeof scheduleArticleInput, 'articleId' | 'effectiveAt'>;

export const cancelPublicationInput = z.object({ publicationId: id });
export type CancelPublication = z.output<typeof cancelPublicationInput>;

export const killArticleInput = z.object({ articleId: id, reason: line(500).default('') });
export type KillArticle = z.output<typeof killArticleInput>;

export const addCorrectionInput = z.object({
  articleId: id,
  text: line(2000).pipe(z.string().min(1, 'Say what was wrong and what is right.')),
  passage: line(1000).default(''),
});
export type AddCorrection = z.output<typeof addCorrectionInput>;

export const setCommentPolicyInput = z.object({ articleId: id, policy: z.enum(commentPolicies) });
export type SetCommentPolicy = z.output<typeof setCommentPolicyInput>;

export const assignArticleInput = z.object({ articleId: id, assigneeId: nullableId });
export type AssignArticle = z.output<typeof assignArticleInput>;

export const setEmbargoInput = z.object({
  articleId: id,
  embargoAt: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    instant.nullable(),
  ),
});
export type SetEmbargo = z.output<typeof setEmbargoInput>;

export const restoreRevisionInput = z.object({ articleId: id, baseRevisionId: id, revisionId: id });
export type RestoreRevision = z.output<typeof restoreRevisionInput>;

export const nameRevisionInput = z.object({ articleId: id, revisionId: id, milestone: line(100) });
export type NameRevision = z.output<typeof nameRevisionInput>;
