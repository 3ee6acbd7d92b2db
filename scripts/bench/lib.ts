import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { type Database, openDatabase } from '@/db/client';
import { embeddedPostgres } from '@/db/embedded/server';
import { migrateDatabase } from '@/db/migrate';
import { type BulkCounts, seedBulk } from '@/db/seed/bulk';
import type { Press } from '@/server/press/press';
import { nodeFlags } from '../up/node-flags';

/** A process that answers on a port. */
export interface Running {
  url: string;
  pid: number;
  process: ChildProcess;
  stop(): Promise<void>;
}

export interface BenchNewsroom {
  db: Database;
  /** Starts another web process on the same database, as it is shipped. */
  /** Where its processes find its data; for a benchmark that runs commands which need more than the database. */
  env: Record<'DATABASE_URL' | 'BROADSHEET_EMBEDDED' | 'DATA_DIR', string>;
  startWeb(): Promise<Running>;
  close(): Promise<void>;
}

/** A newsroom of its own in a temporary folder: embedded Postgres, migrated, filled. The app must have been built. */
export async function openBenchNewsroom(counts: BulkCounts): Promise<BenchNewsroom> {
  const distDir = process.env.NEXT_DIST_DIR ?? '.next';
  if (!existsSync(path.join(distDir, 'BUILD_ID'))) throw new Error('Build the app first: npm run build');
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'));
  const server = await embeddedPostgres({ folder: path.join(folder, 'pg'), database: 'bench' });
  await migrateDatabase(server.url);
  const db = openDatabase(server.url);
  await seedBulk(db, counts);
  const running: Running[] = [];
  const env = { DATABASE_URL: server.url, BROADSHEET_EMBEDDED: '1', DATA_DIR: folder };
  const newsroom: BenchNewsroom = {
    db,
    env,
    startWeb: async () => {
      const port = await freePort();
      const web = await startProcess('server/main.ts', [], {
        ...env,
        PORT: String(port),
        HOST: '127.0.0.1',
        SITE_URL: `http://127.0.0.1:${port}`,
        NODE_ENV: 'production',
        WORKER: 'off',
        LOG_LEVEL: 'error',
      });
      running.push(web);
      return web;
    },
    close: async () => {
      for (const web of running) await web.stop();
      await db.$client.end({ timeout: 1 });
      await server.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => newsroom.close().finally(() => process.exit(1)));
  }
  return newsroom;
}

