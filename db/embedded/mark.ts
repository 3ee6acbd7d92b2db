import { readFileSync } from 'node:fs';

/** A process, told apart by when it began from a later one that was given the same id. */
export interface ProcessMark {
  pid: number;
  /** Clock ticks since boot, field 22 of /proc/PID/stat (proc(5)); null where there is no /proc. */
  began: string | null;
}

export const markOf = (pid: number): ProcessMark => ({ pid, began: statOf(pid)?.began ?? null });

/**
 * Whether a process with this id runs (it may be somebody else's). One that has ended and that nobody has buried does not
 * count: in a container whose first process is not an init, such zombies stay for ever.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statOf(pid)?.state !== 'Z';
}

/** Whether the very process that made this mark still runs. */
export const isRunning = ({ pid, began }: ProcessMark): boolean =>
  isAlive(pid) && (statOf(pid)?.began ?? null) === began;

/** The mark that a file holds; null when there is none, or only half of one. */
export function readMark(file: string): ProcessMark | null {
  try {
    const mark = JSON.parse(readFileSync(file, 'utf8')) as ProcessMark;
    return Number.isInteger(mark.pid) ? mark : null;
  } catch {
    return null;
  }
}

function statOf(pid: number): { state: string | undefined; began: string | undefined } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], began: fields[19] };
  } catch {
    return null;
  }
}
