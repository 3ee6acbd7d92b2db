import type { Page } from '@playwright/test';
import { composeMail } from '@/lib/mailer/compose';
import { keepMail } from '@/lib/mailer/mailbox';
import { expectNoBarriers } from './support/barriers';
import type { Mail, MailReader } from './support/mail-server';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';

/** Walk 4: a reader signs up without scripts, confirms by a button, gets issues, and leaves with one click. */

async function makeList(desk: Page): Promise<string> {
  const name = `Letter ${unique()}`;
  await desk.goto('/admin/newsletter/lists');
  const form = desk.locator('form').filter({ has: desk.getByRole('button', { name: 'Make list' }) });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Description').fill('Every morning at seven.');
  await form.getByRole('button', { name: 'Make list' }).click();
  await expect(desk.getByRole('heading', { name })).toBeVisible();
  return name;
}

async function signUp(page: Page, list: string, email: string): Promise<void> {
  await page.goto('/newsletter');
  for (const box of await page.getByRole('checkbox', { checked: true }).all()) await box.uncheck();
  await page.getByRole('checkbox', { name: list }).check();
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
}

async function subscribe(page: Page, mail: MailReader, list: string): Promise<string> {
  const email = `reader-${unique()}@reader.example`;
  await signUp(page, list, email);
  await page.goto((await mail.waitFor(email)).link('/newsletter/confirm/'));
  await page.getByRole('button', { name: 'Yes, send it to me' }).click();
  await expect(page.getByRole('heading', { name: 'You are subscribed' })).toBeVisible();
  return email;
}

/** Composes an issue of one story as an editor does, and sends it. */
async function sendIssue(
  desk: Page,
  list: string,
  subject: string,
  story: string,
  readers: string,
): Promise<void> {
  await desk.goto('/admin/newsletter');
  await desk.getByRole('button', { name: 'New issue' }).first().click();
  await expect(desk.getByRole('heading', { name: 'Compose an issue' })).toBeVisible();
  const lists = desk.getByLabel('List', { exact: true });
  await lists.selectOption({
    label: (await lists.locator('option').allTextContents()).find((text) => text.startsWith(list)),
  });
  await desk.getByLabel('Subject').fill(subject);
  await desk.getByRole('textbox', { name: 'Introduction' }).fill('Good morning.');
  await desk.getByLabel('Choose from live stories').fill(story);
  await desk.getByRole('button', { name: `Add “${story}”` }).click();
  await expect(desk.frameLocator('iframe[title="The mail on a desktop"]').getByText(story)).toBeVisible();
  await expect(desk.getByText(/^Saved at/)).toBeVisible();
  await desk.getByRole('button', { name: 'Send now' }).click();
  await desk.getByRole('button', { name: `Send to ${readers}` }).click();
  await expect(desk.getByRole('heading', { name: subject })).toBeVisible();
  await expect(desk.getByText('All together, the whole audience')).toBeVisible({ timeout: 30_000 });
}

const unsubscribeAddress = (mail: Mail): string => {
  const header = /^List-Unsubscribe: <([^>]+)>/im.exec(mail.raw.replace(/\r\n[ \t]+/g, ' '))?.[1];
  if (!header) throw new Error('no List-Unsubscribe header');
  return header;
};

test('N1 N2 N6 N9 R13 a reader without scripts signs up, confirms, gets an issue, leaves with one click, and is left out', async ({
  plainPage,
  signedIn,
  newsroom,
  mail,
  playwright,
}) => {
  test.slow();
  const { page: desk } = await signedIn('administrator');
  const list = await makeList(desk);
  const leaving = `leaving-${unique()}@reader.example`;
  await signUp(plainPage, list, leaving);
  const letter = await mail.waitFor(leaving);
  const confirm = letter.link('/newsletter/confirm/');
  const scanner = await playwright.request.newContext();
  for (const look of ['get', 'head'] as const) expect((await scanner[look](confirm)).ok()).toBe(true);
  await desk.reload();
  await expect(desk.getByRole('listitem').filter({ hasText: list })).toContainText('0 readers');
  await plainPage.goto(confirm);
  await expect(plainPage.getByText(list)).toBeVisible();
  await plainPage.getByRole('button', { name: 'Yes, send it to me' }).click();
  await expect(plainPage.getByRole('status')).toContainText('Thank you');
  const staying = await subscribe(plainPage, mail, list);

  const story = await newsroom.story();
  const first = `First ${unique()}`;
  await sendIssue(desk, list, first, story.title, '2 readers');
  const issue = await mail.waitFor(leaving, new RegExp(first));
  expect(issue.parsed.html).toContain(story.title);
  expect(issue.parsed.text).toContain(story.title);
  expect(issue.parsed.text).toContain(story.path);
  expect(issue.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/im);
  expect(issue.raw).toMatch(/^List-Id: .*<letter-/im);

  const address = unsubscribeAddress(issue);
  const looked = await scanner.get(address);
  expect(looked.url()).toContain('/newsletter/unsubscribe/');
  expect(await looked.text()).toContain('Unsubscribe');
  const clicked = await scanner.post(address, { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 });
  expect(clicked.status()).toBe(200);
  expect(clicked.headers()['set-cookie']).toBeUndefined();

  const second = `Second ${unique()}`;
  await sendIssue(desk, list, second, story.title, '1 reader');
  await mail.waitFor(staying, new RegExp(second));
  expect((await mail.listTo(leaving)).map(({ parsed }) => parsed.subject)).not.toContain(second);

  await plainPage.goto(new URL(issue.link('/newsletter/issues/')).pathname);
  await expect(plainPage.getByRole('heading', { level: 1, name: first })).toBeVisible();
  await expect(plainPage.getByRole('link', { name: story.title })).toHaveAttribute('href', story.path);
  await scanner.dispose();
});

