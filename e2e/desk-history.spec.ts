import { publishArticle, saveDraft } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { findDraft } from '@/features/articles/queries/draft';
import { expectNoBarriers } from './support/barriers';
import type { Newsroom, Story } from './support/newsroom';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

test('D9 a version is compared, walked through by keys, named, brought back, and that undone', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({
    text: ['The tide rose two metres above the quay.', 'Both gates were closed before dawn.'],
  });
  await rewrite(newsroom, story, ['The tide rose three metres above the quay.', 'Nobody was hurt.']);
  const writing = await Writing.open(page, story.id);
  await writing.openSettings();
  await writing.typeAtEnd(' Typed and not yet saved.');
  await page.getByRole('link', { name: 'The whole history' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`History of ${story.title}`);

  const comparison = page.locator('#comparison');
  await expect(comparison.locator('ins')).toContainText('Typed and not yet saved.');
  await page.getByRole('link', { name: 'Against what readers see' }).click();
  await expect(comparison.locator('del').first()).toContainText('two');
  await expect(comparison.locator('ins').first()).toContainText('three');
  await expect(page.getByText('3 changes')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByText('Change 1 of 3')).toBeVisible();
  await expect(comparison.locator('del').first()).toBeFocused();
  await page.keyboard.press('p');
  await expect(page.getByText('Change 3 of 3')).toBeVisible();

  await page
    .getByRole('region', { name: 'Versions' })
    .getByRole('link')
    .filter({ hasText: 'published' })
    .click();
  await page.getByRole('button', { name: 'Name this version' }).click();
  await page.getByLabel('Name of this version').fill('As sent to the lawyer');
  await page.getByRole('button', { name: 'Keep the name' }).click();
  await expect(page.getByRole('heading', { name: 'As sent to the lawyer' })).toBeVisible();
  const text = async () => JSON.stringify((await findDraft(newsroom.ctx, story.id))?.content.body);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByText('Brought back as the newest version.')).toBeVisible();
  expect(await text()).toContain('two metres');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('It is as it was before.')).toBeVisible();
  expect(await text()).toContain('three metres');
  await expectNoBarriers(page);
});

test('D9 as readers saw it at a day and time, with the page’s own components; before that, nothing', async ({
  signedIn,
  newsroom,
  page: reader,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ text: ['The first text.'] });
  await page.waitForTimeout(1_100);
  const between = new Date();
  await page.waitForTimeout(1_100);
  await rewrite(newsroom, story, ['The second text.']);
  await publishArticle(newsroom.ctx, { articleId: story.id });
  await page.goto(`/admin/articles/${story.id}/history`);
  await page.getByLabel(/^Day and time in/).fill(between.toISOString().slice(0, 19));
  await page.getByRole('button', { name: 'Show the page of then' }).click();
  const paper = page.frameLocator('iframe');
  await expect(paper.locator('.prose')).toHaveText('The first text.');
  await expect(paper.getByRole('complementary', { name: 'As readers saw it' })).toBeVisible();
  const address = await page.locator('iframe').getAttribute('src');
  const answer = await page.request.get(address ?? '');
  expect(answer.headers()['cache-control']).toContain('no-store');
  expect(await answer.text()).toContain('noindex');
  expect(await (await reader.request.get(address ?? '')).text()).not.toContain('The first text.');
  await expectNoBarriers(page, { exclude: ['iframe'] });

  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('table')).toContainText('on time');
  await page.getByLabel(/^Day and time in/).fill('2020-01-01T08:00:00');
  await page.getByRole('button', { name: 'Show the page of then' }).click();
  await expect(page.getByText('Readers saw nothing of this story then')).toBeVisible();
});

async function rewrite({ ctx }: Newsroom, story: Story, text: string[]): Promise<void> {
  const draft = await findDraft(ctx, story.id);
  await saveDraft(
    ctx,
    saveDraftInput.parse({
      articleId: story.id,
      baseRevisionId: draft?.revisionId,
      title: story.title,
      standfirst: draft?.content.standfirst,
      sectionIds: [story.sectionId],
      body: {
        type: 'doc',
        content: text.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })),
      },
    }),
  );
}
