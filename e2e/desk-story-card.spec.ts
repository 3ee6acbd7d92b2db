import { killArticle, publishArticle, saveDraft } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { unique } from './support/newsroom';
import { newestOf } from './support/revisions';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

test('D1 a card within the text leads to another story under the headline it has now, and goes with that story', async ({
  signedIn,
  newsroom,
  plainPage: reader,
}) => {
  const { page } = await signedIn('editor');
  const word = unique();
  const other = await newsroom.story({ title: `Lighthouse ${word}` });
  const story = await newsroom.story({ text: ['Before the card.'] });
  const writing = await Writing.open(page, story.id);
  await writing.typeAtEnd('\n/read');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Read more' });
  await dialog.getByLabel('Which story').fill('nothing that any headline has');
  await expect(dialog.getByText('No live story has these words in its headline.')).toBeVisible();
  await dialog.getByLabel('Which story').fill(word);
  await dialog.getByRole('button', { name: other.title }).click();
  await expect(writing.text.getByText(other.title)).toBeVisible();
  await writing.expectSaved();
  await publishArticle(newsroom.ctx, { articleId: story.id });

  await reader.goto(story.path);
  const card = reader.locator('.prose .read-more');
  await expect(card).toContainText('Read more');
  await card.getByRole('link', { name: other.title }).click();
  await expect(reader.getByRole('heading', { level: 1, name: other.title })).toBeVisible();
  expect(await (await reader.request.get('/feed.xml')).text()).toContain(`${other.path}&quot;&gt;Lighthouse`);

  const revision = await newestOf(newsroom, other.id);
  await saveDraft(
    newsroom.ctx,
    saveDraftInput.parse({
      ...revision,
      articleId: other.id,
      baseRevisionId: revision?.id,
      title: `Beacon ${word}`,
    }),
  );
  await publishArticle(newsroom.ctx, { articleId: other.id });
  await expect(async () => {
    await reader.goto(story.path);
    await expect(card.getByRole('link', { name: `Beacon ${word}` })).toBeVisible({ timeout: 500 });
  }).toPass();

  await killArticle(newsroom.ctx, { articleId: other.id });
  await expect(async () => {
    await reader.goto(story.path);
    await expect(card).toHaveCount(0, { timeout: 500 });
  }).toPass();
  await expect(reader.locator('.prose')).toContainText('Before the card.');
  // The desk still has it, for the day that a story comes back.
  await page.reload();
  await expect(writing.text.getByText(other.title)).toBeVisible();
});
