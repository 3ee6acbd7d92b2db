import { z } from 'zod';
import { parseEmailAddress } from '@/lib/email-address';
import { emailAddress, line, paragraph, requiredLine } from '@/lib/shapes';
import { defaultTrashDays } from '@/lib/trash-days';
import { defaultDeskCheck, deskCheckShape } from './desk-check';
import { lookShape, ourLook } from './look';
import { menuShape } from './menus';

/** Names of the tz database that this server knows, in alphabetical order; UTC first. */
export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const knownZones = new Set(timeZones);

const language = line(35).refine(isLanguageTag, 'Write a language tag, like en, de or pt-BR.');

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const contactEmail = line(254).transform((typed, context) => {
  const address = typed === '' ? '' : parseEmailAddress(typed);
  if (address !== null) return address;
  context.addIssue({ code: 'custom', message: 'Not an address that mail could reach.' });
  return z.NEVER;
});

/** A number as a form sends it, or as it is kept. */
export const wholeNumber = (minimum: number, maximum: number, sentence: string) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .trim()
          .regex(/^\d{1,9}$/, sentence),
      ],
      sentence,
    )
    .transform(Number)
    .pipe(z.number(sentence).int(sentence).min(minimum, sentence).max(maximum, sentence));

/** Every setting there is, with its limits. */
export const settingsShape = z.object({
  siteName: requiredLine(80, 'The paper needs a name.'),
  tagline: line(160),
  description: line(300),
  /** BCP 47. */
  language,
  timeZone: z
    .string('Choose a time zone from the list.')
    .refine((zone) => knownZones.has(zone), 'Choose a time zone from the list.'),
  copyrightStartYear: wholeNumber(1600, 9999, 'Write a year of four digits.'),
  copyrightHolder: line(160),
  about: paragraph(1000),
  contactEmail,
  commentModeration: z.enum(['everything', 'first-time', 'nothing'], 'Choose one from the list.'),
  /** 0: never. */
  commentsCloseAfterDays: wholeNumber(0, 3650, 'Write a number of days from 0 to 3650.'),
  /** Links in a comment that let it through; one more holds it. */
  commentMostLinks: wholeNumber(0, 50, 'Write a number of links from 0 to 50.'),
  /** Comments from one network in ten minutes, after which the next is held. */
  commentsFromNetwork: wholeNumber(1, 100, 'Write a number from 1 to 100.'),
  /** Seconds between sending and confirming, below which a comment waits. */
  commentSeconds: wholeNumber(0, 60, 'Write a number of seconds from 0 to 60.'),
  /** Times that a text was posted in a day, after which the next is spam. */
  commentSameText: wholeNumber(1, 100, 'Write a number from 1 to 100.'),
  /** How like another a comment may be, by groups of three letters; from here on it waits. */
  commentLikeness: wholeNumber(50, 100, 'Write a share from 50 to 100 per cent.'),
  /** Comments under one address in ten minutes, after which the next is held. */
  commentsFromAddress: wholeNumber(1, 100, 'Write a number from 1 to 100.'),
  /** Comments anywhere in five minutes, after which every further one is held. */
  commentFlood: wholeNumber(1, 1000, 'Write a number from 1 to 1000.'),
  /** The filter's opinion, from which a comment waits, and from which it is spam; 101: never. */
  commentSuspect: wholeNumber(50, 101, 'Write a share from 50 to 101 per cent.'),
  commentSpam: wholeNumber(50, 101, 'Write a share from 50 to 101 per cent.'),
  /** After so many days what lies in the trash goes for good; 0: never. */
  trashDays: wholeNumber(0, 3650, 'Write a number of days from 0 to 3650.'),
  newsletterFromName: line(80),
  /** Empty: answers go to the sender's address. */
  newsletterReplyTo: contactEmail,
  /** What a reader agrees to by signing up; empty: a sentence of ours in the paper's language. */
  newsletterConsent: line(500),
  /** Stands at the foot of every mail to readers. */
  newsletterPostalAddress: paragraph(300),
  mainMenu: menuShape,
  footerMenu: menuShape,
  deskCheck: deskCheckShape,
  look: lookShape,
});
export type Settings = z.output<typeof settingsShape>;

/** What is not stored is this. */
export const defaultSettings: Settings = {
  siteName: 'Broadsheet',
  tagline: '',
  description: '',
  language: 'en',
  timeZone: 'UTC',
  copyrightStartYear: 2026,
  copyrightHolder: '',
  about: '',
  contactEmail: '',
  commentModeration: 'first-time',
  commentsCloseAfterDays: 0,
  commentMostLinks: 2,
  commentsFromNetwork: 5,
  commentSeconds: 3,
  commentSameText: 3,
  commentLikeness: 80,
  commentsFromAddress: 5,
  commentFlood: 100,
  commentSuspect: 80,
  commentSpam: 98,
  trashDays: defaultTrashDays,
  newsletterFromName: '',
  newsletterReplyTo: '',
  newsletterConsent: '',
  newsletterPostalAddress: '',
  mainMenu: [],
  footerMenu: [],
  deskCheck: defaultDeskCheck,
  look: ourLook,
};

/** Some settings, or all of them: what is absent stays as it is. */
export const updateSettingsInput = settingsShape
  .omit({ mainMenu: true, footerMenu: true, deskCheck: true, look: true })
  .partial();

/** First run: the first administrator and the paper's name. */
export const setUpInput = z.object({
  token: z.string().max(200, 'This link is not whole. Copy all of it.'),
  name: requiredLine(80, 'Write the name as it should be shown.'),
  email: emailAddress,
  password: z
    .string('Choose a password.')
    .min(1, 'Choose a password.')
    .max(1_000, 'At most 128 characters fit here.'),
  siteName: settingsShape.shape.siteName,
  timeZone: settingsShape.shape.timeZone,
});
