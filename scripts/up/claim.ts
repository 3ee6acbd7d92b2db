import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from '@/db/embedded/lock';
import { isRunning, markOf, type ProcessMark } from '@/db/embedded/mark';
import { Trouble } from '@/lib/trouble';

/** Who runs on a data folder, as its `running.json` says. */
export interface Runner extends ProcessMark {
  url: string;
  /** Its children by name, as far as they run. */
  processes: Record<string, number>;
}

export interface Claim {
  /** Notes a child that was started, for `doctor` and for whoever looks. */
  note(name: string, pid: number): void;
  release(): void;
}

/**
 * Marks a data folder as ours until `release`. Throws Trouble with the other's process id and address; the mark
 * of a copy that was killed is taken over.
 */
export async function claimDataFolder(dataDir: string, url: string): Promise<Claim> {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'running.json');
  const mine: Runner = { ...markOf(process.pid), url, processes: {} };
  const write = () => writeFileSync(file, JSON.stringify(mine));
  await withLock(path.join(dataDir, 'running.lock'), async () => {
    const other = findRunner(dataDir);
    if (other) throw new Trouble(alreadyRunning(other, dataDir));
    write();
  });
  return {
    note(name, pid) {
      mine.processes[name] = pid;
      write();
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** The copy that runs on this data folder, or null. */
export function findRunner(dataDir: string): Runner | null {
  try {
    const runner = JSON.parse(readFileSync(path.join(dataDir, 'running.json'), 'utf8')) as Runner;
    return isRunning(runner) ? runner : null;
  } catch {
    return null;
  }
}

const alreadyRunning = ({ pid, url }: Runner, dataDir: string) =>
  `Broadsheet already runs on this data (${dataDir}): process ${pid}, ${url}\nStop it first, or give this copy data of its own: DATA_DIR=.data-2 PORT=3001 npm start`;
