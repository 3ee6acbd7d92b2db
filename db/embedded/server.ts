import { mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { Trouble } from '@/lib/trouble';
import { chooseAccount } from './account';
import { findBinaries } from './binaries';
import { Cluster } from './cluster';
import { withLock } from './lock';
import { isAlive, isRunning, markOf, readMark } from './mark';

export interface EmbeddedPostgres {
  url: string;
  pid: number;
  port: number;
  /** Whether this call started the server (else it was running already). */
  started: boolean;
  /** Starts the server again, on the same port, if it has died. True when it had. */
  revive(): Promise<boolean>;
  /** Gives up our use; the last user stops the server. Safe to call twice. */
  release(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The folder that holds data, log, password and who uses it. */
  folder: string;
  database?: string;
  /** Extra `-c` settings, for tests that trade safety for speed. */
  settings?: Record<string, string>;
}

/**
 * Starts, or joins, the real Postgres server that ships with the project: 127.0.0.1, a free port, a random SCRAM
 * password. Shared by web, worker and command line; recovers from a stale pid file, from a half-made data folder and from
 * a kill of any process. Throws sentences for whoever starts it.
 */
export async function embeddedPostgres({
  folder,
  database = 'newsroom',
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { cluster, users, lock } = open(folder, settings);
  const mark = path.join(users, String(process.pid));
  const join = () =>
    withLock(lock, async () => {
      await cluster.make();
      const already = await cluster.running();
      const server = already ?? (await cluster.start());
      writeFileSync(mark, JSON.stringify(markOf(process.pid)));
      return { ...server, started: !already };
    });
  const first = await join();
  const url = (name: string) => `postgres://postgres:${cluster.password()}@127.0.0.1:${first.port}/${name}`;
  await createDatabase(url('postgres'), database);
  let { pid } = first;
  let released = false;
  return {
    ...first,
    url: url(database),
    async revive() {
      if (released || isAlive(pid)) return false;
      const now = await join();
      pid = now.pid;
      if (now.port !== first.port)
        throw new Trouble(`Postgres died, and its port ${first.port} was taken meanwhile: start again.`);
      return true;
    },
    async release() {
      if (released) return;
      released = true;
      await withLock(lock, async () => {
        rmSync(mark, { force: true });
        await stopIfUnused(cluster, users);
      });
    },
  };
}

/** Stops the server of a folder if nobody uses it: for a process whose supervisor was killed and that is about to end. */
export async function stopUnusedPostgres(folder: string): Promise<void> {
  const { cluster, users, lock } = open(folder, {});
  await withLock(lock, () => stopIfUnused(cluster, users));
}

function open(folder: string, settings: Record<string, string>) {
  mkdirSync(path.join(folder, 'users'), { recursive: true });
  const home = realpathSync(folder);
  if (process.platform !== 'win32' && /["$`\\\n]/.test(home))
    throw new Trouble(
      `The path ${home} holds a character that Postgres cannot start under (one of " $ \` \\). Set DATA_DIR.`,
    );
  const native = findBinaries();
  const cluster = new Cluster(home, native, chooseAccount(native, home), settings);
  return { cluster, users: path.join(home, 'users'), lock: path.join(home, 'start.lock') };
}

async function stopIfUnused(cluster: Cluster, users: string): Promise<void> {
  const others = readdirSync(users).filter((name) => {
    const file = path.join(users, name);
    const mark = readMark(file);
    if (mark && isRunning(mark)) return true;
    rmSync(file, { force: true });
    return false;
  });
  if (others.length === 0 && (await cluster.running())) await cluster.stop();
}

async function createDatabase(url: string, name: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    if ((await sql`select 1 from pg_database where datname = ${name}`).length > 0) return;
    await sql`create database ${sql(name)}`;
  } catch (error) {
    // Somebody else made it between the two statements.
    const code = (error as { code?: string }).code;
    if (code !== '42P04' && code !== '23505') throw error;
  } finally {
    await sql.end();
  }
}
