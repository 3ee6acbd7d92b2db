import { z } from 'zod';
import { safeDeskPath } from '@/lib/request-path';
import { emailAddress, requiredLine, rowId, rowIds } from '@/lib/shapes';
import { roles } from './rules';

const personName = requiredLine(80, 'Write the name as it should be shown.');

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

const roleShape = z.enum(roles, 'Choose a role from the list.');

export const signInInput = z.object({
  email: emailAddress,
  password: typedPassword,
  /** Where to go afterwards: an address of the desk, anything else becomes `/admin`. */
  from: z.unknown().optional().transform(safeDeskPath),
});
export const requestResetInput = z.object({ email: emailAddress });
export const resetPasswordInput = z.object({ token: linkToken, password: chosenPassword });
export const acceptInvitationInput = z.object({
  token: linkToken,
  name: personName,
  password: chosenPassword,
});
export const changePasswordInput = z.object({ currentPassword: typedPassword, password: chosenPassword });

export const revokeSessionInput = z.object({
  session: z
    .string('Choose a session from the list.')
    .regex(/^[0-9a-f]{16}$/, 'Choose a session from the list.'),
});
export const inviteUserInput = z.object({
  email: emailAddress,
  name: personName,
  role: roleShape,
  sectionIds: rowIds(200),
});
export const createUserInput = z.object({
  email: emailAddress,
  name: personName,
  role: roleShape,
  password: chosenPassword.optional(),
  sectionIds: rowIds(200),
});
export const setPasswordInput = z.object({ email: emailAddress, password: chosenPassword });
export const changeAccessInput = z.object({ userId: rowId, role: roleShape, sectionIds: rowIds(200) });
export const userInput = z.object({ userId: rowId });

/** A box that was left empty is not sent at all. */
export const noticeMailInput = z.object({
  noticeMail: z
    .enum(['on'])
    .optional()
    .transform((sent) => sent === 'on'),
});
