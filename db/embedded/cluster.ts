import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Trouble } from '@/lib/trouble';
import type { RunAs } from './account';
import { isAlive } from './mark';

export interface RunningServer {
  pid: number;
  port: number;
}

/** A new cluster takes about 40 MB, and the first transactions a log of 16 MB. */
const roomNeededBytes = 120 * 1024 * 1024;
const startTimeoutSeconds = 180;

/** One data folder, `home/data`, and the server programs that work on it. Callers hold the start lock. */
export class Cluster {
  private readonly data: string;
  private readonly log: string;

  constructor(
    private readonly home: string,
    private readonly native: string,
    private readonly account: RunAs,
    private readonly settings: Record<string, string>,
  ) {
    this.data = path.join(home, 'data');
    this.log = path.join(home, 'server.log');
  }

  password(): string {
    return readFileSync(path.join(this.home, 'password'), 'utf8');
  }

  /** Makes the cluster where there is none. It grows in `data.new` and is renamed when whole: what is called `data` is. */
  async make(): Promise<void> {
    if (existsSync(path.join(this.data, 'PG_VERSION'))) return;
    if (existsSync(this.data))
      throw new Trouble(
        `${this.data} holds no Postgres data. Move it away, or set DATA_DIR to another folder.`,
      );
    this.checkRoom();
    const growing = `${this.data}.new`;
    rmSync(growing, { recursive: true, force: true });
    mkdirSync(growing, { mode: 0o700 });
    this.account.own(growing);
    const secret = path.join(this.home, 'password.new');
    const passwordFile = path.join(this.home, 'initdb-password');
    const password = randomBytes(24).toString('base64url');
    try {
      for (const file of [secret, passwordFile]) {
        rmSync(file, { force: true });
        writeFileSync(file, password, { mode: 0o600 });
      }
      this.account.own(passwordFile);
      await this.run('initdb', [
        ...['-D', growing, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
        '--no-instructions',
      ]);
    } finally {
      rmSync(passwordFile, { force: true });
    }
    renameSync(secret, path.join(this.home, 'password'));
    renameSync(growing, this.data);
  }

  /** The server that works on this folder, once it takes connections; null when there is none. */
  async running(): Promise<RunningServer | null> {
    const end = Date.now() + startTimeoutSeconds * 1000;
    for (;;) {
      const server = this.serverNamed();
      if (!server || server.ready) return server;
      if (Date.now() > end)
        throw new Trouble(`Postgres (process ${server.pid}) does not get ready; its log is ${this.log}`);
      await wait(100);
    }
  }

  /** Starts the server, on the port it had before where that is free: then nobody has to connect anew elsewhere. */
  async start(): Promise<RunningServer> {
    if (!existsSync(this.log)) writeFileSync(this.log, '', { mode: 0o600 });
    this.account.own(this.log);
    let port = await this.choosePort();
    for (let attempt = 1; ; attempt++) {
      rmSync(path.join(this.data, 'postmaster.pid'), { force: true });
      const before = statSync(this.log).size;
      try {
        await this.pgCtlStart(port);
        break;
      } catch (cause) {
        const said = readFileSync(this.log).subarray(before).toString();
        const again = /shared memory block .* is still in use/.test(said);
        if (attempt >= 40 || !(again || /could not bind|Address already in use/.test(said)))
          throw new Trouble(this.whyNotStarted(said), { cause });
        // After a kill of the main process its children need a moment to notice.
        if (again) await wait(500);
        else port = await freePort();
      }
    }
    const server = await this.running();
    if (!server) throw new Trouble(`Postgres did not stay up; its log is ${this.log}`);
    writeFileSync(path.join(this.home, 'port'), String(server.port));
    return server;
  }

  /** Stops the server: in order within 6 s, else at once, which costs the next start a moment of recovery. */
  async stop(): Promise<void> {
    const stop = (mode: string) => this.run('pg_ctl', ['-D', this.data, '-m', mode, '-w', '-t', '6', 'stop']);
    await stop('fast').catch(() => stop('immediate'));
  }

  private pgCtlStart(port: number): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      shared_buffers: '128MB',
      max_connections: '100',
      timezone: 'UTC',
      log_timezone: 'UTC',
      ...this.settings,
    };
    const flags = Object.entries(settings).map(([key, value]) => `-c ${key}=${value}`);
    return this.run('pg_ctl', [
      ...['-D', this.data, '-l', this.log, '-w', '-t', String(startTimeoutSeconds)],
      ...['-o', `-p ${port} ${flags.join(' ')}`, 'start'],
    ]);
  }

  /** Runs a server program apart from our process group, so that a Ctrl-C for us does not cut it in two. */
  private run(program: string, args: string[]): Promise<void> {
    const [command, ...rest] = [...this.account.prefix, path.join(this.native, 'bin', program), ...args];
    return new Promise((resolve, reject) => {
      const child = spawn(command as string, rest, {
        ...this.account.options,
        cwd: '/',
        env: { ...process.env, LC_ALL: 'C' },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => {
          said += text;
        });
      child.on('error', reject);
      child.on('close', (code) =>
        code === 0 ? resolve() : reject(new Trouble(noRoom(said, this.home) ?? `${program} failed: ${said}`)),
      );
    });
  }

  private whyNotStarted(said: string): string {
    const reasons = said.split('\n').filter((line) => /FATAL|PANIC|DETAIL|HINT/.test(line));
    return (
      noRoom(said, this.home) ??
      [`Postgres did not start; its log is ${this.log}`, ...reasons.slice(-6)].join('\n')
    );
  }

  private checkRoom(): void {
    const { bavail, bsize } = statfsSync(this.home);
    if (bavail * bsize < roomNeededBytes) throw new Trouble(noRoomSentence(this.home));
  }

  private async choosePort(): Promise<number> {
    const file = path.join(this.home, 'port');
    const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    return freePort(before > 0 && before < 65536 ? before : 0).catch(() => freePort());
  }

  /** What postmaster.pid says (lines: pid, folder, start, port, socket folder, address, memory, status), if it is still true. */
  private serverNamed(): (RunningServer & { ready: boolean }) | null {
    let lines: string[];
    try {
      lines = readFileSync(path.join(this.data, 'postmaster.pid'), 'utf8').split('\n');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    if (!pid || !isAlive(pid) || !worksOn(pid, this.data)) return null;
    return { pid, port, ready: lines[7]?.trim() === 'ready' };
  }
}

/** A process id may have been given to somebody else since the pid file was written. Postgres works inside its data folder. */
function worksOn(pid: number, data: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    // Another user's process does not show its folder.
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

const noRoomSentence = (home: string) =>
  `There is no room on the disk that holds ${home}. Make room (a newsroom begins with about 120 MB) and start again.`;
const noRoom = (said: string, home: string) =>
  /No space left on device|could not write .*: (Disk quota exceeded|No space)/.test(said)
    ? noRoomSentence(home)
    : null;

/** A port that can be listened on: this one, or with 0 whichever the system gives. */
function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
