import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import {
  addSubscriber,
  createCampaign,
  saveCampaign,
  saveList,
  scheduleCampaign,
} from '@/features/newsletter/commands';
import { openSmtpSink, type SmtpSink } from '@/test/smtp-sink';
import { Newsroom } from '../support/newsroom';
import { type RunningApp, startApp } from '../support/start-app';
import { expect, test } from '../support/test';

/** Drills 1 and 2: web and worker are killed at random moments; the moments are noted with each result. */
test.describe.configure({ mode: 'serial' });

const rounds = Number(process.env.DRILL_ROUNDS ?? 2);
const readers = 300;

let sink: SmtpSink;
let app: RunningApp;
let newsroom: Newsroom;

test.beforeAll(async () => {
  sink = await openSmtpSink();
  app = await startApp({ env: { SMTP_URL: sink.url, MAIL_FROM: 'news@paper.example' } });
  Object.assign(process.env, { DATA_DIR: app.dataDir, BROADSHEET_EMBEDDED: '1' });
  newsroom = new Newsroom(app.databaseUrl());
});
test.afterAll(async () => {
  await newsroom?.close();
  await app?.stop();
  await sink?.close();
});

const read = (path: string) => fetch(new URL(path, app.url)).then((answer) => answer.text());

/** When the web process answers again. */
async function firstReady(): Promise<number> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const up = await fetch(`${app.url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return Date.now();
    await wait(20);
  }
  throw new Error('the web process did not come back within a minute');
}

for (let round = 1; round <= rounds; round++) {
  test(`D8 I3 a story is live in time though web and worker are killed before it (${round})`, async ({}, testInfo) => {
    test.setTimeout(120_000);
    const section = await newsroom.section();
    await Promise.all(['/', `/${section.slug}`].map(read));
    const due = Date.now() + 6_000;
    const story = await newsroom.story({ section, publish: new Date(due) });
    const afterMs = Math.round(Math.random() * 5_500);
    await wait(afterMs);
    await Promise.all([app.kill('web'), app.kill('worker')]);
    const ready = await firstReady();
    testInfo.annotations.push({
      type: 'killed after, ms; ready, ms after due',
      description: `${afterMs}; ${ready - due}`,
    });
    await wait(Math.max(due, ready) + 1_000 - Date.now());
    const pages = await Promise.all(['/', `/${section.slug}`, '/feed.xml', story.path].map(read));
    expect(pages.map((text) => text.includes(story.title))).toEqual([true, true, true, true]);
    const applied = await newsroom.db.execute<{ n: number }>(
      sql`select count(*)::int as n from publications where article_id = ${story.id} and applied_at is not null`,
    );
    expect(applied[0]?.n).toBe(1);
  });
}

test('N6 I3 nobody gets an issue twice though the worker is killed while it goes out', async ({}, testInfo) => {
  test.setTimeout(240_000);
  sink.delayMs = 20;
  const { id: listId } = await saveList(newsroom.ctx, { name: 'The morning', description: '' });
  for (let n = 0; n < readers; n++)
    await addSubscriber(newsroom.ctx, {
      email: `reader-${n}@inbox.example`,
      listId,
      consent: 'At the market stall',
    });
  const story = await newsroom.story();
  const { id: campaignId } = await createCampaign(newsroom.ctx, { listId });
  const content = { listId, subject: 'Good morning', previewText: '', intro: null, articleIds: [story.id] };
  const { version } = await saveCampaign(newsroom.ctx, { campaignId, version: 1, ...content });
  await scheduleCampaign(newsroom.ctx, { campaignId, version, local: '' });

  const inFlight: number[] = [];
  const killedAt: number[] = [];
  for (const share of [0.1, 0.4, 0.7]) {
    await expect
      .poll(() => sink.caught.length, { timeout: 90_000, intervals: [10] })
      .toBeGreaterThan(readers * share);
    await wait(Math.random() * 100);
    killedAt.push(sink.caught.length);
    inFlight.push(sink.underWay.now);
    await app.kill('worker');
  }
  const states = async () => {
    const rows = await newsroom.db.execute<{ state: string; n: number }>(
      sql`select state, count(*)::int as n from deliveries where campaign_id = ${campaignId} group by state`,
    );
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  };
  const settled = async () => {
    const { pending = 0, claimed = 0, submitting = 0 } = await states();
    return pending + claimed + submitting;
  };
  await expect.poll(settled, { timeout: 150_000, intervals: [500] }).toBe(0);

  const { sent = 0, unknown = 0, ...others } = await states();
  const copies = new Map<string, number>();
  for (const { to } of sink.caught) copies.set(to, (copies.get(to) ?? 0) + 1);
  testInfo.annotations.push({
    type: 'kills at (mails); in flight; sent; unknown',
    description: `${killedAt}; ${inFlight}; ${sent}; ${unknown}`,
  });
  expect([...copies.values()].filter((n) => n > 1)).toEqual([]);
  expect(others).toEqual({});
  expect(sent + unknown).toBe(readers);
  expect(copies.size).toBeGreaterThanOrEqual(sent);
  // What a kill leaves between "submitting" and the answer cannot be known: a pool's worth for each kill at most.
  expect(unknown).toBeLessThanOrEqual(killedAt.length * 25);
});
