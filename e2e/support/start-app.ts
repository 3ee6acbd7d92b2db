import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '@/db/embedded/mark';

const root = path.resolve(import.meta.dirname, '../..');
/** A first start makes a database; on a busy machine that takes a while. */
const startTimeoutMs = 90_000;

export interface AppOptions {
  port?: number;
  /** A data folder of one's own; without, an empty one that `stop` removes. */
  dataDir?: string;
  env?: Record<string, string>;
}

export type ProcessName = 'supervisor' | 'web' | 'worker' | 'postgres';

/** The built app, started as `npm start` does: a supervisor, web, worker and Postgres on a data folder. */
export interface RunningApp {
  url: string;
  port: number;
  dataDir: string;
  /** The one-time link that the start printed, or null on a paper that has an administrator. */
  setupLink(): string | null;
  databaseUrl(): string;
  /** All that the processes have said. */
  said(): string;
  pid(name: ProcessName): number;
  /** `kill -9`, and waits until the process is gone. */
  kill(name: ProcessName): Promise<void>;
  /** A signal to the supervisor, as Ctrl-C sends; resolves with its exit code. */
  end(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
  /** Ends everything and removes the data folder if it was ours. */
  stop(): Promise<void>;
}

/** Starts the app and resolves when it says that it is ready. Throws with all it said when it ends before. */
export async function startApp({ port, dataDir, env }: AppOptions = {}): Promise<RunningApp> {
  const listenOn = port ?? (await freePort());
  const folder = dataDir ?? newDataDir();
  const clear = () => dataDir ?? rmSync(folder, { recursive: true, force: true });
  const { child, said, ready } = launchApp({ port: listenOn, dataDir: folder, env });
  await ready.catch((error) => {
    child.kill('SIGKILL');
    clear();
    throw error;
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const pid = (name: ProcessName) => pidOf(name, folder);
  const end = async (signal: 'SIGINT' | 'SIGTERM' = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return exited;
  };
  return {
    url: `http://127.0.0.1:${listenOn}`,
    port: listenOn,
    dataDir: folder,
    setupLink: () => /http:\S+\/admin\/setup\/\S+/.exec(said())?.[0] ?? null,
    databaseUrl: () => {
      const read = (file: string) => readFileSync(path.join(folder, 'pg', file), 'utf8');
      return `postgres://postgres:${read('password')}@127.0.0.1:${read('port')}/newsroom`;
    },
    said,
    pid,
    async kill(name) {
      const id = pid(name);
      process.kill(id, 'SIGKILL');
      while (isAlive(id)) await wait(20);
    },
    end,
    async stop() {
      await end();
      clear();
    },
  };
}

/** Starts the app without waiting, for starts that are expected to be refused. */
export function launchApp({ port, dataDir, env }: AppOptions & { port: number; dataDir: string }): {
  child: ChildProcess;
  said(): string;
  ready: Promise<void>;
} {
  const {
    DATABASE_URL: _database,
    SMTP_URL: _relay,
    SITE_URL: _site,
    WORKER: _worker,
    ...inherited
  } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/up.ts'], {
    cwd: root,
    env: { ...inherited, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn', ...env },
    // The channel says nothing: when it closes, the runner was killed, and the app ends by itself.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let all = '';
  const ready = new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(`The app did not start. It said:\n${all}`));
    const timer = setTimeout(fail, startTimeoutMs);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        all += text;
        if (!all.includes('Press Ctrl-C to stop')) return;
        clearTimeout(timer);
        resolve();
      });
    child.once('exit', () => {
      clearTimeout(timer);
      fail();
    });
  });
  ready.catch(() => {});
  return { child, said: () => all, ready };
}

export function newDataDir(): string {
  mkdirSync(path.join(root, '.data'), { recursive: true });
  return mkdtempSync(path.join(root, '.data', 'e2e-'));
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function pidOf(name: ProcessName, dataDir: string): number {
  if (name === 'postgres')
    return Number(readFileSync(path.join(dataDir, 'pg', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const running = JSON.parse(readFileSync(path.join(dataDir, 'running.json'), 'utf8')) as {
    pid: number;
    processes: Record<string, number>;
  };
  const pid = name === 'supervisor' ? running.pid : running.processes[name];
  if (!pid) throw new Error(`No ${name} is noted in ${dataDir}/running.json`);
  return pid;
}
