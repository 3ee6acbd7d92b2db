'use server';

import { redirect } from 'next/navigation';
import { action } from '@/features/action';
import { keepSession, requestOrigin } from '@/features/users/session';
import { saveDeskCheck, saveLook, saveMenus, setUpPaper, updateSettings } from './commands';
import { saveDeskCheckInput } from './desk-check';
import { setUpInput, updateSettingsInput } from './input';
import { lookShape } from './look';
import { saveMenusInput } from './menus';

export const updateSettingsAction = action(updateSettingsInput, updateSettings);

export const saveDeskCheckAction = action(saveDeskCheckInput, saveDeskCheck);

export const saveLookAction = action(lookShape, saveLook);

export const saveMenusAction = action(saveMenusInput, saveMenus);

export const setUpPaperAction = action(setUpInput, async (ctx, input) => {
  const { token } = await setUpPaper(ctx, { ...input, ...(await requestOrigin()) });
  await keepSession(token);
  redirect('/admin');
});