/** Starts one of our scripts and waits for its `{ ready: url }`. */
export async function startProcess(
  script: string,
  args: string[],
  env: Record<string, string>,
): Promise<Running> {
  const child = spawn(process.execPath, [...nodeFlags, script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [message] = await Promise.race([
    once(child, 'message') as Promise<[{ ready: string }]>,
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${script} ended with code ${code}`))),
  ]);
  return {
    url: message.ready,
    pid: child.pid ?? 0,
    process: child,
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

export interface Target {
  url: string;
  pid: number;
  headers?: Record<string, string>;
}

export interface Load {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Processor time of the server for one request, all its threads, in microseconds. */
  cpuMicroseconds: number;
}

export interface Comparison {
  ours: Load;
  bare: Load;
  /** Median over the rounds of ours ÷ bare: each round compares two neighbours in time, so that a busy machine counts less. */
  ratio: number;
  /** The same of processor time a request, bare ÷ ours. */
  cpuRatio: number;
}

/** Loads two servers turn and turn about, and compares each pair of turns. The first round warms up and does not count. */
export async function compare(
  ours: Target,
  bare: Target,
  { rounds = 7, seconds = 2, connections = 32 } = {},
): Promise<Comparison> {
  const turns: { ours: Load; bare: Load }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const pair = { ours: load(ours, seconds, connections), bare: load(bare, seconds, connections) };
    if (round > 0) turns.push(pair);
  }
  const medianLoad = (of: 'ours' | 'bare'): Load => ({
    perSecond: median(turns.map((turn) => turn[of].perSecond)),
    p50Ms: median(turns.map((turn) => turn[of].p50Ms)),
    p99Ms: median(turns.map((turn) => turn[of].p99Ms)),
    cpuMicroseconds: median(turns.map((turn) => turn[of].cpuMicroseconds)),
  });
  return {
    ours: medianLoad('ours'),
    bare: medianLoad('bare'),
    ratio: median(turns.map((turn) => turn.ours.perSecond / turn.bare.perSecond)),
    cpuRatio: median(turns.map((turn) => turn.bare.cpuMicroseconds / turn.ours.cpuMicroseconds)),
  };
}

const hasWrk = spawnSync('wrk', ['--version']).error === undefined;

/** One turn of load: by wrk where it is installed, else by autocannon, which takes more of the machine for itself. */
function load(target: Target, seconds: number, connections: number): Load {
  const before = cpuMicrosecondsOf(target.pid);
  const { requests, perSecond, p50Ms, p99Ms } = hasWrk
    ? byWrk(target, seconds, connections)
    : byAutocannon(target, seconds, connections);
  const cpuMicroseconds = (cpuMicrosecondsOf(target.pid) - before) / requests;
  return { perSecond, p50Ms, p99Ms, cpuMicroseconds };
}

type Counted = Omit<Load, 'cpuMicroseconds'> & { requests: number };

function byWrk({ url, headers = {} }: Target, seconds: number, connections: number): Counted {
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const said = execFileSync('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...named, url], {
    encoding: 'utf8',
  });
  const trouble = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(said);
  if (trouble) throw new Error(`${url}: ${trouble[0]}`);
  const found = (pattern: RegExp) => pattern.exec(said)?.[1] ?? 'NaN';
  return {
    requests: Number(found(/(\d+) requests in/)),
    perSecond: Number(found(/Requests\/sec:\s+([\d.]+)/)),
    p50Ms: milliseconds(found(/ 50%\s+(\S+)/)),
    p99Ms: milliseconds(found(/ 99%\s+(\S+)/)),
  };
}

function milliseconds(written: string): number {
  const value = Number.parseFloat(written);
  if (written.endsWith('us')) return value / 1_000;
  return written.endsWith('ms') ? value : value * 1_000;
}

function byAutocannon({ url, headers = {} }: Target, seconds: number, connections: number): Counted {
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
  const script = path.resolve('node_modules/autocannon/autocannon.js');
  const args = [script, '-j', '-c', String(connections), '-d', String(seconds), ...named, url];
  const said = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { requests, latency, errors, '4xx': refused, '5xx': failed } = JSON.parse(said);
  if (errors + refused + failed > 0) throw new Error(`${url}: ${errors + refused + failed} requests failed`);
  return { requests: requests.total, perSecond: requests.average, p50Ms: latency.p50, p99Ms: latency.p99 };
}

/** Processor time a process has used so far, in microseconds, its threads included; NaN where there is no /proc. */
export function cpuMicrosecondsOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .map(
        (thread) =>
          Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1_000,
      )
      .reduce((sum, used) => sum + used, 0);
  } catch {
    return Number.NaN;
  }
}

export function median(values: number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One line a figure, aligned, so that runs can be laid side by side. */
export function tellFigure(name: string, figure: string): void {
  console.info(`${name.padEnd(26)} ${figure}`);
}

/** What the press of a web process has done so far, by its own count. */
export async function figuresOf(web: Running): Promise<Press['figures']> {
  web.process.send('figures');
  const [{ figures }] = (await once(web.process, 'message')) as [{ figures: Press['figures'] }];
  return figures;
}

/** Turns every page, and waits until this process has heard: then its next page is a miss. */
export async function turnEverything(db: Database, web: Running): Promise<void> {
  const before = (await figuresOf(web)).heard;
  await db.execute(sql`insert into cache_events (tags) values ('{site}')`);
  while ((await figuresOf(web)).heard === before);
}
