import type { Page } from '@playwright/test';
import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';

/** Walk 2: a reader comments, with and without scripts; a moderator decides. */

interface Typed {
  name?: string;
  email?: string;
  body: string;
}

async function fillIn(
  page: Page,
  { name = 'Ada Novak', email = `ada-${unique()}@reader.example`, body }: Typed,
) {
  const form = page.locator('#comment-form');
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Email').fill(email);
  await form.getByLabel('Your comment').fill(body);
}

async function comment(page: Page, path: string, typed: Typed): Promise<void> {
  await page.goto(path);
  await fillIn(page, typed);
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('heading', { name: 'Preview of your comment' })).toBeVisible();
  await page.getByRole('button', { name: 'Post comment' }).click();
}

const queueRow = (desk: Page, body: string) => desk.getByRole('listitem').filter({ hasText: body });

test('C2 C5 R5 R13 a reader without scripts comments, is held, is approved, and stands under the story within a second', async ({
  plainPage,
  newsroom,
  signedIn,
}) => {
  const story = await newsroom.story();
  const body = `Nine years late, and still welcome. ${unique()}`;
  await comment(plainPage, story.path, { body });
  await expect(plainPage.getByRole('status')).toContainText('held for review');
  await plainPage.getByRole('link', { name: 'Back to the story' }).click();
  await expect(plainPage.getByText(`No comments on ${story.title}`).first()).toBeVisible();
  await expect(plainPage.getByText(body)).toHaveCount(0);

  const { page: desk } = await signedIn('editor');
  await desk.goto('/admin/comments');
  await queueRow(desk, body).getByRole('button', { name: 'Approve' }).click();
  await expect(desk.getByText('Approved: 1 comment.')).toBeVisible();
  await expect(async () => {
    await plainPage.goto(story.path);
    await expect(plainPage.getByText(body)).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 2_000, intervals: [100] });
  await expect(plainPage.getByText(`1 comment on ${story.title}`).first()).toBeVisible();
  await expect(plainPage.locator('.comment').filter({ hasText: body }).locator('time')).toHaveAttribute(
    'datetime',
    /T.*(Z|[+-]\d\d:\d\d)$/,
  );
});

test('C1 R13 a reader answers a comment, and the answer stands beneath it', async ({
  plainPage,
  newsroom,
  signedIn,
}) => {
  const story = await newsroom.story();
  const [first, second] = [`The first word. ${unique()}`, `The second word. ${unique()}`];
  const { page: desk } = await signedIn('editor');
  await comment(plainPage, story.path, { name: 'Bertil', body: first });
  await desk.goto('/admin/comments');
  await queueRow(desk, first).getByRole('button', { name: 'Approve' }).click();
  await expect(desk.getByText('Approved: 1 comment.')).toBeVisible();

  await plainPage.goto(story.path);
  await plainPage.getByRole('link', { name: 'Reply to Bertil' }).click();
  await expect(plainPage.getByText(first)).toBeVisible();
  await fillIn(plainPage, { name: 'Chioma', body: second });
  await plainPage.getByRole('button', { name: 'Preview' }).click();
  await plainPage.getByRole('button', { name: 'Post comment' }).click();
  await desk.goto('/admin/comments');
  await queueRow(desk, second).getByRole('button', { name: 'Approve' }).click();
  await expect(desk.getByText('Approved: 1 comment.')).toBeVisible();
  await plainPage.goto(story.path);
  await expect(plainPage.locator('.comment[data-depth="1"]').filter({ hasText: second })).toBeVisible();
  await expect(plainPage.getByText(`2 comments on ${story.title}`).first()).toBeVisible();
});

test('C2 a comment with mistakes comes back whole, each with its sentence, and can be mended', async ({
  plainPage,
  newsroom,
}) => {
  const story = await newsroom.story();
  await plainPage.goto(story.path);
  const body = `Kept to the letter: <b>“quotes” & ünïcode</b> ${unique()}`;
  await fillIn(plainPage, { name: 'Dag', email: 'not an address', body });
  // The browser itself would refuse the address; a hostile or old one does not.
  await plainPage
    .locator('#comment-form')
    .evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', ''));
  await plainPage.getByRole('button', { name: 'Preview' }).click();
  await expect(plainPage.getByRole('heading', { name: 'needs another look' })).toBeVisible();
  await expect(plainPage.getByText('does not look like an email address')).toBeVisible();
  await expect(plainPage.getByLabel('Your comment')).toHaveValue(body);
  await expect(plainPage.locator('#comment-form').getByLabel('Email')).toHaveValue('not an address');
  await plainPage.locator('#comment-form').getByLabel('Email').fill('dag@reader.example');
  await plainPage.getByRole('button', { name: 'Preview' }).click();
  await expect(plainPage.getByText(body)).toHaveCount(2);
  await plainPage.getByRole('button', { name: 'Post comment' }).click();
  await expect(plainPage.getByRole('status')).toContainText('held for review');
});

