import { z } from 'zod';
import { role } from '@/db/schema/users';
import { cleanText } from '@/lib/clean-text';
import { parseEmailAddress } from '@/lib/email-address';
import { safeDeskPath } from '@/lib/request-path';

/** One line of text: what would break a header, a log line or Postgres is taken out. */
const line = (empty: string, maximum: number) =>
  z
    .string(empty)
    .max(5_000, `At most ${maximum} characters fit here.`)
    .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, empty).max(maximum, `At most ${maximum} characters fit here.`));

export const nameShape = line('Write the name as it should be shown.', 80);

const oneAddress = 'Write one e-mail address, like name@paper.example.';

/** One address and nothing else: lists, display names and line breaks are refused, not repaired (CVE-2022-35924). */
export const emailShape = z
  .string(oneAddress)
  .max(1_000, oneAddress)
  .transform((typed, context) => {
    const address = parseEmailAddress(typed);
    if (address) return address;
    context.addIssue({ code: 'custom', message: oneAddress });
    return z.NEVER;
  });

/** A password as somebody types it to prove who they are; whether it is a good one was asked when it was chosen. */
const typedPassword = z
  .string('Write your password.')
  .min(1, 'Write your password.')
  .max(1_000, 'That is longer than any password here.');

/** A password that is being chosen; `refuseWeakPassword` says what is asked of it. */
const chosenPassword = z
  .string('Choose a password.')
  .min(1, 'Choose a password.')
  .max(1_000, 'At most 128 characters fit here.');

const linkToken = z
  .string('This link is not whole. Copy all of it from the mail.')
  .max(200, 'This link is not whole. Copy all of it from the mail.');

export const rowId = z.coerce
  .number('Choose one from the list.')
  .int('Choose one from the list.')
  .positive('Choose one from the list.')
  .max(Number.MAX_SAFE_INTEGER, 'Choose one from the list.');

/** None, one or several ids from a form, where an empty choice is an empty string. */
const rowIds = z
  .preprocess(
    (sent) => (sent === undefined || sent === '' ? [] : Array.isArray(sent) ? sent.filter(Boolean) : [sent]),
    z.array(rowId).max(200, 'At most 200 fit here.'),
  )
  .transform((ids) => [...new Set(ids)]);

const roleShape = z.enum(role.enumValues, 'Choose a role from the list.');

export const signInInput = z.object({
  email: emailShape,
  password: typedPassword,
  /** Where to go afterwards: an address of the desk, anything else becomes `/admin`. */
  from: z.unknown().transform(safeDeskPath),
});
export const requestResetInput = z.object({ email: emailShape });
export const resetPasswordInput = z.object({ token: linkToken, password: chosenPassword });
export const acceptInvitationInput = z.object({
  token: linkToken,
  name: nameShape,
  password: chosenPassword,
});
export const changePasswordInput = z.object({ currentPassword: typedPassword, password: chosenPassword });

export const revokeSessionInput = z.object({
  session: z
    .string('Choose a session from the list.')
    .regex(/^[0-9a-f]{16}$/, 'Choose a session from the list.'),
});
export const inviteUserInput = z.object({
  email: emailShape,
  name: nameShape,
  role: roleShape,
  sectionIds: rowIds,
});
export const createUserInput = z.object({
  email: emailShape,
  name: nameShape,
  role: roleShape,
  password: chosenPassword.optional(),
  sectionIds: rowIds,
});
export const setPasswordInput = z.object({ email: emailShape, password: chosenPassword });
export const changeAccessInput = z.object({ userId: rowId, role: roleShape, sectionIds: rowIds });
export const userInput = z.object({ userId: rowId });
export const firstAdministratorInput = z.object({
  token: linkToken,
  name: nameShape,
  email: emailShape,
  password: chosenPassword,
});
