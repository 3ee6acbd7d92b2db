import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import sharp from 'sharp';
import { type Mail, MailReader, type MailServer, openMailServer } from '../support/mail-server';
import { Newsroom } from '../support/newsroom';
import { type RunningApp, startApp } from '../support/start-app';
import { expect, test } from '../support/test';
import {
  approve,
  insertFigure,
  makeSection,
  openNewsroom,
  paste,
  pick,
  saved,
  saveSettings,
  schedule,
  sendIssue,
} from './desk-hands';
import { readSample } from './sample';

/** The main job on real input: one day of a paper, from the one-time link to the unsubscribed reader. */
test.describe.configure({ mode: 'serial' });

const sample = readSample();
const figures = sample.blocks.filter((block) => block.kind === 'figure');
const standfirst = 'Ministers in Washington agree on deterrence, drills and shared early warning.';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

let mailServer: MailServer;
let mail: MailReader;
let app: RunningApp;
let desk: Page;
let reader: Page;
let newsroom: Newsroom;
let storyPath = '';

test.beforeAll(async ({ browser }) => {
  mailServer = await openMailServer();
  mail = new MailReader(mailServer.controlUrl);
  app = await startApp({
    env: {
      SMTP_URL: mailServer.smtpUrl,
      MAIL_FROM: 'news@paper.example',
      DKIM_DOMAIN: 'paper.example',
      DKIM_SELECTOR: 'k1',
      DKIM_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  });
  Object.assign(process.env, { DATA_DIR: app.dataDir, BROADSHEET_EMBEDDED: '1' });
  newsroom = new Newsroom(app.databaseUrl());
  desk = await pageOf(browser, true);
  reader = await pageOf(browser, false);
});
test.afterAll(async () => {
  await newsroom?.close();
  await app?.stop();
  await mailServer?.close();
});

async function pageOf(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    baseURL: app.url,
    javaScriptEnabled,
    viewport: { width: 1440, height: 900 },
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.url });
  return context.newPage();
}

