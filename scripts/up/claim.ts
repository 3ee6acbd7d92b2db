import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '@/db/embedded/lock';

/** Who runs on a data folder, as written in its `running.json`. */
export interface Runner {
  pid: number;
  url: string;
  /** When the system says that process began: a process id is given out again after a while. */
  began: string | null;
}

/** Thrown when another copy runs on the same data. */
export class AlreadyRunning extends Error {
  override name = 'AlreadyRunning';
}

/**
 * Marks a data folder as ours until `release`. Throws AlreadyRunning with the other's process id and address; the mark
 * of a copy that was killed is taken over.
 */
export function claimDataFolder(dataDir: string, url: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'running.json');
  const other = findRunner(dataDir);
  if (other) {
    throw new AlreadyRunning(
      `Broadsheet already runs on this data (${dataDir}): process ${other.pid}, ${other.url}. Stop it first, or give this copy its own: DATA_DIR=.data-2 PORT=3001 npm start`,
    );
  }
  rmSync(file, { force: true });
  const mine: Runner = { pid: process.pid, url, began: beganAt(process.pid) };
  // `wx`: of two that start at the same moment one wins; the other sees its mark on the next look.
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return claimDataFolder(dataDir, url);
  }
  return {
    release() {
      if (findRunner(dataDir)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/** The copy that runs on this data folder, or null. */
export function findRunner(dataDir: string): Runner | null {
  const file = path.join(dataDir, 'running.json');
  if (!existsSync(file)) return null;
  try {
    const runner = JSON.parse(readFileSync(file, 'utf8')) as Runner;
    return isAlive(runner.pid) && beganAt(runner.pid) === runner.began ? runner : null;
  } catch {
    return null;
  }
}

/** The start of a process in clock ticks since boot (field 22 of /proc/PID/stat, see proc(5)); null where there is no /proc. */
function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
