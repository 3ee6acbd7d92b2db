import { type ChildProcess, fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { database, openDatabase } from '@/db/client';
import { type Ctx, readContext } from '@/db/context';
import { embeddedPostgres } from '@/db/embedded/server';
import { migrateDatabase } from '@/db/migrate';
import { closeQueue } from '@/db/queue';
import { campaigns, deliveries, lists } from '@/db/schema';
import { scheduleCampaign, sendCampaign, startDueCampaigns } from '@/features/newsletter/commands';
import { placeholders } from '@/features/newsletter/commands/sending/personalise';
import { newsletterLinks, preferencesToken, unsubscribeToken } from '@/features/newsletter/links';
import { relay } from '@/lib/mailer';
import { environmentSender } from '@/lib/mailer/in-force';
import { emptyDocument } from '@/lib/rich-text/document';

const readers = Number(process.env.READERS ?? 3_000);
const rounds = Number(process.env.ROUNDS ?? 3);

/**
 * `npm run bench -- newsletter`: signed mails a second through the ledger to a local SMTP server, beside bare nodemailer
 * with a pool of the same size sending the same mails, turn and turn about. Every mail of the ledger is three commits'
 * worth of rows; the target is 80 % of bare.
 */
export async function benchNewsletter(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'));
  const sink = fork(path.join(import.meta.dirname, 'newsletter-sink.ts'), { execArgv: ['--import', 'tsx'] });
  const [url] = (await once(sink, 'message')) as [string];
  setEnvironment(folder, url);
  const server = await embeddedPostgres({ folder: path.join(folder, 'pg'), database: 'bench' });
  process.env.DATABASE_URL = server.url;
  process.env.BROADSHEET_EMBEDDED = '1';
  try {
    await migrateDatabase(server.url);
    await run(readContext(database(), { kind: 'system', name: 'bench' }), sink, url);
  } finally {
    relay()?.close();
    await closeQueue();
    await database().$client.end({ timeout: 2 });
    await server.release();
    sink.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(ctx: Ctx, sink: ChildProcess, url: string): Promise<void> {
  const listId = await makeReaders(ctx);
  const rates: { bare: number[]; ledger: number[] } = { bare: [], ledger: [] };
  for (let round = 0; round <= rounds; round++) {
    const campaignId = await makeIssue(ctx, listId);
    const ledger = await perSecond(async () => {
      const report = await sendCampaign(ctx, { campaignId });
      if (report?.sent !== readers) throw new Error(`the ledger sent ${report?.sent} of ${readers}`);
    });
    await expectOnce(sink);
    const bare = await bareRate(ctx, campaignId, url);
    await expectOnce(sink);
    // The first round warms both up.
    if (round > 0) {
      rates.ledger.push(ledger);
      rates.bare.push(bare);
    }
  }
  const bare = median(rates.bare);
  const ledger = median(rates.ledger);
  console.info(
    `newsletter bare      ${Math.round(bare)} mails/s, nodemailer with a pool of ${relay()?.maxConnections}, signed`,
  );
  console.info(`newsletter ledger    ${Math.round(ledger)} mails/s, ${readers} readers, each once`);
  console.info(`newsletter ratio     ${(ledger / bare).toFixed(2)} (target 0.80)`);
  await benchFreeze(ctx, listId);
}

/** The same mails by nodemailer alone, with no ledger and no database. */
async function bareRate(ctx: Ctx, campaignId: number, url: string): Promise<number> {
  const [issue] = await ctx.db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  const to = await ctx.db
    .select({ subscriberId: deliveries.subscriberId, email: deliveries.email })
    .from(deliveries)
    .where(eq(deliveries.campaignId, campaignId));
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: relay()?.maxConnections,
      maxMessages: 100,
      dkim: {
        domainName: process.env.DKIM_DOMAIN ?? '',
        keySelector: process.env.DKIM_SELECTOR ?? '',
        privateKey: process.env.DKIM_PRIVATE_KEY ?? '',
        headerFieldNames: signedHeaders,
      },
    },
    { from: { ...environmentSender(), name: 'Broadsheet' }, subject: issue?.subject },
  );
  const rate = await perSecond(async () => {
    await Promise.all(to.map((reader) => transport.sendMail(plainMail(issue, reader))));
  });
  transport.close();
  return rate;
}

const signedHeaders =
  'From:Subject:Date:Message-ID:To:MIME-Version:Content-Type:List-Id:List-Unsubscribe:List-Unsubscribe-Post';

function plainMail(
  issue: typeof campaigns.$inferSelect | undefined,
  reader: { subscriberId: number; email: string },
) {
  const token = unsubscribeToken(reader.subscriberId, issue?.listId ?? 0);
  const mine = (text: string | null | undefined) =>
    (text ?? '')
      .replaceAll(placeholders.unsubscribe, newsletterLinks.unsubscribe(token))
      .replaceAll(
        placeholders.preferences,
        newsletterLinks.preferences(preferencesToken(reader.subscriberId)),
      );
  return {
    to: reader.email,
    html: mine(issue?.html),
    text: mine(issue?.text),
    headers: {
      'X-Newsletter-Id': String(issue?.id),
      'List-Id': 'The newsletter <newsletter.paper.example.org>',
      'List-Unsubscribe': `<${newsletterLinks.oneClick(token)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

async function perSecond(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return readers / ((performance.now() - began) / 1000);
}

async function expectOnce(sink: ChildProcess): Promise<void> {
  sink.send('count');
  const [{ mails, different }] = (await once(sink, 'message')) as [{ mails: number; different: number }];
  if (mails !== readers || different !== readers)
    throw new Error(`the server has ${mails} mails for ${different} readers, not one each for ${readers}`);
}

async function makeReaders(ctx: Ctx): Promise<number> {
  const [list] = await ctx.db.select({ id: lists.id }).from(lists).limit(1);
  if (!list) throw new Error('a paper starts with one list');
  await ctx.db.execute(sql`
    insert into subscribers (email, email_hash)
    select 'reader' || n || '@example.net', 'bench-' || n from generate_series(1, ${readers}::int) n`);
  await ctx.db.execute(sql`
    insert into subscriptions (subscriber_id, list_id, state, confirmed_at)
    select id, ${list.id}, 'confirmed', now() from subscribers`);
  await ctx.db.execute(sql`analyze`);
  return list.id;
}

/** About 30 KB of HTML, as an issue of ten stories is. */
async function makeIssue(ctx: Ctx, listId: number): Promise<number> {
  const paragraph = {
    type: 'paragraph',
    content: [{ type: 'text', text: 'The harbour reopened today. '.repeat(40) }],
  };
  const intro = { ...emptyDocument(), content: Array.from({ length: 24 }, () => paragraph) };
  const [issue] = await ctx.db
    .insert(campaigns)
    .values({ listId, subject: 'Benchmark', intro })
    .returning({ campaignId: campaigns.id, version: campaigns.version });
  if (!issue) throw new Error('no issue');
  await scheduleCampaign(ctx, { ...issue, local: '' });
  await startDueCampaigns(ctx);
  return issue.campaignId;
}

/** How long it takes to settle who gets an issue, for a hundred thousand readers. */
async function benchFreeze(ctx: Ctx, listId: number): Promise<void> {
  const many = 100_000;
  const patient = openDatabase(process.env.DATABASE_URL ?? '', { max: 1, statementTimeoutMs: 0 });
  await patient.execute(sql`
    with added as (
      insert into subscribers (email, email_hash)
      select 'many' || n || '@example.net', 'many-' || n from generate_series(1, ${many}::int) n returning id)
    insert into subscriptions (subscriber_id, list_id, state, confirmed_at)
    select id, ${listId}, 'confirmed', now() from added`);
  await patient.$client.end();
  const campaignId = await makeIssue(ctx, listId);
  const stop = AbortSignal.abort();
  const began = performance.now();
  await sendCampaign(ctx, { campaignId }, stop);
  const seconds = (performance.now() - began) / 1000;
  console.info(`newsletter freeze    ${seconds.toFixed(1)} s for ${many + readers} readers`);
}

function setEnvironment(folder: string, smtpUrl: string): void {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  Object.assign(process.env, {
    DATA_DIR: folder,
    SITE_URL: 'https://paper.example.org',
    MAIL_FROM: 'news@paper.example.org',
    SMTP_URL: smtpUrl,
    DKIM_DOMAIN: 'paper.example.org',
    DKIM_SELECTOR: 'bench',
    DKIM_PRIVATE_KEY: privateKey,
    AUTH_SECRET: 'only-for-this-benchmark-only-for-this-benchmark',
    LOG_LEVEL: 'error',
  });
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
