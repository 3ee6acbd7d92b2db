'use server';

import { redirect } from 'next/navigation';
import { action } from '@/features/action';
import {
  acceptInvitation,
  changeAccess,
  changePassword,
  chooseNoticeMail,
  disableUser,
  enableUser,
  inviteUser,
  requestPasswordReset,
  resendInvitation,
  resetPassword,
  revokeSession,
  signOutEverywhere,
  withdrawInvitation,
} from './commands';
import { enterByPassword, leave } from './door';
import {
  acceptInvitationInput,
  changeAccessInput,
  changePasswordInput,
  inviteUserInput,
  noticeMailInput,
  requestResetInput,
  resetPasswordInput,
  revokeSessionInput,
  signInInput,
  userInput,
} from './input';
import { currentActor, dropSession, keepSession, requestOrigin, sessionToken } from './session';

export const signInAction = action(signInInput, async (_ctx, { from, ...typed }) => {
  const { token } = await enterByPassword(typed, await requestOrigin());
  await keepSession(token);
  redirect(from);
});

export async function signOutAction(): Promise<void> {
  const token = await sessionToken();
  if (token) await leave(await currentActor(), token);
  await dropSession();
  redirect('/admin/login');
}

export const requestResetAction = action(requestResetInput, async (ctx, input) =>
  requestPasswordReset(ctx, { ...input, ...(await requestOrigin()) }),
);

export const resetPasswordAction = action(resetPasswordInput, async (ctx, input) => {
  await resetPassword(ctx, input);
  redirect('/admin/login?done=reset');
});

export const acceptInvitationAction = action(acceptInvitationInput, async (ctx, input) => {
  const { token } = await acceptInvitation(ctx, { ...input, ...(await requestOrigin()) });
  await keepSession(token);
  redirect('/admin');
});

export const changePasswordAction = action(changePasswordInput, async (ctx, input) =>
  changePassword(ctx, { ...input, keepToken: await sessionToken() }),
);

export const chooseNoticeMailAction = action(noticeMailInput, chooseNoticeMail);

export const revokeSessionAction = action(revokeSessionInput, revokeSession);

export const signOutElsewhereAction = action(userInput, async (ctx, input) =>
  signOutEverywhere(ctx, { ...input, keepToken: await sessionToken() }),
);

export const inviteUserAction = action(inviteUserInput, inviteUser);
export const resendInvitationAction = action(userInput, resendInvitation);
export const withdrawInvitationAction = action(userInput, withdrawInvitation);
export const changeAccessAction = action(changeAccessInput, changeAccess);
export const disableUserAction = action(userInput, disableUser);
export const enableUserAction = action(userInput, enableUser);
export const signOutUserAction = action(userInput, signOutEverywhere);