test('R14 the form, its preview and its receipt have no accessibility violations', async ({
  page,
  newsroom,
}) => {
  const story = await newsroom.story();
  await page.goto(story.path);
  await fillIn(page, { body: `Can everybody read this? ${unique()}` });
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('heading', { name: 'Preview of your comment' }).waitFor();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Post comment' }).click();
  await page.getByRole('status').waitFor();
  await expectNoBarriers(page);
});

test('C5 a moderator decides by key, undoes, and finds every decision in its queue', async ({
  plainPage,
  newsroom,
  signedIn,
}) => {
  const story = await newsroom.story();
  const bodies = [`Mark me as spam ${unique()}`, `Delete me ${unique()}`];
  for (const body of bodies) await comment(plainPage, story.path, { body });
  const { page: desk } = await signedIn('editor');
  await desk.goto('/admin/comments');
  await expectNoBarriers(desk);
  await desk.keyboard.press('?');
  await expect(desk.getByRole('heading', { name: 'Keys', exact: true })).toBeVisible();
  await desk.keyboard.press('Escape');

  await desk.keyboard.press('d');
  await expect(queueRow(desk, bodies[1] ?? '')).toHaveCount(0);
  await desk.keyboard.press('u');
  await expect(queueRow(desk, bodies[1] ?? '')).toBeVisible();
  await desk.keyboard.press('j');
  await desk.keyboard.press('s');
  await expect(queueRow(desk, bodies[0] ?? '')).toHaveCount(0);
  await expect(desk.getByText('Marked as spam: 1 comment.')).toBeVisible();
  await desk.goto('/admin/comments?state=spam');
  await expect(queueRow(desk, bodies[0] ?? '')).toBeVisible();
});

test('C5 whoever may not moderate is told so in the place of the queue', async ({ signedIn }) => {
  const { page } = await signedIn('contributor');
  expect((await page.goto('/admin/comments'))?.status()).toBe(200);
  await expect(page.getByRole('heading', { name: 'This page is not part of your role' })).toBeVisible();
});

test('C3 an editor blocks a word, tries it out, and finds the comment that holds it among the spam', async ({
  plainPage,
  newsroom,
  signedIn,
}) => {
  const story = await newsroom.story();
  const word = `Zwiebel${unique().replace(/\W/g, '')}`;
  const { page: desk } = await signedIn('editor');
  await desk.goto('/admin/comments');
  await desk.getByRole('link', { name: 'Words' }).click();
  const blocked = desk.getByLabel('Blocked');
  const before = await blocked.inputValue();
  await blocked.fill(`${before}\n${word}*`);
  await desk.getByRole('button', { name: 'Save the lists' }).click();
  await expect(desk.getByText('They hold from the next comment on.')).toBeVisible();
  await desk.getByLabel('What a reader writes').fill(`Buy my ${word.toUpperCase()}kuchen`);
  await desk.getByRole('button', { name: 'See what becomes of it' }).click();
  await expect(desk.getByText('It would be taken for spam.')).toBeVisible();
  await comment(plainPage, story.path, { body: `The best ${word}suppe in town` });
  await desk.goto('/admin/comments?state=spam');
  await expect(queueRow(desk, `${word}suppe`)).toContainText(`Because: Blocked: “${word}*”`);
});

test('C2 an address that belongs to nobody, and a form sent from elsewhere, are refused in words', async ({
  request,
  plainPage,
  newsroom,
}) => {
  const story = await newsroom.story();
  const gone = await plainPage.goto('/comment/00000000-0000-4000-8000-000000000000');
  expect(gone?.status()).toBe(404);
  await expect(plainPage.getByRole('heading', { name: 'no longer waiting' })).toBeVisible();
  const form = { articleId: String(story.id), name: 'E', email: 'e@reader.example', body: 'From elsewhere.' };
  const foreign = await request.post('/api/comments', {
    form,
    headers: { origin: 'https://evil.example' },
    maxRedirects: 0,
  });
  expect(foreign.status()).toBe(403);
  for (const wrong of [
    { ...form, articleId: 'x' },
    { ...form, articleId: '999999999' },
    { ...form, body: 'x'.repeat(100_001) },
  ]) {
    const answer = await request.post('/api/comments', {
      form: wrong,
      headers: { origin: new URL(plainPage.url()).origin },
      maxRedirects: 0,
    });
    expect([404, 422]).toContain(answer.status());
    expect(await answer.text()).toContain('That did not work');
  }
});
