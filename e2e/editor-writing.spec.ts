import { gzipSync } from 'node:zlib';
import { createArticle, saveDraft } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { newestOf } from './support/revisions';
import { expect, test } from './support/test';
import { listenForTrouble, picture, Writing } from './support/writing';

/** An editor writes a story with every part, and brings words and pictures from elsewhere. */

/** What the editor may weigh, compressed: everything a writer's browser fetches to begin (DESIGN, speed and size). */
const mostScriptBytes = 350_000;

test('D1 the editor opens on at most 350 KB of scripts', async ({ signedIn }) => {
  const { page } = await signedIn('editor');
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  });
  await Writing.begin(page);
  await page.waitForLoadState('networkidle');
  const bodies = await Promise.all(scripts.values());
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  expect(bodies.length).toBeGreaterThan(3);
  expect(bytes, [...scripts.keys()].join('\n')).toBeLessThanOrEqual(mostScriptBytes);
});

test('D1 D16 R4 a story with every part is written, its pictures come by button, drop and paste, and it opens again as it was', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const trouble = listenForTrouble(page);
  const writing = await Writing.begin(page);
  const type = (words: string) => page.keyboard.type(words);
  const enter = () => page.keyboard.press('Enter');

  // Straight on from headline to standfirst to text: no letter lands in the wrong place.
  await writing.headline.click();
  await type('The wall held');
  await enter();
  await type('By dawn the quay was dry.');
  await enter();
  await type('The wind dropped before four.');
  for (const line of ['# What held', 'Three things: **luck** and ~~sand~~ `bags`.', '## Who', '### Where']) {
    await enter();
    await type(line);
  }
  await enter();
  await type('- one');
  await enter();
  await type('two');
  await enter();
  await enter();
  await type('1. first');
  await enter();
  await enter();
  await type('> A late tide.');
  await enter();
  await enter();
  await type('---');
  await type('/code');
  await expect(page.getByRole('option', { name: 'Code' })).toBeVisible();
  await enter();
  await type('tide = late');
  await page.keyboard.press('Control+Enter');
  await type('See the harbour log');
  await page.keyboard.press('Shift+Control+ArrowLeft');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Link' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.getByLabel('Address').fill('example.org/log');
  await page.keyboard.press('Enter');
  await expect(writing.text.getByRole('link', { name: 'log' })).toHaveAttribute(
    'href',
    'https://example.org/log',
  );

  await page.keyboard.press('Control+End');
  await enter();
  await type('/pict');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), enter()]);
  await chooser.setFiles(await picture('button.jpg'));
  const figures = writing.text.locator('figure');
  await expect(figures).toHaveCount(1);
  await writing.bring('drop', await picture('drop.jpg'));
  await expect(figures).toHaveCount(2);
  await writing.bring('paste', await picture('paste.jpg'));
  await expect(figures).toHaveCount(3);

  const first = figures.first();
  const caption = first.getByLabel('Caption');
  await caption.fill('The quay. (Image Credit: Li (AFP))');
  await caption.blur();
  await expect(caption).toHaveValue('The quay.');
  await expect(first.getByLabel('Credit')).toHaveValue('Li (AFP)');
  // In the middle of a word, as people correct: the caret must not jump.
  await caption.click();
  await page.keyboard.press('Home');
  for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowRight');
  await type('old ');
  await expect(caption).toHaveValue('The old quay.');
  await first.getByLabel('Description').fill('A dry quay');
  await writing.expectSaved();

  const asTyped = await writing.text.evaluate(outline);
  await page.reload();
  await writing.ready();
  await expect(figures).toHaveCount(3);
  expect(await writing.text.evaluate(outline)).toEqual(asTyped);
  await expect(writing.headline).toHaveValue('The wall held');
  const head = await newestOf(newsroom, writing.id);
  expect(new Set(head?.body.content?.map(({ type: kind }) => kind))).toEqual(
    new Set([
      'paragraph',
      'heading',
      'bulletList',
      'orderedList',
      'blockquote',
      'horizontalRule',
      'codeBlock',
      'figure',
    ]),
  );
  expect(head).toMatchObject({ title: 'The wall held', standfirst: 'By dawn the quay was dry.' });
  expect(trouble).toEqual([]);
});

test('D2 what is pasted from Word, Markdown and plain text keeps its structure and every word', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor');
  const writing = await Writing.begin(page);
  await writing.text.click();
  await writing.paste({ 'text/plain': 'Deterrence\n\nDuring the talks,\nnothing.\n\nEnd' });
  await expect(writing.text.locator('p')).toContainText(['Deterrence', 'During the talks,nothing.', 'End']);
  await writing.paste({ 'text/plain': '## From Markdown\n\n- one\n- **two**' });
  await expect(writing.text.locator('h2')).toHaveText(['From Markdown']);
  await expect(writing.text.locator('li strong')).toHaveText(['two']);
  await page.keyboard.press('Control+End');
  await writing.paste({
    'text/plain': 'unused',
    'text/html':
      '<h1 style="color:red">From Word</h1><p class=MsoNormal style="margin:0"><b>Bold</b> words<o:p></o:p></p><script>window.pwned = 1</script>',
  });
  await expect(writing.text.locator('h2')).toHaveText(['From Markdown', 'From Word']);
  await expect(writing.text.locator('[style*="red"]')).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(window, 'pwned'))).toBeUndefined();
});

test('D1 an address that is typed or pasted becomes a link, without the full stop after it', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor');
  const writing = await Writing.begin(page);
  await writing.text.click();
  await page.keyboard.type('See www.example.org/tides. It is short.');
  await page.keyboard.press('Enter');
  await writing.paste({ 'text/plain': 'From https://example.org/log, today' });
  await expect(writing.text).toContainText(
    'See www.example.org/tides. It is short.From https://example.org/log, today',
  );
  const links = writing.text.getByRole('link');
  await expect(links).toHaveText(['www.example.org/tides', 'https://example.org/log']);
  await expect(links.first()).toHaveAttribute('href', 'https://www.example.org/tides');
  await page.keyboard.type(' and on');
  await expect(links.last()).toHaveText('https://example.org/log');
});

test('D3 a part that this version does not know is shown, and survives an edit beside it', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const foreign = { type: 'hologram', attrs: { depth: 3, inner: { kept: true } } };
  const story = await createArticle(newsroom.ctx, {});
  const body = {
    type: 'doc',
    content: [foreign, { type: 'paragraph', content: [{ type: 'text', text: 'Beside.' }] }],
  };
  await saveDraft(
    newsroom.ctx,
    saveDraftInput.parse({ articleId: story.id, baseRevisionId: story.revisionId, title: 'Foreign', body }),
  );
  const writing = await Writing.open(page, story.id);
  await expect(writing.text.getByText('hologram')).toBeVisible();
  await writing.typeAtEnd(' More.');
  await writing.expectSaved();
  const head = await newestOf(newsroom, story.id);
  expect(head?.body.content?.[0]).toEqual(foreign);
  expect(head?.plainText).toBe('Beside. More.');
});

/** The blocks of the text with what they hold, without what only the editor draws: empty lines at the end are not text. */
const outline = (element: Element): string => {
  const blocks = [...element.children].map((block) => {
    const words = [...block.querySelectorAll('textarea')].map((field) => field.value);
    const figure = block.querySelector('figure');
    return `${block.localName} ${figure ? words.join('|') : block.innerHTML.replace(/<br[^>]*>/g, '')}`;
  });
  return blocks.join('\n').replace(/(?:\np ?)+$/, '');
};
