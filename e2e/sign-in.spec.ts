import type { Page } from '@playwright/test';
import { expectNoBarriers } from './support/barriers';
import { startApp } from './support/start-app';
import { expect, signIn, test } from './support/test';

const password = 'seven lean oxen graze';

async function typeSignIn(page: Page, email: string, typed: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(typed);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('A1 the set-up link makes the first administrator without scripts, once', async ({ browser }) => {
  test.setTimeout(150_000);
  const app = await startApp();
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: app.url });
    const page = await context.newPage();
    const link = app.setupLink() ?? '';
    await page.goto(`${app.url}/admin/setup`);
    await expect(page.getByText('Open the link that the server printed')).toBeVisible();
    await page.goto(link);
    await page.getByLabel('Name of the paper').fill('The Evening Post');
    await page.getByLabel('Time zone').selectOption('Europe/Berlin');
    await page.getByLabel('Your name').fill('Ada Byron');
    await page.getByLabel('Your e-mail').fill('ada@paper.example');
    await page.getByLabel('Password').fill('password1');
    await page.getByRole('button', { name: 'Open the newsroom' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'tried first everywhere' })).toBeVisible();
    await expect(page.getByLabel('Your e-mail')).toHaveValue('ada@paper.example');
    await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Berlin');
    await expect(page.getByLabel('Password')).toHaveValue('');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Open the newsroom' }).click();
    await expect(page).toHaveURL(`${app.url}/admin`);
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', domain: '127.0.0.1' });

    await page.goto(link);
    await expect(page.getByText('This paper is set up already')).toBeVisible();
    await page.goto(`${app.url}/admin/settings`);
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('The Evening Post');
  } finally {
    await app.stop();
  }
});

