import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { deliveries } from '@/db/schema';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { openSmtpSink, type SmtpSink } from '@/test/smtp-sink';
import { leaseSeconds } from '../../rules';
import { makeList, startIssue, stateOf } from '../../testing';

/** Mails that one worker has under way at most: the connections of its relay. */
const lanes = 10;

let at: TestDatabase;
let sink: SmtpSink;
const workers = new Set<ChildProcess>();

beforeAll(async () => {
  sink = await openSmtpSink();
  at = await cloneDatabase(inject('templateUrl'));
});
afterEach(async () => {
  await Promise.all([...workers].map(kill));
  sink.caught = [];
});
afterAll(async () => {
  await closeQueue();
  await at.close();
  await sink.close();
});

/** The worker as it is shipped. */
function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'worker/main.ts'], {
    env: { ...process.env, DATABASE_URL: at.url, SMTP_URL: sink.url, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  workers.add(worker);
  return worker;
}

async function kill(worker: ChildProcess | undefined): Promise<void> {
  if (!worker) return;
  workers.delete(worker);
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  worker.kill('SIGKILL');
  await once(worker, 'exit');
}

async function until(isSo: () => boolean | Promise<boolean>, patienceMs = 150_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it did not come to pass');
    await wait(20);
  }
}

/** Workers that hold readers of an issue at this moment. */
const countSenders = async (campaignId: number) => {
  const [row] = await at.db.execute<{ n: string }>(sql`
    select count(distinct lease) as n from deliveries
    where campaign_id = ${campaignId} and state in ('claimed', 'submitting') and lease_until > clock()`);
  return Number(row?.n);
};

const copies = () => {
  const count = new Map<string, number>();
  for (const { to } of sink.caught) count.set(to, (count.get(to) ?? 0) + 1);
  return count;
};
const namesOf = async (campaignId: number, state: 'sent' | 'unknown') =>
  (
    await at.db
      .select({ email: deliveries.email, state: deliveries.state })
      .from(deliveries)
      .where(eq(deliveries.campaignId, campaignId))
  )
    .filter((row) => row.state === state)
    .map(({ email }) => email);

test('N6 two workers, killed at random moments: nobody twice, nobody missing but what is named unknown', {
  timeout: 400_000,
}, async () => {
  const readers = 1_200;
  const kills = 3;
  const list = await makeList(at, readers, 'crash');
  // While the next worker comes up the relay takes its time, so that on a slow machine, too, both are sending at the kill.
  const [quickMs, slowMs] = [80, 2_000];
  sink.delayMs = slowMs;
  const { campaignId } = await startIssue(at, list.id);
  const running = [startWorker(), startWorker()];
  const moments: number[] = [];
  for (let n = 0; n < kills; n++) {
    await until(async () => (await countSenders(campaignId)) === 2);
    sink.delayMs = quickMs;
    moments.push(Math.round(Math.random() * 300));
    await wait(moments.at(-1));
    sink.delayMs = slowMs;
    await kill(running.shift());
    // The dead one's leases run out now instead of in 20 seconds; those of the living are renewed or judged alike.
    await at.setClock((n + 1) * (leaseSeconds + 1));
    running.push(startWorker());
  }
  sink.delayMs = quickMs;
  await until(async () => (await stateOf(at, campaignId)).state === 'finished');
  const seed = `killed ${moments.join(', ')} ms after both were sending`;
  const state = await stateOf(at, campaignId);
  const [sent, unknown] = await Promise.all([namesOf(campaignId, 'sent'), namesOf(campaignId, 'unknown')]);
  const got = copies();
  expect(
    [...got].filter(([, n]) => n > 1),
    seed,
  ).toEqual([]);
  expect(state.addsUp, seed).toBe(true);
  expect(sent.length + unknown.length, seed).toBe(readers);
  // Each kill met mails under way, and no more than the two can have: the clock that leaps ends the leases of both.
  expect(unknown.length, seed).toBeGreaterThan(0);
  expect(unknown.length, seed).toBeLessThanOrEqual(kills * 2 * lanes);
  expect(
    sent.filter((email) => !got.has(email)),
    seed,
  ).toEqual([]);
  expect(
    [...got.keys()].filter((email) => !sent.includes(email) && !unknown.includes(email)),
    seed,
  ).toEqual([]);
});

test('N6 a worker paused past its lease sends nothing when it wakes', { timeout: 400_000 }, async () => {
  const readers = 400;
  const list = await makeList(at, readers, 'pause');
  sink.delayMs = 40;
  const { campaignId } = await startIssue(at, list.id);
  const sleeper = startWorker();
  await until(() => sink.caught.length > 60);
  sleeper.kill('SIGSTOP');
  startWorker();
  await until(async () => (await stateOf(at, campaignId)).state === 'finished');
  const before = sink.caught.length;
  sleeper.kill('SIGCONT');
  await wait(3_000);
  expect(sink.caught.length).toBe(before);
  expect([...copies()].filter(([, n]) => n > 1)).toEqual([]);
  const state = await stateOf(at, campaignId);
  expect(state).toMatchObject({ state: 'finished', addsUp: true });
  // What the sleeper had handed over before it was paused, it could still report.
  expect((state.counted.sent ?? 0) + (state.counted.unknown ?? 0)).toBe(readers);
  expect(state.counted.unknown ?? 0).toBeLessThanOrEqual(lanes);
});
