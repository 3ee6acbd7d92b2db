import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import postgres from 'postgres';
import { chooseAccount, type RunAs } from './account';
import { findBinaries } from './binaries';
import { isAlive, withLock } from './lock';

export interface EmbeddedPostgres {
  url: string;
  pid: number;
  port: number;
  /** Whether this call started the server (else it was running already). */
  started: boolean;
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
 * password. Shared by web, worker and command line; recovers from a stale pid file and from a half-made data folder.
 */
export async function embeddedPostgres({
  folder,
  database = 'newsroom',
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = path.resolve(folder);
  mkdirSync(path.join(home, 'users'), { recursive: true });
  const native = findBinaries();
  const server = new DataFolder(home, native, chooseAccount(native, home), settings);
  const lock = path.join(home, 'start.lock');
  const mark = path.join(home, 'users', String(process.pid));
  const { running, started } = await withLock(lock, async () => {
    server.prepare();
    const already = server.running();
    if (!already) await server.start();
    writeFileSync(mark, '');
    const running = already ?? server.running();
    if (!running) throw new Error(`Postgres did not start; its log is ${path.join(home, 'server.log')}`);
    return { running, started: !already };
  });
  const url = (name: string) => `postgres://postgres:${server.password()}@127.0.0.1:${running.port}/${name}`;
  await createDatabase(url('postgres'), database);
  let released = false;
  const release = async () => {
    if (released) return;
    released = true;
    await withLock(lock, async () => {
      rmSync(mark, { force: true });
      if (othersLeft(path.join(home, 'users')) || !server.running()) return;
      server.run('pg_ctl', ['-D', server.data, '-m', 'fast', '-w', 'stop']);
    });
  };
  return { url: url(database), pid: running.pid, port: running.port, started, release };
}

/** One data folder and the server programs that work on it. */
class DataFolder {
  readonly data: string;

  constructor(
    private home: string,
    private native: string,
    private account: RunAs,
    private settings: Record<string, string>,
  ) {
    this.data = path.join(home, 'data');
  }

  password(): string {
    return readFileSync(path.join(this.home, 'password'), 'utf8');
  }

  /** Makes the cluster where there is none; a half-made one (no PG_VERSION, or no finish mark) is thrown away. */
  prepare(): void {
    const secret = path.join(this.home, 'password');
    if (!existsSync(secret)) writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
    const made = path.join(this.home, 'made');
    if (existsSync(made) && existsSync(path.join(this.data, 'PG_VERSION'))) return;
    rmSync(this.data, { recursive: true, force: true });
    mkdirSync(this.data, { mode: 0o700 });
    this.account.own(this.data);
    const passwordFile = path.join(this.home, 'initdb-password');
    rmSync(passwordFile, { force: true });
    writeFileSync(passwordFile, this.password(), { mode: 0o600 });
    this.account.own(passwordFile);
    this.run('initdb', [
      '-D',
      this.data,
      '-U',
      'postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ]);
    unlinkSync(passwordFile);
    writeFileSync(made, '');
  }

  running(): { pid: number; port: number } | null {
    const file = this.pidFile();
    return file && isAlive(file.pid) && isPostgres(file.pid) ? file : null;
  }

  async start(): Promise<void> {
    if (this.pidFile()) rmSync(path.join(this.data, 'postmaster.pid'));
    const log = path.join(this.home, 'server.log');
    if (!existsSync(log)) writeFileSync(log, '', { mode: 0o600 });
    this.account.own(log);
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      shared_buffers: '128MB',
      max_connections: '100',
      timezone: 'UTC',
      log_timezone: 'UTC',
      ...this.settings,
    };
    const flags = Object.entries(settings)
      .map(([key, value]) => `-c ${key}=${value}`)
      .join(' ');
    this.run('pg_ctl', [
      '-D',
      this.data,
      '-l',
      log,
      '-w',
      '-t',
      '60',
      '-o',
      `-p ${await freePort()} ${flags}`,
      'start',
    ]);
  }

  run(program: string, args: string[]): void {
    const [command, ...rest] = [...this.account.prefix, path.join(this.native, 'bin', program), ...args];
    const done = spawnSync(command as string, rest, {
      ...this.account.options,
      cwd: '/',
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (done.status !== 0)
      throw new Error(`${program} failed: ${done.stderr}${done.stdout}${done.error ?? ''}`);
  }

  private pidFile(): { pid: number; port: number } | null {
    try {
      const lines = readFileSync(path.join(this.data, 'postmaster.pid'), 'utf8').split('\n');
      return { pid: Number(lines[0]), port: Number(lines[3]) };
    } catch {
      return null;
    }
  }
}

/** A process id may have been given to somebody else since the pid file was written. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

function othersLeft(folder: string): boolean {
  return readdirSync(folder).some((name) => {
    if (isAlive(Number(name))) return true;
    rmSync(path.join(folder, name), { force: true });
    return false;
  });
}

async function createDatabase(url: string, name: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    if ((await sql`select 1 from pg_database where datname = ${name}`).length > 0) return;
    await sql`create database ${sql(name)}`;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code !== '42P04' && code !== '23505') throw error;
  } finally {
    await sql.end();
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