test('N2 N9 the link in the mail opens a page with one button, and the preferences turn lists on and off', async ({
  plainPage,
  signedIn,
  newsroom,
  mail,
}) => {
  test.slow();
  const { page: desk } = await signedIn('administrator');
  const list = await makeList(desk);
  const email = await subscribe(plainPage, mail, list);
  const subject = `Letter ${unique()}`;
  await sendIssue(desk, list, subject, (await newsroom.story()).title, '1 reader');
  const issue = await mail.waitFor(email, new RegExp(subject));

  await plainPage.goto(issue.link('/newsletter/unsubscribe/'));
  await plainPage.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(plainPage.getByRole('heading', { name: 'You are unsubscribed' })).toBeVisible();
  await plainPage.getByRole('link', { name: 'Or choose what you receive' }).click();
  await expect(plainPage.getByText(`r…@reader.example`)).toBeVisible();
  const box = plainPage.getByRole('checkbox', { name: list });
  await expect(box).not.toBeChecked();
  await box.check();
  await plainPage.getByRole('button', { name: 'Save' }).click();
  await expect(plainPage.getByRole('status')).toHaveText('Saved.');
  await expect(box).toBeChecked();
  await plainPage.getByRole('button', { name: 'Unsubscribe from everything' }).click();
  await expect(plainPage.getByRole('status')).toContainText('no newsletter from us any more');
});

test('N1 every address gets the same answer, and a slip is said beside a way back', async ({ plainPage }) => {
  const list = 'The newsletter';
  await signUp(plainPage, list, `new-${unique()}@reader.example`);
  const answer = await plainPage.locator('main').innerText();
  const again = `twice-${unique()}@reader.example`;
  for (let n = 0; n < 3; n++) {
    await signUp(plainPage, list, again);
    expect(await plainPage.locator('main').innerText()).toBe(answer);
  }
  await plainPage.goto('/newsletter');
  await plainPage
    .getByLabel('Email address')
    .evaluate((field) => field.setAttribute('type', 'text'))
    .catch(() => {});
  await plainPage.getByLabel('Email address').fill('nobody@nowhere');
  await plainPage.getByRole('button', { name: 'Subscribe' }).click();
  await expect(plainPage.locator('body')).toContainText('does not look like an email address');
  for (const path of ['confirm/x.y', 'unsubscribe/x.y', 'preferences/x.y']) {
    const response = await plainPage.goto(`/newsletter/${path}`);
    expect(response?.status()).toBe(404);
    await expect(plainPage.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  }
  expect((await plainPage.goto('/newsletter/issues/999999'))?.status()).toBe(404);
});

test('N7 the mailbox shows what would have gone out, and nothing in it runs', async ({ signedIn }) => {
  const { page: desk } = await signedIn('administrator');
  const subject = `Kept ${unique()}`;
  const { raw } = await composeMail({
    from: { address: 'news@paper.example' },
    to: 'reader@reader.example',
    subject,
    html: '<!doctype html><html lang="en"><head><title>x</title></head><body><p>The mail itself</p><script>parent.pwned = true</script></body></html>',
    text: 'The same as text',
    headers: { 'X-Odd': 'Ünïcode' },
  });
  await keepMail(raw);
  await desk.goto('/admin/mailbox');
  await desk.getByRole('link', { name: subject }).click();
  await expect(desk.frameLocator('iframe').getByText('The mail itself')).toBeVisible();
  expect(await desk.evaluate(() => 'pwned' in window)).toBe(false);
  await desk.getByRole('tab', { name: 'Plain text' }).click();
  await expect(desk.getByText('The same as text')).toBeVisible();
  await desk.getByRole('tab', { name: 'Headers' }).click();
  await expect(desk.getByText('Ünïcode')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the reader's pages of the newsletter are free of barriers in the ${colorScheme} theme`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ['', '/check-your-mail', '/welcome', '/confirm/x.y']) {
      await page.goto(`/newsletter${path}`);
      await expectNoBarriers(page);
    }
  });

  test(`the newsletter desk is free of barriers in the ${colorScheme} theme`, async ({
    signedIn,
    newsroom,
  }) => {
    test.slow();
    const { page: desk } = await signedIn('administrator');
    await desk.emulateMedia({ colorScheme });
    await newsroom.story();
    for (const path of ['newsletter/lists', 'newsletter/subscribers', 'mailbox', 'newsletter']) {
      await desk.goto(`/admin/${path}`);
      await expectNoBarriers(desk);
    }
    await desk.getByRole('button', { name: 'New issue' }).first().click();
    await expect(desk.getByRole('heading', { name: 'Compose an issue' })).toBeVisible();
    await desk
      .getByRole('button', { name: /^Add “/ })
      .first()
      .click();
    await desk.getByLabel('Subject').fill('Barriers');
    await expect(desk.getByText(/^Saved at/)).toBeVisible();
    await desk.getByRole('tab', { name: /^Check/ }).click();
    await expectNoBarriers(desk);
  });
}
