import type { Locator } from '@playwright/test';
import { updateSettings } from '@/features/settings/commands';
import { expectNoBarriers } from './support/barriers';
import { overflow } from './support/overflow';
import { paragraph, publish, wideTable } from './support/stories';
import { expect, test } from './support/test';

/** A paper that runs from right to left by its setting; our own words have no translation there yet. */

test.beforeAll(({ newsroom }) => updateSettings(newsroom.ctx, { language: 'ar' }));
test.afterAll(({ newsroom }) => updateSettings(newsroom.ctx, { language: 'en' }));

/** Whether its last letter stands to the right of its first, as English is read. */
const runsToTheRight = (words: Locator) =>
  words.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const first = text.nextNode();
    let last = first;
    for (let node = first; node; node = text.nextNode()) last = node;
    if (!first || !last) throw new Error('no words');
    const at = (node: Node, from: number) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + 1);
      return range.getBoundingClientRect().left;
    };
    return at(last, (last.textContent ?? '').length - 1) > at(first, 0);
  });

test('R14 a paper from right to left begins at the right, and what is not Arabic keeps its order in it', async ({
  page,
  newsroom,
}) => {
  const story = await publish(newsroom, {
    title: 'المحادثات تبدأ في الميناء القديم',
    standfirst: 'وصل القطار رقم 4 عند الساعة 00:20.',
    body: [
      paragraph('قال المسؤول: “We count in tides” ثم ابتسم.'),
      { type: 'codeBlock', attrs: { language: 'ts' }, content: [{ type: 'text', text: 'await tide();' }] },
      wideTable,
    ],
  });
  const section = `/${story.path.split('/')[1]}`;
  const html = page.locator('html');
  for (const path of ['/', story.path, section, `/search?q=${encodeURIComponent('الميناء')}`])
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(async () => {
        await page.goto(path);
        await expect(html).toHaveAttribute('dir', 'rtl', { timeout: 500 });
      }).toPass();
      expect(await overflow(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
      await expectNoBarriers(page, { quick: true });
    }

  await page.goto(story.path);
  const main = page.getByRole('main');
  const first = main.locator('.prose > p').first();
  await expect(first).toHaveCSS('direction', 'rtl');
  expect(await runsToTheRight(first)).toBe(false);
  expect(await runsToTheRight(main.locator('.prose code'))).toBe(true);
  const minutes = main.locator('.facts').getByText('1 minute read');
  expect(await runsToTheRight(minutes)).toBe(true);
  const pitch = page.getByRole('contentinfo').getByText('Leave with one click.');
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await runsToTheRight(pitch)).toBe(true);
  await expect(pitch).toHaveCSS('text-align', 'right');
});
