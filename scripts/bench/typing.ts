import { randomUUID } from 'node:crypto';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { type Ctx, readContext } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { signIn } from '@/e2e/support/test';
import { createArticle, saveDraft } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { uploadPicture } from '@/features/media/commands';
import { createUser } from '@/features/users/commands';
import browserTests from '../../playwright.config';
import { ensureChromium, howToInstall } from '../chromium';
import { openBenchNewsroom, quantile, tellFigure } from './lib';

const words = 10_000;
const pictures = 40;
const keystrokes = Number(process.env.ROUNDS ?? 300);
/** Between keystrokes, in milliseconds: a fast writer's ten a second. */
const pauseMs = 100;

const editorText = '[role="textbox"][contenteditable="true"]';
const plainText = '#plain[contenteditable="true"]';

/**
 * `npm run bench -- typing`: keystrokes in the middle of a story of 10,000 words with 40 pictures, in the editor of the
 * built app; beside it, in the same browser and by the same measure, a bare editable page with the same words, pictures
 * and styles. "Handled" is from the key to the end of all work the page does for it, "painted" to the frame that shows it.
 * Target: handled within 16 ms at the 95th percentile.
 */
export async function benchTyping(): Promise<void> {
  const executablePath = ensureChromium();
  if (!executablePath) throw new Error(howToInstall);
  const newsroom = await openBenchNewsroom({ articles: 10, comments: 0, subscribers: 0 });
  const browser = await chromium.launch({ ...browserTests.use?.launchOptions, executablePath });
  try {
    Object.assign(process.env, newsroom.env);
    const ctx = readContext(newsroom.db, { kind: 'system', name: 'bench' });
    const writer = { email: 'writer@paper.example', password: `hall lantern ${randomUUID()}` };
    await createUser(ctx, { ...writer, name: 'Robin', role: 'editor', sectionIds: [] });
    const articleId = await longStory(ctx);
    const web = await newsroom.startWeb();
    const page = await browser.newPage({ baseURL: web.url, viewport: { width: 1440, height: 1000 } });
    await signIn(page, writer);
    await page.goto(`/admin/articles/${articleId}`);
    await page.locator(editorText).waitFor();
    await measureKeys(page, editorText, 40);
    const ours = await measureKeys(page, editorText, keystrokes);
    await makePlain(page);
    await measureKeys(page, plainText, 40);
    const bare = await measureKeys(page, plainText, keystrokes);
    for (const what of ['handled', 'painted'] as const) tell(what, ours[what], bare[what]);
  } finally {
    await browser.close();
    await closeQueue();
    await newsroom.close();
  }
}

function tell(what: 'handled' | 'painted', ours: number[], bare: number[]): void {
  const at = (share: number) =>
    `p${share * 100} ${quantile(ours, share).toFixed(1)} ms (bare ${quantile(bare, share).toFixed(1)})`;
  const target = what === 'handled' ? ', target p95 16 ms' : '';
  tellFigure(`keystroke ${what}`, `${at(0.5)}, ${at(0.95)}, ${at(0.99)}${target}`);
}

async function longStory(ctx: Ctx): Promise<number> {
  const figures = await Promise.all(
    Array.from({ length: pictures }, async (_, n) => {
      const background = { r: n * 5, g: 90, b: 160 };
      const bytes = await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
        .jpeg()
        .toBuffer();
      const { id, hash, width, height } = await uploadPicture(ctx, { bytes, filename: `${n}.jpg` });
      return {
        type: 'figure',
        attrs: { mediaId: id, hash, width, height, alt: 'A wall', caption: 'A wall' },
      };
    }),
  );
  const paragraphs = Array.from({ length: words / 50 }, (_, n) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `${'harbour '.repeat(49)}tide${n}` }],
  }));
  const every = paragraphs.length / pictures;
  const content = paragraphs.flatMap((paragraph, n) => {
    const figure = n % every === 0 ? figures[n / every] : undefined;
    return figure ? [paragraph, figure] : [paragraph];
  });
  const { id, revisionId } = await createArticle(ctx, {});
  const body = { type: 'doc', content };
  await saveDraft(
    ctx,
    saveDraftInput.parse({ articleId: id, baseRevisionId: revisionId, title: 'A long one', body }),
  );
  return id;
}

/** In place of the editor, without any of its scripts: the same markup, editable. */
async function makePlain(page: Page): Promise<void> {
  await page.evaluate(
    ([from]) => {
      const text = document.querySelector(from ?? '');
      if (!text) throw new Error('no editor');
      const plain = document.createElement('div');
      plain.id = 'plain';
      plain.className = text.className;
      plain.innerHTML = text.innerHTML;
      for (const part of plain.querySelectorAll('[contenteditable]')) part.removeAttribute('contenteditable');
      plain.contentEditable = 'true';
      document.body.replaceChildren(plain);
    },
    [editorText],
  );
}

interface KeyTimes {
  handled: number[];
  painted: number[];
}

async function measureKeys(page: Page, selector: string, count: number): Promise<KeyTimes> {
  await page.evaluate((inside) => {
    const stop = new AbortController();
    const times: KeyTimes = { handled: [], painted: [] };
    const held = Object.assign(window, { keyTimes: times, stopKeyTimes: stop });
    const text = document.querySelector(inside);
    const paragraphs = text?.querySelectorAll('p') ?? [];
    const middle = paragraphs[Math.floor(paragraphs.length / 2)];
    if (!middle) throw new Error('nothing to write in');
    middle.scrollIntoView({ block: 'center' });
    (text as HTMLElement).focus({ preventScroll: true });
    getSelection()?.setPosition(middle.firstChild, 20);
    let began = 0;
    const task = new MessageChannel();
    task.port1.onmessage = () => held.keyTimes.handled.push(performance.now() - began);
    const frame = new MessageChannel();
    frame.port1.onmessage = () => held.keyTimes.painted.push(performance.now() - began);
    held.addEventListener('keydown', (key) => (began = key.timeStamp), {
      capture: true,
      signal: stop.signal,
    });
    held.addEventListener(
      'input',
      () => {
        task.port2.postMessage(null);
        requestAnimationFrame(() => frame.port2.postMessage(null));
      },
      { capture: true, signal: stop.signal },
    );
  }, selector);
  for (let n = 0; n < count; n++) {
    await page.keyboard.press(n % 8 === 7 ? 'Space' : 'e');
    await page.waitForTimeout(pauseMs);
  }
  const times = await page.evaluate(() => {
    const { keyTimes, stopKeyTimes } = window as unknown as {
      keyTimes: KeyTimes;
      stopKeyTimes: AbortController;
    };
    stopKeyTimes.abort();
    return keyTimes;
  });
  if (times.painted.length < count * 0.9) {
    throw new Error(`${times.painted.length} of ${count} keystrokes were seen`);
  }
  return times;
}
