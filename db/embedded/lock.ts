import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Trouble } from '@/lib/trouble';
import { isRunning, markOf, readMark } from './mark';

/** Runs `work` while holding a lock file with our mark; a lock left by a dead process is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>, timeoutMs = 120_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  while (!take(file)) {
    if (Date.now() > end) {
      const holder = readMark(file)?.pid ?? 'unknown';
      throw new Trouble(
        `Process ${holder} has held ${file} for over ${timeoutMs / 1000} s. If it is stuck, end it.`,
      );
    }
    await wait(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Written aside and linked into place, so that nobody ever reads a lock without its holder. */
function take(file: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(markOf(process.pid)), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    removeDead(file);
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moved aside before it is removed: of several that find the same dead holder one succeeds, and none removes a newer lock. */
function removeDead(file: string): void {
  const holder = readMark(file);
  if (holder && isRunning(holder)) return;
  const seen = textOf(file);
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (textOf(aside) !== seen) linkSync(aside, file);
  } catch {
    // Gone already, or taken anew.
  } finally {
    rmSync(aside, { force: true });
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
