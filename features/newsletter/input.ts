import { z } from 'zod';
import { cleanText } from '@/lib/clean-text';
import { longestEmail, parseEmailAddress } from '@/lib/email-address';
import { isRefusal } from '@/lib/errors';
import { newsletter as sentences } from '@/lib/messages/en/newsletter';
import type { RichText } from '@/lib/rich-text/document';
import { parseRichText } from '@/lib/rich-text/parse';
import { mostStories } from './rules';

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

/** One line: line ends become spaces, characters that Postgres or a header refuses are taken out. */
const line = (maximum: number) =>
  z
    .string('Text belongs here.')
    .max(maximum * 4, `At most ${maximum} characters fit here.`)
    .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(maximum, `At most ${maximum} characters fit here.`));

const several = <S extends z.ZodType>(shape: S, maximum: number) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(shape).max(maximum, `At most ${maximum} fit here.`),
  );

const emailAddress = z
  .string(sentences.noAddress)
  .max(longestEmail * 2, sentences.badAddress)
  .trim()
  .min(1, sentences.noAddress)
  .transform((typed, context) => {
    const address = parseEmailAddress(typed);
    if (address) return address;
    context.addIssue({ code: 'custom', message: sentences.badAddress });
    return z.NEVER;
  });

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'That is not the name of a list.');
const token = z.string().min(1).max(1024);

export const signUpInput = z.object({
  email: emailAddress,
  /** Slugs; none means the first list. */
  list: several(slug, 50),
  /** Which form it was: `page`, `footer`, `article`. Kept with the consent. */
  source: z
    .string()
    .max(60)
    .regex(/^[a-z0-9:/-]*$/i)
    .catch('form')
    .default('form'),
  /** The sentence under the form, and the proof that it is ours. */
  consent: z.string().max(2_000).catch('').default(''),
  consentProof: z.string().max(100).catch('').default(''),
  /** Honeypot: people do not see it, so they leave it empty. */
  website: z.string().max(2_000).default(''),
  networkHash: z
    .string()
    .max(100)
    .nullish()
    .transform((hash) => hash ?? null),
});
export type SignUp = z.output<typeof signUpInput>;

export const confirmInput = z.object({ token, networkHash: signUpInput.shape.networkHash });
export type ConfirmSubscription = z.output<typeof confirmInput>;

export const unsubscribeInput = z.object({
  token,
  /** Sent by our own page's button; a mail provider's request (RFC 8058) must not be answered with a redirect. */
  from: z.literal('page').optional().catch(undefined),
});
export type Unsubscribe = z.output<typeof unsubscribeInput>;

export const preferencesInput = z.object({
  token,
  list: several(slug, 200),
  /** The other button of the same form. */
  everything: z.string().max(10).optional(),
  networkHash: signUpInput.shape.networkHash,
});
export type SavePreferences = z.output<typeof preferencesInput>;

/** A document, or its JSON when it comes from a form field; empty is none. */
const intro = z
  .unknown()
  .default(null)
  .transform((value, context): RichText | null => {
    if (value === null || value === undefined || value === '') return null;
    try {
      return parseRichText(typeof value === 'string' ? JSON.parse(value) : value);
    } catch (error) {
      const message = isRefusal(error)
        ? error.message
        : 'The introduction arrived damaged. Reload the page and type it again.';
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
  });

export const createCampaignInput = z.object({ listId: id.optional() });
export type CreateCampaign = z.output<typeof createCampaignInput>;

export const campaignInput = z.object({ campaignId: id });
export type OnCampaign = z.output<typeof campaignInput>;

export const versionInput = z.object({ campaignId: id, version: id });
export type OnCampaignVersion = z.output<typeof versionInput>;

export const saveCampaignInput = versionInput.extend({
  listId: id,
  subject: line(200),
  previewText: line(200).default(''),
  intro,
  articleIds: several(id, mostStories).transform((ids) => [...new Set(ids)]),
});
export type SaveCampaign = z.output<typeof saveCampaignInput>;

export const scheduleCampaignInput = versionInput.extend({
  /** Wall-clock time in the paper's zone, as a `datetime-local` field sends it; none means now. */
  local: z
    .union([z.literal(''), z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, 'Give a day and a time.')])
    .default(''),
});
export type ScheduleCampaign = z.output<typeof scheduleCampaignInput>;

export const listInput = z.object({
  listId: id.optional(),
  name: line(80).pipe(z.string().min(1, 'Give the list a name.')),
  description: line(300).default(''),
});
export type SaveList = z.output<typeof listInput>;

export const addSubscriberInput = z.object({
  email: emailAddress,
  listId: id,
  /** Where the person agreed to it: a form on paper, a conversation. Kept as the consent. */
  consent: line(500).pipe(z.string().min(3, 'Say how this person agreed to receive it.')),
});
export type AddSubscriber = z.output<typeof addSubscriberInput>;

export const subscriberInput = z.object({ subscriberId: id });
export type OnSubscriber = z.output<typeof subscriberInput>;

export const storySearchInput = z.object({ words: line(200).default('') });
export type StorySearch = z.output<typeof storySearchInput>;
