'use server';

import { redirect } from 'next/navigation';
import { action } from '@/features/action';
import { keepSession, requestOrigin } from '@/features/users/session';
import {
  forgetMailRelay,
  saveDeskCheck,
  saveLook,
  saveMailRelay,
  saveMenus,
  setUpPaper,
  testMailInForce,
  testMailRelay,
  updateSettings,
} from './commands';
import { saveDeskCheckInput } from './desk-check';
import { setUpInput, updateSettingsInput } from './input';
import { lookShape } from './look';
import { forgetMailRelayInput, mailRelayFormInput, testMailInForceInput } from './mail-relay';
import { saveMenusInput } from './menus';

export const updateSettingsAction = action(updateSettingsInput, updateSettings);

export const saveDeskCheckAction = action(saveDeskCheckInput, saveDeskCheck);

export const saveLookAction = action(lookShape, saveLook);

export const saveMenusAction = action(saveMenusInput, saveMenus);

/** One form, two buttons; gives what came of the test, or null when it was kept. */
export const mailRelayAction = action(mailRelayFormInput, async (ctx, typed) => {
  if (typed.intent === 'test') return testMailRelay(ctx, typed);
  await saveMailRelay(ctx, typed);
  return null;
});

export const testMailInForceAction = action(testMailInForceInput, testMailInForce);

export const forgetMailRelayAction = action(forgetMailRelayInput, forgetMailRelay);

export const setUpPaperAction = action(setUpInput, async (ctx, input) => {
  const { token } = await setUpPaper(ctx, { ...input, ...(await requestOrigin()) });
  await keepSession(token);
  redirect('/admin');
});
