import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Trouble } from '@/lib/trouble';
import { nodeFlags } from './node-flags';

export interface ChildSpec {
  name: string;
  /** The script and its arguments, run by this Node with tsx. */
  command: string[];
  env: NodeJS.ProcessEnv;
}

/** A child that dies before it was ever ready is tried this often; a mistake in the settings does not mend itself. */
const firstTries = 3;
const longestPauseMs = 30_000;

/** Keeps one child process running: started anew when it ends by itself, with growing pauses, until `stop`. */
export class Supervised {
  private child: ChildProcess | null = null;
  private stopping = false;
  private wasReady = false;
  private failures = 0;
  private becameReady: () => void = () => {};
  private gaveUp: (error: Error) => void = () => {};
  /** Settles when the child has said that it is ready, or was given up. */
  readonly ready = new Promise<void>((resolve, reject) => {
    this.becameReady = resolve;
    this.gaveUp = reject;
  });

  constructor(
    private readonly spec: ChildSpec,
    private readonly root: string,
    /** Hears the process id of each start. */
    private readonly onStart: (pid: number) => void = () => {},
  ) {
    this.ready.catch(() => {});
    this.start();
  }

  private start(): void {
    const startedAt = Date.now();
    const child = spawn(process.execPath, [...nodeFlags, ...this.spec.command], {
      cwd: this.root,
      env: this.spec.env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child = child;
    if (child.pid) this.onStart(child.pid);
    child.on('message', (message) => {
      if (typeof message !== 'object' || message === null || !('ready' in message)) return;
      this.wasReady = true;
      this.becameReady();
    });
    child.on('error', (error) => {
      console.error(`The ${this.spec.name} process: ${error.message}`);
      if (child.pid === undefined) void this.ended(null, null, 0);
    });
    child.on('exit', (code, signal) => void this.ended(code, signal, Date.now() - startedAt));
  }

  private async ended(code: number | null, signal: string | null, ranMs: number): Promise<void> {
    this.child = null;
    if (this.stopping) return;
    this.failures = ranMs > longestPauseMs ? 1 : this.failures + 1;
    const why = signal ? `was killed (${signal})` : `ended with code ${code}`;
    if (!this.wasReady && this.failures >= firstTries) {
      this.gaveUp(new Trouble(`The ${this.spec.name} process ${why} before it was ready.`));
      return;
    }
    const pauseMs = Math.min(longestPauseMs, 250 * 2 ** (this.failures - 1));
    console.error(`The ${this.spec.name} process ${why}; starting it again in ${pauseMs / 1000} s.`);
    await wait(pauseMs);
    if (!this.stopping) this.start();
  }

  /** Asks the child to end, and ends it after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (process.platform === 'win32') child.disconnect();
    else child.kill('SIGTERM');
    const cut = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(cut);
  }
}