test.describe('signing in', () => {
  test('A1 a wrong password is refused in words, what was typed stays, the right one leads where one was going', async ({
    page,
    newsroom,
  }) => {
    const person = await newsroom.person('editor');
    await page.goto('/admin/tags?q=storm');
    await expect(page).toHaveURL(/\/admin\/login\?from=/);
    await expectNoBarriers(page);
    await typeSignIn(page, person.email, 'not the one');
    await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
    await expect(page.getByLabel('Password')).toBeFocused();
    await expectNoBarriers(page);
    await typeSignIn(page, person.email, person.password);
    await expect(page).toHaveURL('/admin/tags?q=storm');
    await expect(page.getByRole('heading', { name: 'Tags' })).toBeVisible();
    await page.goto('/admin/login');
    await expect(page).not.toHaveURL(/login/);
  });

  test('R13 the same without scripts', async ({ plainPage, newsroom }) => {
    const person = await newsroom.person('editor');
    await plainPage.goto('/admin/sections');
    await typeSignIn(plainPage, person.email, 'not the one');
    await expect(plainPage.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible();
    await expect(plainPage.getByLabel('E-mail')).toHaveValue(person.email);
    await typeSignIn(plainPage, person.email, person.password);
    await expect(plainPage).toHaveURL('/admin/sections');
  });

  test('A5 nobody is sent to another site after signing in', async ({ page, newsroom }) => {
    const person = await newsroom.person('editor');
    await page.goto(`/admin/login?from=${encodeURIComponent('//elsewhere.example/admin')}`);
    await typeSignIn(page, person.email, person.password);
    await page.waitForURL((url) => !url.pathname.startsWith('/admin/login'));
    expect(new URL(page.url()).pathname).toBe('/admin');
  });

  test('A1 programs hear 429 after ten wrong ones, whatever address they claim to come from, and 403 from another site', async ({
    request,
    baseURL,
    newsroom,
  }) => {
    const { email, password: right } = await newsroom.person('author');
    const origin = baseURL ?? '';
    const tryWith = (typed: string, headers: Record<string, string> = {}) =>
      request.post('/api/auth/sign-in', {
        data: { email, password: typed },
        headers: { origin, ...headers },
      });
    for (let i = 0; i < 10; i++)
      expect(
        await (await tryWith(`wrong ${i}`, { 'x-forwarded-for': `203.0.113.${i}` })).json(),
      ).toMatchObject({
        code: 'invalid',
        error: expect.stringContaining('do not belong together'),
      });
    const refused = await tryWith(right, { 'x-forwarded-for': '198.51.100.7' });
    expect(refused.status()).toBe(429);
    expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(60);
    expect((await tryWith(right, { origin: 'http://elsewhere.example' })).status()).toBe(403);
    const form = { form: { email, password: right } };
    expect((await request.post('/api/auth/sign-in', form)).status()).toBe(403);
    for (const damaged of [
      { email: [email] },
      { email: `${email},b@x.example`, password: 'x' },
      {},
      { email: '\0' },
    ])
      expect((await request.post('/api/auth/sign-in', { data: damaged, headers: { origin } })).status()).toBe(
        422,
      );
  });
});

test.describe('a forgotten password', () => {
  test('A1 the mailed link chooses a new one, signs the old sessions out, and works once', async ({
    page,
    browser,
    baseURL,
    newsroom,
    mail,
  }) => {
    const person = await newsroom.person('author');
    const elsewhere = await (await browser.newContext({ baseURL })).newPage();
    await signIn(elsewhere, person);

    await page.goto('/admin/login');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await expectNoBarriers(page);
    const ask = async (email: string) => {
      await page.getByLabel('E-mail').fill(email);
      await page.getByRole('button', { name: 'Mail me a link' }).click();
      await expect(page.getByRole('status')).toContainText('a link is on its way');
    };
    await ask('nobody@paper.example');
    await ask(person.email);
    const link = (await mail.waitFor(person.email, /A new password/)).link('/admin/reset/');
    await page.goto(link);
    await expectNoBarriers(page);
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Keep this password' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'at least 8' })).toBeVisible();
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Keep this password' }).click();
    await expect(page.getByText('Your new password is kept')).toBeVisible();
    await mail.waitFor(person.email, /was changed/);

    await elsewhere.reload();
    await expect(elsewhere).toHaveURL(/\/admin\/login/);
    await signIn(page, { ...person, password });
    await elsewhere.goto(link);
    await expect(elsewhere.getByText('This link works no more')).toBeVisible();
    expect(await mail.listTo('nobody@paper.example')).toEqual([]);
    await elsewhere.context().close();
  });
});

test.describe('sessions', () => {
  test('A1 after signing out nothing private is left behind the Back key', async ({ page, newsroom }) => {
    const person = await newsroom.person('administrator');
    await signIn(page, person);
    await page.goto('/admin/users');
    await expect(page.getByText(person.email)).toBeVisible();
    await page.getByRole('button', { name: new RegExp(person.name) }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/admin\/login/);
    await page.goBack();
    await expect(page).toHaveURL(/\/admin\/login/);
    await expect(page.getByText(person.email)).toHaveCount(0);
    expect((await page.request.get('/admin/users', { maxRedirects: 0 })).status()).toBe(307);
  });

  test('A1 a session that was ended elsewhere is out on its next request', async ({
    page,
    browser,
    baseURL,
    newsroom,
  }) => {
    const person = await newsroom.person('author');
    const phone = await (
      await browser.newContext({ baseURL, userAgent: 'Firefox/150.0 (Android)' })
    ).newPage();
    await signIn(phone, person);
    await signIn(page, person);
    await page.goto('/admin/account');
    await expectNoBarriers(page);
    await expect(page.getByText('This browser')).toHaveCount(1);
    await page.getByRole('button', { name: 'Sign out Firefox on Android' }).click();
    await expect(page.getByText('Firefox on Android')).toHaveCount(0);
    await phone.goto('/admin/account');
    await expect(phone).toHaveURL(/\/admin\/login\?from=%2Fadmin%2Faccount/);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
    await phone.context().close();
  });

  test('A1 a new password is asked for the old one and ends the other sessions', async ({
    page,
    browser,
    baseURL,
    newsroom,
  }) => {
    const person = await newsroom.person('author');
    const phone = await (await browser.newContext({ baseURL })).newPage();
    await signIn(phone, person);
    await signIn(page, person);
    await page.goto('/admin/account');
    await page.getByLabel('Current password').fill('guessed');
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'not your current password' })).toBeVisible();
    await page.getByLabel('Current password').fill(person.password);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Changed.' })).toBeVisible();
    await phone.reload();
    await expect(phone).toHaveURL(/\/admin\/login/);
    await phone.context().close();
  });
});
