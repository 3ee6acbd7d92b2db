import { z } from 'zod';

/** What the desk looks at before a story goes out (D11), in the order in which it is shown. */
export const checkRules = [
  'headline-length',
  'empty-standfirst',
  'missing-alt',
  'missing-credit',
  'small-picture',
  'heading-levels',
  'dead-links',
  'unexplained-acronym',
  'name-spelling',
] as const;
export type CheckRule = (typeof checkRules)[number];

export const checkLevels = ['off', 'warn', 'block'] as const;
export type CheckLevel = (typeof checkLevels)[number];

/** Who may publish at all; contributors see what holds for authors. */
export const checkedRoles = ['author', 'editor', 'administrator'] as const;
export type CheckedRole = (typeof checkedRoles)[number];

const level = z.enum(checkLevels, 'Choose one from the list.');
const byRole = z.object({ author: level, editor: level, administrator: level });

const number = (least: number, most: number) => {
  const sentence = `Write a number from ${least} to ${most}.`;
  return z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence);
};

export const deskCheckShape = z.object({
  levels: z.object(
    Object.fromEntries(checkRules.map((rule) => [rule, byRole])) as Record<CheckRule, typeof byRole>,
  ),
  /** The longest headline, in characters. */
  headlineCharacters: number(20, 300),
  /** The narrowest lead picture and picture of a text, in pixels. */
  leadWidth: number(200, 6000),
  pictureWidth: number(100, 6000),
});
export type DeskCheck = z.output<typeof deskCheckShape>;

const warnAll = { author: 'warn', editor: 'warn', administrator: 'warn' } as const;

/**
 * Everything is said. What leaves a reader without anything, and who writes can mend at once without a doubt, holds authors
 * back: a picture that says nothing to who cannot see it. An editor decides.
 */
const heldBack: ReadonlySet<CheckRule> = new Set(['missing-alt']);
export const defaultDeskCheck: DeskCheck = {
  levels: Object.fromEntries(
    checkRules.map((rule) => [rule, { ...warnAll, ...(heldBack.has(rule) && { author: 'block' }) }]),
  ) as DeskCheck['levels'],
  headlineCharacters: 100,
  leadWidth: 1200,
  pictureWidth: 640,
};

/** The form's fields are named `<rule>.<role>`. */
export const saveDeskCheckInput = z
  .record(z.string(), z.unknown())
  .transform((sent) => ({
    levels: Object.fromEntries(
      checkRules.map((rule) => [
        rule,
        Object.fromEntries(checkedRoles.map((role) => [role, sent[`${rule}.${role}`]])),
      ]),
    ),
    headlineCharacters: sent.headlineCharacters,
    leadWidth: sent.leadWidth,
    pictureWidth: sent.pictureWidth,
  }))
  .pipe(deskCheckShape);
