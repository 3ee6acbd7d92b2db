import { saveDeskCheck } from '@/features/settings/commands';
import { defaultDeskCheck } from '@/features/settings/desk-check';
import { expectNoBarriers } from './support/barriers';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

test('D11 the check finds things in the story, leads to each place, and follows what is put right', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({
    publish: false,
    standfirst: '',
    text: ['The quay was dry.', 'The WMO had warned of it for days.'],
  });
  const writing = await Writing.open(page, story.id);
  await writing.openSettings();
  const check = page.getByRole('region', { name: 'Desk check' });
  await check.getByRole('button', { name: 'Check the story' }).click();
  await expect(check.getByRole('status')).toHaveText('The desk check found 2 things to look at.');
  await expectNoBarriers(page, { within: '#story-panel', quick: true });
  await check.getByRole('button', { name: /WMO.* not explained/ }).click();
  await expect(writing.text).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('WMO');
  await page.keyboard.type('World Meteorological Organization (WMO)');
  await check.getByRole('button', { name: /no standfirst/ }).click();
  await page.keyboard.type('It came and went.');
  await check.getByRole('button', { name: 'Check again' }).click();
  await expect(check.getByRole('status')).toHaveText('The desk check found nothing.');
});

test('D11 a rule that holds back is set for a role, said in the dialog, and refused by the server', async ({
  signedIn,
  newsroom,
}) => {
  const { page: admin } = await signedIn('administrator');
  await admin.goto('/admin/settings/check');
  await expectNoBarriers(admin, { quick: true });
  await admin.getByLabel('Empty standfirst, Editors').selectOption('block');
  await admin.getByRole('button', { name: 'Save the rules' }).click();
  await expect(admin.getByText('Saved. It holds from the next publication on.')).toBeVisible();
  try {
    const { page } = await signedIn('editor');
    const story = await newsroom.story({ publish: false, standfirst: '' });
    await Writing.open(page, story.id);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Publish' });
    await expect(dialog.getByText('Holds it back:')).toBeVisible();
    await expectNoBarriers(page, { within: '[role="dialog"]', quick: true });
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await expect(dialog.getByRole('alert')).toContainText('The desk check holds this back.');
    await page.keyboard.press('Escape');
    await page.getByLabel('Standfirst', { exact: true }).fill('Now there is one.');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(dialog.getByText('The desk check found nothing.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await expect(page.getByText('It is live.')).toBeVisible();
  } finally {
    await saveDeskCheck(newsroom.ctx, defaultDeskCheck);
  }
});
