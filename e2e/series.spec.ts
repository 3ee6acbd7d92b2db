import { publishArticle } from '@/features/articles/commands';
import { unique } from './support/newsroom';
import { publish } from './support/stories';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

test('R2 D15 a series is made at the desk, its parts lead to each other, and a new part is known at once', async ({
  signedIn,
  newsroom,
  plainPage: reader,
}) => {
  const { page: desk } = await signedIn('editor');
  const name = `The quay ${unique()}`;
  await desk.goto('/admin/series');
  await desk.getByLabel('Name').fill(name);
  await desk.getByRole('button', { name: 'Make series' }).click();
  await desk.getByRole('link', { name }).click();
  await desk.waitForURL(/\/admin\/series\/\d+$/);
  const seriesId = Number(new URL(desk.url()).pathname.split('/').at(-1));
  const first = await publish(newsroom, { seriesId });
  await reader.goto(first.path);
  const main = reader.getByRole('main');
  await expect(main.getByRole('link', { name: `Part 1 of 1: ${name}` })).toBeVisible();
  const second = await publish(newsroom, {});
  const writing = await Writing.open(desk, second.id);
  await writing.openSettings();
  await desk.getByLabel('Series', { exact: true }).selectOption(name);
  await writing.expectSaved();
  await publishArticle(newsroom.ctx, { articleId: second.id });

  await expect
    .poll(async () => {
      await reader.goto(first.path);
      return main.getByRole('navigation', { name }).count();
    })
    .toBe(1);
  await main.getByRole('link', { name: `Next part: ${second.title}` }).click();
  await expect(reader).toHaveURL(second.path);
  await main.getByText('All 2 parts').click();
  await expect(main.locator('.series [aria-current=page]')).toHaveText(second.title);
  await main.getByRole('link', { name: `Part 2 of 2: ${name}` }).click();
  await expect(reader.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(main.getByRole('heading', { level: 2 }).first()).toHaveText(first.title);

  await desk.goto(`/admin/series/${seriesId}`);
  await desk.getByRole('button', { name: `Move ${second.title} up` }).click();
  // At the top there is no further up: the hand stays with the part, on the way back.
  await expect(desk.getByRole('button', { name: `Move ${second.title} down` })).toBeFocused();
  await expect(desk.getByText(`${second.title}: now 1 of 2.`)).toBeAttached();
  await expect
    .poll(async () => {
      await reader.goto(second.path);
      return main.locator('.series-line').textContent();
    })
    .toBe(`Part 1 of 2: ${name}`);
});
