import { z } from 'zod';
import { isRefusal } from '@/lib/errors';
import type { RichText } from '@/lib/rich-text/document';
import { measure } from '@/lib/rich-text/measure';
import { isNewerBody, migrateBody, newerBody, versionOf } from '@/lib/rich-text/migrate';
import { parseRichText } from '@/lib/rich-text/parse';
import { line, optionalRowId, requiredLine, rowId, rowIds } from '@/lib/shapes';
import { maxSlugLength, slugPattern } from '@/lib/slug';
import { headLimits } from './head-limits';
import { articleKinds, commentPolicies, plannedKinds } from './rules';

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

/** The body: a document of any version up to ours, or its JSON when it comes from a form field. */
const body = z.unknown().transform((value, context): RichText => {
  try {
    const given: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    const version = versionOf(given);
    if (isNewerBody(version)) throw newerBody();
    // Measured before anything walks through it.
    measure(given);
    return parseRichText(migrateBody(given as RichText, version));
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
  articleId: rowId,
  baseRevisionId: rowId,
  title: line(headLimits.title),
  standfirst: line(headLimits.standfirst).default(''),
  slug,
  lang,
  body,
  leadMediaId: optionalRowId,
  leadAlt: line(2000).default(''),
  leadCaption: line(2000).default(''),
  leadCredit: line(500).default(''),
  sectionIds: rowIds(20),
  tagIds: rowIds(50),
  authorIds: rowIds(20),
  seriesId: optionalRowId,
});
export type SaveDraft = z.output<typeof saveDraftInput>;

export const articleInput = z.object({ articleId: rowId });
export type OnArticle = z.output<typeof articleInput>;

export const restoreArticleInput = z.object({
  articleId: rowId,
  /** What was planned when it went into the trash is planned again, as far as its time has not gone by. */
  replan: flag.default(false),
});
export type RestoreArticle = Optional<typeof restoreArticleInput, 'articleId'>;

export const publishArticleInput = z.object({
  articleId: rowId,
  revisionId: rowId.optional(),
  material: flag.default(true),
});
export type PublishArticle = Optional<typeof publishArticleInput, 'articleId'>;

export const scheduleArticleInput = z.object({
  articleId: rowId,
  revisionId: rowId.optional(),
  effectiveAt: instant,
  kind: z.enum(plannedKinds).default('publish'),
  material: flag.default(true),
  /** Takes the place of what is planned of this kind already. */
  replace: flag.default(false),
});
export type ScheduleArticle = Optional<typeof scheduleArticleInput, 'articleId' | 'effectiveAt'>;

export const cancelPublicationInput = z.object({ publicationId: rowId });
export type CancelPublication = z.output<typeof cancelPublicationInput>;

export const killArticleInput = z.object({ articleId: rowId, reason: line(500).default('') });
export type KillArticle = z.output<typeof killArticleInput>;

export const addCorrectionInput = z.object({
  articleId: rowId,
  text: requiredLine(2000, 'Say what was wrong and what is right.'),
  passage: line(1000).default(''),
});
export type AddCorrection = z.output<typeof addCorrectionInput>;

export const amendCorrectionInput = addCorrectionInput
  .omit({ articleId: true })
  .extend({ correctionId: rowId });
export type AmendCorrection = z.output<typeof amendCorrectionInput>;

export const correctionInput = z.object({ correctionId: rowId });
export type OnCorrection = z.output<typeof correctionInput>;

export const setCommentPolicyInput = z.object({ articleId: rowId, policy: z.enum(commentPolicies) });
export type SetCommentPolicy = z.output<typeof setCommentPolicyInput>;

export const pinRelatedInput = z.object({ articleId: rowId, pinnedIds: rowIds(4) });
export type PinRelated = z.output<typeof pinRelatedInput>;

export const pinnableInput = z.object({ articleId: rowId, words: line(200).default('') });
export type FindPinnable = z.output<typeof pinnableInput>;

export const assignArticleInput = z.object({ articleId: rowId, assigneeId: optionalRowId });
export type AssignArticle = z.output<typeof assignArticleInput>;

export const setEmbargoInput = z.object({
  articleId: rowId,
  embargoAt: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    instant.nullable(),
  ),
});
export type SetEmbargo = z.output<typeof setEmbargoInput>;

export const restoreRevisionInput = z.object({ articleId: rowId, baseRevisionId: rowId, revisionId: rowId });
export type RestoreRevision = z.output<typeof restoreRevisionInput>;

export const nameRevisionInput = z.object({ articleId: rowId, revisionId: rowId, milestone: line(100) });
export type NameRevision = z.output<typeof nameRevisionInput>;
