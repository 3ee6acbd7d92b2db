import { publishArticle, saveDraft } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { findOrCreateTags } from '@/features/taxonomy/commands';
import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { newestOf } from './support/revisions';
import { expect, test } from './support/test';

test('D15 D17 two tags are merged after a look at both, the old address leads to the one that stays, and the merge is undone', async ({
  signedIn,
  newsroom,
  plainPage: reader,
}) => {
  const { page } = await signedIn('editor');
  const word = unique();
  const [old, stays] = await findOrCreateTags(newsroom.ctx, [`Floods ${word}`, `Flood ${word}`]);
  if (!old || !stays) throw new Error('no tags');
  const story = await newsroom.story({ title: `Water ${word}` });
  const revision = await newestOf(newsroom, story.id);
  await saveDraft(
    newsroom.ctx,
    saveDraftInput.parse({
      ...revision,
      articleId: story.id,
      baseRevisionId: revision?.id,
      tagIds: [old.id],
    }),
  );
  await publishArticle(newsroom.ctx, { articleId: story.id });

  await page.goto(`/admin/tags/${old.id}`);
  const into = page.getByLabel('Name of the tag that stays');
  await into.fill('No such tag');
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByText('No other tag is called “No such tag”.')).toBeVisible();
  await into.fill(stays.name.toUpperCase());
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(
    page.getByText(`${old.name} stands on one live story, ${stays.name} on 0 live stories.`),
  ).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: `Merge into ${stays.name}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Merge tags' }).click();
  await page.waitForURL(`**/admin/tags/${stays.id}`);

  await expect(async () => {
    await reader.goto(`/tag/${old.slug}`);
    expect(new URL(reader.url()).pathname).toBe(`/tag/${stays.slug}`);
    await expect(reader.getByRole('link', { name: story.title })).toBeVisible({ timeout: 500 });
  }).toPass();
  await reader.goto(story.path);
  await expect(reader.locator('.tags')).toContainText(stays.name);
  await expect(reader.locator('.tags')).not.toContainText(old.name);

  await page.getByRole('button', { name: `Undo merge “${old.name}”` }).click();
  await expect(page.getByText(`“${old.name}” is back.`)).toBeVisible();
  await expect(async () => {
    const feed = await reader.request.get(`/tag/${old.slug}/feed.xml`, { maxRedirects: 0 });
    expect(feed.status()).toBe(200);
    expect(await feed.text()).toContain(story.title);
    await reader.goto(`/tag/${old.slug}`);
    expect(new URL(reader.url()).pathname).toBe(`/tag/${old.slug}`);
    await expect(reader.getByRole('link', { name: story.title })).toBeVisible({ timeout: 500 });
  }).toPass();
});
