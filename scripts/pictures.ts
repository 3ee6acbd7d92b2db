import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { type RunningApp, startApp } from '@/e2e/support/start-app';
import { signIn } from '@/e2e/support/test';
import { Trouble } from '@/lib/trouble';
import browserTests from '../playwright.config';
import { ensureChromium, howToInstall } from './chromium';
import { stories } from './demo/stories';
import { buildIfChanged } from './up/build';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'docs', 'pictures');
const width = 1440;
/** So that README opens quickly, and the history of the files stays small. */
const mostBytes = 200_000;
const editor = { name: 'Maren Oduya', email: 'maren@courier.example', password: `quay ${randomUUID()}` };
const headline = stories.at(-1)?.title ?? '';

/** `npm run pictures`: the pictures of README anew, of the demonstration paper on an app and data of their own. */
const executablePath = ensureChromium();
if (!executablePath) throw new Trouble(howToInstall);
await buildIfChanged(root);
const app = await startApp();
try {
  cli(app, ['demo', 'load']);
  cli(
    app,
    [
      'user',
      'create',
      '--name',
      editor.name,
      '--email',
      editor.email,
      '--role',
      'editor',
      '--password-stdin',
    ],
    editor.password,
  );
  const browser = await chromium.launch({ ...browserTests.use?.launchOptions, executablePath });
  const page = await browser.newPage({ baseURL: app.url, colorScheme: 'light', locale: 'en-GB' });
  await take(page, 'front', { path: '/', height: 1280 });
  await page.getByRole('link', { name: headline }).first().click();
  await take(page, 'article', { height: 1400 });
  await signIn(page, editor);
  await page.goto('/admin/articles');
  await page.getByRole('link', { name: headline }).first().click();
  await page.locator('[contenteditable="true"]').first().waitFor();
  await page.getByRole('button', { name: 'Story settings' }).click();
  await take(page, 'editor', { height: 1200 });
  await browser.close();
} finally {
  await app.stop();
}

function cli({ dataDir }: RunningApp, words: string[], input = ''): void {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/cli.ts', ...words], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    input,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Trouble(`"${words.slice(0, 2).join(' ')}" failed: ${stderr}`);
}

/** What a window of this height shows at the top of the page, once its pictures and faces have come. */
async function take(page: Page, name: string, { path: address, height }: { path?: string; height: number }) {
  await page.setViewportSize({ width, height });
  if (address) await page.goto(address);
  await page.waitForLoadState('load');
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode()));
  });
  const bytes = await sharp(await page.screenshot())
    .webp({ quality: 82 })
    .toBuffer();
  if (bytes.length > mostBytes)
    throw new Trouble(`${name} has ${bytes.length} bytes; ${mostBytes} are allowed.`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.webp`), bytes);
  console.info(`docs/pictures/${name}.webp  ${Math.round(bytes.length / 1000)} kB`);
}
