import { openSmtpSink } from '@/test/smtp-sink';
import { openNewsroom } from './real/desk-hands';
import { expectNoBarriers } from './support/barriers';
import { startApp } from './support/start-app';
import { expect, test } from './support/test';

const account = { user: 'paper', password: 'lantern hall nine' };

test('D19 an administrator tries a relay, is told why it fails, keeps it, and the worker mails over it at once', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const sink = await openSmtpSink(0, { account });
  const app = await startApp();
  try {
    const page = await (await browser.newContext({ baseURL: app.url })).newPage();
    await openNewsroom(page, app.setupLink() ?? '', 'The Evening Post');
    await page.goto('/admin/settings');
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Mail' }).click();
    await expect(page.getByText('it is kept in the mailbox of the desk')).toBeVisible();
    await expectNoBarriers(page);

    await page.getByLabel('Mail server').fill('127.0.0.1');
    await page.getByRole('textbox', { name: 'Port' }).fill(new URL(sink.url).port);
    await page.getByLabel('No encryption').check();
    await page.getByRole('textbox', { name: 'User' }).fill(account.user);
    await page.getByLabel(/^Password/).fill('not the one');
    await page.getByLabel('Sender’s address').fill('news@paper.example');
    await expect(page.getByLabel('To', { exact: true })).toHaveValue('edith@paper.example');
    await page.getByRole('button', { name: 'Send a test' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '535 5.7.8' })).toContainText('Type both again');
    await page.getByLabel(/^Password/).fill(account.password);
    await page.getByRole('button', { name: 'Send a test' }).click();
    await expect(page.getByText('took the test mail for edith@paper.example')).toBeVisible();
    expect(sink.caught.map(({ to }) => to)).toEqual(['edith@paper.example']);

    await page.getByRole('button', { name: 'Save the relay' }).click();
    await expect(page.getByText('The next mail goes over it')).toBeVisible();
    await page.reload();
    await expect(page.getByText(`over 127.0.0.1, port ${new URL(sink.url).port}`)).toBeVisible();
    await expect(page.getByLabel(/^Password/)).toHaveValue('');
    expect(await page.content()).not.toContain(account.password);
    await expectNoBarriers(page);

    // The worker, which was started before any of this, mails the invitation.
    await page.goto('/admin/users/invite');
    await page.getByLabel('E-mail').fill('grace@paper.example');
    await page.getByLabel('Name').fill('Grace Hopper');
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await expect(() => expect(sink.caught.map(({ to }) => to)).toContain('grace@paper.example')).toPass();
  } finally {
    await app.stop();
    await sink.close();
  }
});

test('D19 where the environment says the relay, the page says so and tries it; nobody else comes in', async ({
  signedIn,
  mail,
}) => {
  const { page, person } = await signedIn('administrator');
  await page.goto('/admin/settings/mail');
  await expect(page.getByText('The environment wins.')).toBeVisible();
  await expect(page.getByText('news@paper.example (MAIL_FROM)')).toBeVisible();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByText(`took the test mail for ${person.email}`)).toBeVisible();
  await mail.waitFor(person.email, /^Test mail from/);
  const { page: editors } = await signedIn('editor');
  await editors.goto('/admin/settings/mail');
  await expect(editors.getByLabel('Mail server')).toBeHidden();
  await expect(editors.getByText('The environment wins.')).toBeHidden();
});
