import { createHash, randomBytes } from 'node:crypto';
import { type APIRequestContext, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../scripts/chromium';
import { type SecondWeb, startSecondWeb } from './support/second-web';
import { expect, signIn, test } from './support/test';
import { Writing } from './support/writing';

test('D5 D16 O2 across two web processes people see each other, and a take-over; killed, one blocks nobody and loses nothing', async ({
  browser,
  baseURL,
  signedIn,
  newsroom,
  clock,
}) => {
  const { page: hers, person: ada } = await signedIn('editor');
  const ben = await newsroom.person('editor');
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  const second = await startSecondWeb();
  const context = await browser.newContext({ baseURL: second.url });
  const atFirst = await browser.newContext({ baseURL });
  try {
    const his = await context.newPage();
    await signIn(his, ben);
    const writing = await Writing.open(hers, story.id);
    await his.goto(`/admin/articles/${story.id}`);
    expect(new URL(his.url()).port).not.toBe(new URL(hers.url()).port);
    await expect(his.getByText(`${ada.name} is writing this story.`)).toBeVisible();
    await expect(
      hers.locator('.story-bar').getByRole('img', { name: `Open here: ${ben.name}` }),
    ).toBeVisible();

    // What she saves at the one is read along at the other.
    await writing.typeAtEnd(' By her.');
    await writing.expectSaved();
    await expect(his.locator('.story-text')).toContainText('By her.');

    await his.getByRole('button', { name: 'Take over…' }).click();
    await his.getByRole('alertdialog').getByRole('button', { name: 'Take over' }).click();
    const next = await new Writing(his).ready();
    await expect(hers.getByText(`${ben.name} took over this story.`)).toBeVisible();
    await expect(writing.text).toHaveAttribute('contenteditable', 'false');
    await next.typeAtEnd(' By him.');
    await next.expectSaved();
    await expect(hers.locator('.story-text')).toHaveText('Begun. By her. By him.');

    // His process is killed in the middle of his upload. His sign-in holds at the other, and so does what was sent.
    await atFirst.addCookies(await context.cookies().then((all) => all.map(here(baseURL))));
    const upload = await beginUpload(context, second);
    await second.kill();
    expect(await upload.broken).toBe('broken');
    await finishUpload(atFirst.request, baseURL ?? '', upload);

    // It gives nothing back, either; by the database's clock his turn ends all the same.
    await clock.moveTo(20);
    await (await writing.ready()).typeAtEnd(' The end.');
    await writing.expectSaved();
  } finally {
    await context.close();
    await atFirst.close();
    await second.kill();
  }
});

type Cookie = Awaited<ReturnType<BrowserContext['cookies']>>[number];
/** A cookie of one port is one of the other: that is what both are to a browser. */
const here =
  (url = '') =>
  ({ name, value }: Cookie) => ({ name, value, url });

interface Upload {
  id: string;
  file: Buffer;
  /** Bytes that had been taken whole before the part that broke. */
  part: number;
  broken: Promise<unknown>;
}

/** Sends one part of a file whole and half of the next, and leaves it so. */
async function beginUpload(context: BrowserContext, { url }: SecondWeb): Promise<Upload> {
  const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(9_000_000)]);
  const data = { filename: 'report.pdf', size: file.byteLength, modifiedAtMs: Date.now() };
  const begun = await context.request.post('/api/media/uploads', { data, headers: { origin: url } });
  const { id } = await begun.json();
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const send = (from: number, body: BodyInit) => {
    const headers = { cookie, origin: url, 'upload-offset': String(from) };
    // Node asks for `duplex` where a body comes bit by bit; the browser's types do not know it.
    const init: RequestInit & { duplex: 'half' } = { method: 'PATCH', headers, body, duplex: 'half' };
    return fetch(`${url}/api/media/uploads/${id}`, init);
  };
  const part = 4_000_000;
  expect((await send(0, file.subarray(0, part))).status).toBe(200);
  const half = new ReadableStream<Uint8Array>({
    start: (to) => to.enqueue(file.subarray(part, part + 2_000_000)),
  });
  const broken = send(part, half).catch(() => 'broken');
  await expect
    .poll(async () => (await (await context.request.get(`/api/media/uploads/${id}`)).json()).offset)
    .toBeGreaterThan(part);
  return { id, file, part, broken };
}

/** Goes on where the other process got to, and looks at the bytes that the library has then. */
async function finishUpload(
  request: APIRequestContext,
  origin: string,
  { id, file, part }: Upload,
): Promise<void> {
  const { offset } = await (await request.get(`/api/media/uploads/${id}`)).json();
  expect(offset).toBeGreaterThan(part);
  expect(offset).toBeLessThan(file.byteLength);
  const rest = await request.patch(`/api/media/uploads/${id}`, {
    data: file.subarray(offset),
    headers: { origin, 'upload-offset': String(offset), 'content-type': 'application/octet-stream' },
  });
  const taken = await rest.json();
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  expect(taken.file.hash).toBe(sha256(file).slice(0, 32));
  const kept = await request.get(`/media/${taken.file.hash}/file.pdf`);
  expect(sha256(await kept.body())).toBe(sha256(file));
}

test('D4 D5 the browser’s own memory keeps pages of the paper and none of the desk: going back makes the story anew', async ({
  newsroom,
  baseURL,
}) => {
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  // Playwright's own browser has that memory switched off.
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const page = await (await browser.newContext({ baseURL })).newPage();
    const shown: string[] = [];
    await page.exposeFunction('tellShown', (how: string) => shown.push(how));
    await page.addInitScript(() =>
      addEventListener('pageshow', ({ persisted }) => {
        const tell = (globalThis as unknown as { tellShown: (how: string) => void }).tellShown;
        tell(`${location.pathname} ${persisted ? 'kept' : 'new'}`);
      }),
    );
    await page.goto('/search');
    await page.goto('/latest');
    await goBack(page);
    await expect.poll(() => shown).toContain('/search kept');

    await signIn(page, await newsroom.person('editor'));
    const writing = await Writing.open(page, story.id);
    await writing.typeAtEnd(' And on.');
    await writing.expectSaved();
    await page.goto('/latest');
    shown.length = 0;
    await goBack(page);
    await expect.poll(() => shown).toEqual([`/admin/articles/${story.id} new`]);
    await (await writing.ready()).typeAtEnd(' More.');
    await writing.expectSaved();
    await expect(writing.text).toHaveText('Begun. And on. More.');
  } finally {
    await browser.close();
  }
});

/** `page.goBack` waits for a load that a kept page has none of. */
const goBack = (page: Page): Promise<void> =>
  page.evaluate(() => {
    setTimeout(() => history.back(), 20);
  });
