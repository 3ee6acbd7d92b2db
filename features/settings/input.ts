import { z } from 'zod';

const text = (maximum: number) => z.string().trim().max(maximum, `At most ${maximum} characters fit here.`);
const timeZone = z
  .string()
  .refine(
    (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
    'Choose a time zone from the list.',
  );

/** Every setting with its default: what is not stored is this. */
export const settingsShape = z.object({
  siteName: text(80).min(1, 'The paper needs a name.').default('Broadsheet'),
  tagline: text(160).default(''),
  description: text(300).default(''),
  /** BCP 47. */
  language: text(35).default('en'),
  timeZone: timeZone.default('UTC'),
  copyrightStartYear: z.coerce
    .number()
    .int()
    .min(1600, 'A year of four digits.')
    .max(9999, 'A year of four digits.')
    .default(2026),
  copyrightHolder: text(160).default(''),
  about: text(1000).default(''),
  contactEmail: z.union([z.literal(''), z.email('Not an address that mail could reach.')]).default(''),
  commentModeration: z.enum(['everything', 'first-time', 'nothing']).default('first-time'),
  commentsCloseAfterDays: z.coerce.number().int().min(0).max(3650).default(0),
  newsletterFromName: text(80).default(''),
});
export type Settings = z.infer<typeof settingsShape>;
export const defaultSettings: Settings = settingsShape.parse({});