const get = async (path: string) => {
  const answer = await fetch(new URL(path, app.url), { redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
};

/** Everywhere a reader could meet the story before opening it. */
const surfaces = ['/', '/asia-pacific', '/feed.xml', '/sitemap-1.xml'];
const shows = async (path: string) => (await get(path)).text.includes(storyPath);

test('A1 D19 the paper is opened by the one-time link and given its name, sections and list', async () => {
  await openNewsroom(desk, app.setupLink() ?? '', 'IRIA');
  await saveSettings(desk, {
    Holder: sample.copyrightHolder,
    'First year': String(sample.copyrightStartYear),
    About: sample.about,
    'Contact e-mail': sample.contactEmail,
  });
  for (const name of sample.sections) await makeSection(desk, name);
  await desk.goto('/admin/newsletter/lists');
  const form = desk.locator('form').filter({ hasText: 'Description' }).last();
  await form.getByLabel('Name').fill(sample.listName);
  await form.getByRole('button').last().click();
  await expect(desk.getByText(sample.listName).first()).toBeVisible();
});

test('D1 D2 D4 D8 an editor pastes the story, uploads its pictures, files it and schedules it', async ({}, testInfo) => {
  test.setTimeout(180_000);
  const earlier = await newsroom.db.query.sections.findFirst({
    where: (row, { eq }) => eq(row.slug, 'asia-pacific'),
  });
  await newsroom.story({
    title: 'Allied fleets drill off Jeju Island',
    section: { id: earlier?.id ?? 0, slug: 'asia-pacific' },
  });
  const files = await Promise.all(
    figures.map(async (_figure, n) => {
      const file = testInfo.outputPath(`picture-${n}.jpg`);
      const create = {
        width: 1600,
        height: 900,
        channels: 3 as const,
        background: { r: 40 + 60 * n, g: 90, b: 120 },
      };
      await sharp({ create }).jpeg().toFile(file);
      return file;
    }),
  );
  await desk.goto('/admin/articles/new');
  await desk.waitForURL(/\/admin\/articles\/\d+$/);
  await paste(desk, desk.getByLabel('Headline'), '', sample.title);
  await paste(desk, desk.getByLabel('Standfirst'), '', standfirst);
  const words = sample.blocks.filter((block) => block.kind !== 'figure');
  const html = words
    .map(({ kind, text }) => (kind === 'heading' ? `<h2>${text}</h2>` : `<p>${text}</p>`))
    .join('');
  const text = desk.getByRole('textbox', { name: 'Text of the story' });
  await paste(desk, text, html, words.map((block) => block.text).join('\n\n'));
  await expect(text.getByRole('heading', { level: 2 })).toHaveCount(5);
  for (const [n, figure] of figures.slice(0, 2).entries()) {
    const at = sample.blocks.indexOf(figure);
    const before = sample.blocks[at - 1];
    await insertFigure(
      desk,
      before && 'text' in before ? before.text.slice(0, 60) : '',
      files[n] ?? '',
      figure,
    );
  }
  await desk.getByRole('button', { name: 'Story settings' }).click();
  await pick(desk, 'sections', sample.sections);
  await pick(desk, 'tags', ['Deterrence', 'Security']);
  const panel = desk.getByRole('group', { name: 'Lead picture' });
  await panel.getByLabel('Lead picture', { exact: true }).setInputFiles(files[2] ?? '');
  await panel.getByLabel('Description').fill(figures[2]?.alt ?? '');
  await panel.getByLabel('Caption').fill(figures[2]?.caption ?? '');
  await panel.getByLabel('Credit').focus();
  await expect(panel.getByLabel('Credit')).toHaveValue('South Korean Navy/via Yonhap');
  await saved(desk);

  const [row] = await newsroom.db.execute<{ slug: string; words: number }>(
    sql`select slug, words from revisions order by id desc limit 1`,
  );
  expect(row?.words).toBe(836);
  storyPath = `/asia-pacific/${row?.slug}`;
  for (const path of surfaces) expect(await shows(path), `${path} before`).toBe(false);
  expect((await get(storyPath)).status).toBe(404);

  const due = new Date(Math.ceil(Date.now() / 1000) * 1000 + 12_000);
  await schedule(desk, due);
  await desk.goto('about:blank');
  // Nobody asks for anything until a second after its time.
  await wait(due.getTime() + 1_000 - Date.now());
  const shown = await Promise.all(surfaces.map(shows));
  expect(Object.fromEntries(surfaces.map((path, n) => [path, shown[n]]))).toEqual(
    Object.fromEntries(surfaces.map((path) => [path, true])),
  );
  expect((await get(storyPath)).status).toBe(200);
  const publication = await newsroom.db.query.publications.findFirst({
    orderBy: (t, { desc }) => desc(t.id),
  });
  const lateMs = (publication?.appliedAt?.getTime() ?? Number.NaN) - due.getTime();
  testInfo.annotations.push({ type: 'applied late by, ms', description: String(lateMs) });
  expect(lateMs).toBeLessThanOrEqual(1_000);
});

test('R2 R3 R4 R5 R13 the article has every element of the sample page, without scripts', async () => {
  await reader.goto(storyPath);
  const article = reader.locator('main');
  await expect(article.getByRole('heading', { level: 1 })).toHaveText(sample.title);
  const sectionLinks = sample.sections.map((name) =>
    article.getByRole('link', { name, exact: true }).first(),
  );
  for (const link of sectionLinks) await expect(link).toBeVisible();
  const kicker = await sectionLinks[0]?.evaluate((link) => link.parentElement?.textContent ?? '');
  expect(kicker?.replace(/\s+/g, ' ').trim()).toMatch(/^Asia-Pacific, News, US(?!,)/);
  await expect(article.getByRole('link', { name: `No comments on ${sample.title}` })).toHaveAttribute(
    'href',
    /#comments$/,
  );
  await expect(article.getByText(sample.readingLine).first()).toBeVisible();
  await expect(article.getByText(standfirst)).toBeVisible();
  await expect(article.locator('time').first()).toHaveAttribute('datetime', /T.*(Z|[+-]\d\d:\d\d)$/);
  const headings = sample.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
  for (const heading of headings)
    await expect(article.getByRole('heading', { level: 2, name: heading })).toBeVisible();
  for (const { caption, alt } of figures) {
    const [, words = '', credit = ''] = /^(.*) \(Image Credit: (.*)\)$/.exec(caption) ?? [];
    const figure = article.locator('figure').filter({ hasText: words });
    await expect(figure.getByText(words, { exact: true })).toBeVisible();
    await expect(figure.getByText(credit)).toBeVisible();
    await expect(figure.getByText('Image Credit')).toHaveCount(0);
    await expect(figure.getByRole('img')).toHaveAttribute('alt', alt);
  }
  await expect(reader.getByRole('heading', { name: 'Related articles' })).toBeVisible();
  await expect(reader.getByRole('link', { name: 'Allied fleets drill off Jeju Island' })).toBeVisible();
  await expect(reader.getByRole('heading', { name: 'Leave a comment' })).toBeVisible();
  const footer = reader.getByRole('contentinfo');
  await expect(footer).toContainText(
    new RegExp(`© ?${sample.copyrightStartYear}[–-]${new Date().getUTCFullYear()}`),
  );
  await expect(footer).toContainText(sample.copyrightHolder);
  await expect(footer).toContainText('IRIA is a research institute');
  await expect(footer.locator(`a[href="mailto:${sample.contactEmail}"]`)).toBeVisible();
  await expect(footer.getByRole('link', { name: 'Back to top' })).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Subscribe' })).toBeVisible();
});

test('C2 C8 a reader without scripts comments twice, and each approved word stands within a second', async () => {
  for (const [n, body] of [
    'A careful summary, thank you.',
    'What does the framework commit Japan to?',
  ].entries()) {
    await reader.goto(storyPath);
    await reader.getByLabel('Name').fill('Jun Park');
    await reader.locator('#comment-form').getByLabel('Email').fill('jun@reader.example');
    await reader.getByLabel('Your comment').fill(body);
    await reader.getByRole('button', { name: 'Preview' }).click();
    await wait(3_100);
    await reader.getByRole('button', { name: 'Post comment' }).click();
    await expect(reader.getByRole('status')).toContainText('held for review');
    expect((await get(storyPath)).text).not.toContain(body);
    await approve(desk, body);
    await expect
      .poll(async () => (await get(storyPath)).text.includes(body), { timeout: 1_000, intervals: [50] })
      .toBe(true);
    const line = n === 0 ? '1 comment on' : '2 comments on';
    expect((await get(storyPath)).text).toContain(`${line} ${sample.title}`);
  }
});

async function subscribe(email: string): Promise<void> {
  await reader.goto(storyPath);
  const box = reader.locator('form[action="/api/subscribe"]').first();
  await box.locator('input[name="email"]').fill(email);
  await box.getByRole('button', { name: 'Subscribe' }).click();
  await expect(reader.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  const letter = await mail.waitFor(email, /confirm/i);
  const link = new URL(letter.link('/newsletter/confirm/'));
  await reader.goto(link.pathname);
  await reader.getByRole('button', { name: 'Yes, send it to me' }).click();
  await expect(reader.getByRole('status')).toContainText('next issue');
}

/** The key as the domain's DNS would give it. */
const keyInDns = async () => [
  [`v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`],
];

const header = ({ raw }: Mail, name: string) =>
  new RegExp(`^${name}: ((?:.*)(?:\\r?\\n[ \\t].*)*)`, 'im').exec(raw)?.[1]?.replace(/\r?\n[ \t]+/g, ' ');

test('N1 N2 N6 N9 she subscribes, gets the issue signed and whole, leaves with one click, and the next leaves her out', async () => {
  test.setTimeout(180_000);
  const [leaving, staying] = ['jun@reader.example', 'mira@reader.example'];
  await subscribe(leaving);
  await subscribe(staying);
  await sendIssue(desk, 'The week in security', sample.title);
  const letter = await mail.waitFor(leaving, /The week in security/);
  expect(letter.parsed.text).toContain(sample.title);
  expect(letter.parsed.html).toContain(sample.title);
  expect(header(letter, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  expect(header(letter, 'List-Id')).toMatch(/<.+>/);
  expect(header(letter, 'Message-ID')).toMatch(/<.+@.+>/);
  const verified = await dkimVerify(Buffer.from(letter.raw), { resolver: keyInDns });
  expect(verified.results.map(({ status }) => status.result)).toEqual(['pass']);
  const signed = /h=([^;]+)/
    .exec(header(letter, 'DKIM-Signature') ?? '')?.[1]
    ?.toLowerCase()
    .replace(/\s/g, '')
    .split(':');
  expect(signed).toEqual(
    expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'from', 'to', 'subject']),
  );

  const oneClick = /<(https?:[^>]+)>/.exec(header(letter, 'List-Unsubscribe') ?? '')?.[1] ?? '';
  expect((await fetch(oneClick)).status).toBeLessThan(400);
  const stillThere = await newsroom.db.execute<{ n: number }>(
    sql`select count(*)::int as n from subscriptions where state = 'confirmed'`,
  );
  expect(stillThere[0]?.n).toBe(2);
  const answer = await fetch(oneClick, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    redirect: 'manual',
  });
  expect(answer.status).toBe(200);

  await sendIssue(desk, 'The week after', sample.title);
  await mail.waitFor(staying, /The week after/);
  const subjects = async (email: string) => (await mail.listTo(email)).map(({ parsed }) => parsed.subject);
  expect((await subjects(leaving)).filter((subject) => subject === 'The week after')).toEqual([]);
  expect((await subjects(staying)).filter((subject) => /The week/.test(subject ?? ''))).toEqual([
    'The week in security',
    'The week after',
  ]);
});
