import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { embeddedPostgres } from '@/db/embedded/server';
import { nodeFlags } from '../up/node-flags';
import { freePort, median, tellFigure } from './lib';

const rounds = Number(process.env.ROUNDS ?? 5);
/** After this long without a visitor a process is at rest. */
const restMs = 10_000;
/** Longer than any start may take; past it something is wrong, and the benchmark ends. */
const patienceMs = 120_000;
const root = path.resolve(import.meta.dirname, '../..');

/**
 * `npm run bench -- start`: from the command to the first 200 of the front page, supervisor, embedded Postgres and all, on
 * data that stands; beside it the two parts that nobody can leave out, Postgres alone and Next alone, in the same run.
 * Then what the processes hold in memory at rest. Targets: 5 s, 350 MB for web.
 */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'));
  try {
    const empty = await startApp(folder);
    await empty.stop();
    tellFigure(
      'start, empty folder',
      `${seconds(empty.tookMs)} to the first 200, database made and migrated`,
    );
    const ours: number[] = [];
    const parts: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const app = await startApp(folder);
      await app.stop();
      ours.push(app.tookMs);
      parts.push((await postgresAlone(folder)) + (await nextAlone()));
    }
    const [took, bare] = [median(ours), median(parts)];
    tellFigure(
      'start, data stands',
      `${seconds(took)} to the first 200 (target 5 s); Postgres alone + Next alone ${seconds(bare)}, ratio ${(took / bare).toFixed(2)}`,
    );
    await memoryAtRest(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface StartedApp {
  tookMs: number;
  url: string;
  stop(): Promise<void>;
}

async function startApp(folder: string): Promise<StartedApp> {
  const port = await freePort();
  const env = { DATA_DIR: folder, PORT: String(port), NODE_ENV: 'production' };
  return untilAnswered([...nodeFlags, 'scripts/up.ts'], env, port);
}

async function nextAlone(): Promise<number> {
  const port = await freePort();
  const script = path.join(root, 'node_modules/next/dist/bin/next');
  // Nothing of ours runs beside it, so a page would be a 500: the first answer of any kind counts.
  const next = await untilAnswered([script, 'start', '-p', String(port)], { NODE_ENV: 'production' }, port, {
    at: '/_next/static/nothing',
    good: () => true,
  });
  await next.stop();
  return next.tookMs;
}

async function postgresAlone(folder: string): Promise<number> {
  const began = performance.now();
  const server = await embeddedPostgres({ folder: path.join(folder, 'pg') });
  const tookMs = performance.now() - began;
  await server.release();
  return tookMs;
}

async function untilAnswered(
  args: string[],
  env: Record<string, string>,
  port: number,
  { at = '/', good = (status: number): boolean => status === 200 } = {},
): Promise<StartedApp> {
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  while (!(await answers(url + at, good))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with code ${child.exitCode}`);
    if (performance.now() - began > patienceMs) {
      child.kill('SIGKILL');
      throw new Error(`${args.join(' ')} gave no good answer in ${seconds(patienceMs)}`);
    }
    await wait(20);
  }
  const tookMs = performance.now() - began;
  return {
    tookMs,
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function answers(url: string, good: (status: number) => boolean): Promise<boolean> {
  try {
    return good((await fetch(url)).status);
  } catch {
    return false;
  }
}

async function memoryAtRest(folder: string): Promise<void> {
  const app = await startApp(folder);
  await wait(restMs);
  const running = JSON.parse(readFileSync(path.join(folder, 'running.json'), 'utf8')) as {
    pid: number;
    processes: Record<string, number>;
  };
  const held = Object.entries({ supervisor: running.pid, ...running.processes })
    .map(([name, pid]) => `${name} ${residentMegabytes(pid)} MB`)
    .join(', ');
  tellFigure('memory at rest', `${held} resident (target web 350 MB)`);
  await app.stop();
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
