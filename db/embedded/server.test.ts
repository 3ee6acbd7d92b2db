import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, expect, test } from 'vitest';
import { withLock } from './lock';
import { isAlive, markOf } from './mark';
import { type EmbeddedPostgres, embeddedPostgres } from './server';

const root = path.resolve(import.meta.dirname, '../..');
/** A space, an apostrophe and another script: what project folders are called. */
const parent = mkdtempSync(path.join(os.tmpdir(), "broad sheet's прессa "));
const home = path.join(parent, 'pg');
const settings = { fsync: 'off' };
const held: EmbeddedPostgres[] = [];

const open = async () => {
  const server = await embeddedPostgres({ folder: home, settings });
  held.push(server);
  return server;
};

async function ask<T extends Record<string, unknown>>(url: string, query: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    return await sql.unsafe<T[]>(query);
  } finally {
    await sql.end();
  }
}

/** Another process that opens the server, tells its pid, and gives it up when its input ends. */
function otherProcess() {
  const script = `import('@/db/embedded/server').then(async ({ embeddedPostgres }) => {
    const server = await embeddedPostgres({ folder: ${JSON.stringify(home)}, settings: ${JSON.stringify(settings)} });
    console.log(JSON.stringify({ pid: server.pid, started: server.started }));
    process.stdin.resume().on('end', () => server.release().then(() => process.exit()));
  })`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const opened = new Promise<{ pid: number; started: boolean }>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => resolve(JSON.parse(text.toString())));
    child.on('exit', () => reject(new Error('ended before it had opened')));
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  return { child, opened, ended };
}

afterEach(async () => {
  for (const server of held.splice(0)) await server.release();
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

test('O1 two processes that start at once share one server; the last to leave stops it', async () => {
  const [one, two] = [otherProcess(), otherProcess()];
  const [first, second] = await Promise.all([one.opened, two.opened]);
  expect(first.pid).toBe(second.pid);
  expect([first.started, second.started].sort()).toEqual([false, true]);
  one.child.stdin.end();
  await one.ended;
  expect(isAlive(first.pid)).toBe(true);
  two.child.stdin.end();
  await two.ended;
  await expect.poll(() => isAlive(first.pid)).toBe(false);
});

test('O1 secrets are readable by their owner only, and none is left from the making', () => {
  for (const file of ['password', 'server.log']) expect(statSync(path.join(home, file)).mode & 0o077).toBe(0);
  expect(statSync(path.join(home, 'data')).mode & 0o077).toBe(0);
  expect(readdirSync(home).filter((name) => /initdb|\.new$|lock/.test(name))).toEqual([]);
});

test('O1 after kill -9 the server is started again on its port, with all that was committed', async () => {
  const server = await open();
  await ask(server.url, 'create table if not exists kept as select 42 as answer');
  process.kill(server.pid, 'SIGKILL');
  await expect.poll(() => server.revive(), { timeout: 20_000 }).toBe(true);
  expect(await ask(server.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  expect(await server.revive()).toBe(false);
});

test('O1 what a killed process left behind stops nobody: marks, locks, a pid file that names somebody else', async () => {
  await (await open()).release();
  const dead = { ...markOf(process.pid), began: '1' };
  writeFileSync(path.join(home, 'users', '999999'), JSON.stringify(dead));
  writeFileSync(path.join(home, 'start.lock'), JSON.stringify(dead));
  writeFileSync(
    path.join(home, 'data', 'postmaster.pid'),
    `${process.pid}\n${home}/data\n1\n5432\n\n127.0.0.1\n\nready\n`,
  );
  const server = await open();
  expect(server.started).toBe(true);
  expect(server.pid).not.toBe(process.pid);
  await server.release();
  await expect.poll(() => isAlive(server.pid)).toBe(false);
});

test('O1 a half-made data folder is made anew; a folder of something else is left alone', async () => {
  rmSync(path.join(home, 'data'), { recursive: true });
  mkdirSync(path.join(home, 'data.new', 'base'), { recursive: true });
  writeFileSync(path.join(home, 'data.new', 'PG_VERSION'), '18\n');
  const server = await open();
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.release();
  rmSync(path.join(home, 'data'), { recursive: true });
  mkdirSync(path.join(home, 'data'));
  writeFileSync(path.join(home, 'data', 'thesis.txt'), 'years of work');
  await expect(open()).rejects.toThrow('holds no Postgres data');
  expect(existsSync(path.join(home, 'data', 'thesis.txt'))).toBe(true);
});

test('O1 a path that Postgres cannot start under is refused with a sentence', async () => {
  await expect(embeddedPostgres({ folder: path.join(parent, 'a $HOME "b"') })).rejects.toThrow(
    'Set DATA_DIR',
  );
});

test('a lock is held by one at a time, and one of a dead process is taken over', async () => {
  const file = path.join(parent, 'one.lock');
  writeFileSync(file, JSON.stringify({ pid: 2 ** 22 - 1, began: '1' }));
  let inside = 0;
  const visit = () =>
    withLock(file, async () => {
      expect(++inside).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
    });
  await Promise.all(Array.from({ length: 8 }, visit));
  expect(existsSync(file)).toBe(false);
});
