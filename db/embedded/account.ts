import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** How to run the server's programs: Postgres refuses to run as root, so root lends them another account. */
export interface RunAs {
  prefix: string[];
  options: { uid?: number; gid?: number };
  own(file: string): void;
}

/**
 * Chooses the account. As a plain user, oneself; as root, `postgres` or `nobody`, or, where the project lies under a
 * closed home folder, an unprivileged user namespace.
 */
export function chooseAccount(native: string, folder: string): RunAs {
  const account = accountForRoot();
  if (!account) return { prefix: [], options: {}, own: () => {} };
  const { name, uid, gid } = account;
  if (canReach([], { uid, gid }, native, folder)) {
    return { prefix: [], options: { uid, gid }, own: (file) => chownSync(file, uid, gid) };
  }
  const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];
  if (canReach(namespace, {}, native, folder)) return { prefix: namespace, options: {}, own: () => {} };
  throw new Error(
    `Running as root, and the account "${name}" cannot reach ${folder}. Move the project out of a private folder, run as a plain user, or set DATABASE_URL.`,
  );
}

function accountForRoot(): { name: string; uid: number; gid: number } | null {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const line = lines.find(([account]) => account === name);
    if (line) return { name, uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Error(
    'Running as root, and neither "postgres" nor "nobody" is an account here: run as a plain user, or set DATABASE_URL.',
  );
}

function canReach(
  prefix: string[],
  options: { uid?: number; gid?: number },
  native: string,
  folder: string,
): boolean {
  const [program, ...args] = [
    ...prefix,
    'sh',
    '-c',
    'test -x "$1" && test -x "$2"',
    'sh',
    path.join(native, 'bin', 'postgres'),
    folder,
  ];
  return spawnSync(program as string, args, { ...options, cwd: '/' }).status === 0;
}
