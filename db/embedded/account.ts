import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Trouble } from '@/lib/trouble';

/** How to run the server's programs: Postgres refuses to run as root, so root lends them another account. */
export interface RunAs {
  prefix: string[];
  options: { uid?: number; gid?: number };
  own(file: string): void;
}

interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * Chooses the account. As a plain user, oneself. As root, whoever owns the data already, else `postgres` or `nobody`, or,
 * where the project lies under a closed home folder, an unprivileged user namespace. `home` is the folder that holds `data`.
 */
export function chooseAccount(native: string, home: string): RunAs {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return oneself;
  const data = path.join(home, 'data');
  const owner = existsSync(data) ? statSync(data) : null;
  // Made in a namespace: on the disk it belongs to root.
  if (owner?.uid === 0) return inNamespace(native, home, 'the data folder was made so');
  const account = owner ? { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid } : accountForRoot();
  const { uid, gid } = account;
  if (canReach([], { uid, gid }, native, home))
    return { prefix: [], options: { uid, gid }, own: (file) => chownSync(file, uid, gid) };
  if (owner) throw unreachable(account.name, home);
  return inNamespace(native, home, `the account "${account.name}" cannot reach ${home}`);
}

const oneself: RunAs = { prefix: [], options: {}, own: () => {} };

function inNamespace(native: string, home: string, why: string): RunAs {
  const prefix = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];
  if (canReach(prefix, {}, native, home)) return { prefix, options: {}, own: () => {} };
  throw new Trouble(
    `Running as root: ${why}, and this system allows no user namespaces. Move the project out of a private folder, run as a plain user, or set DATABASE_URL.`,
  );
}

const unreachable = (name: string, home: string) =>
  new Trouble(
    `The data in ${home} belongs to ${name}, who cannot reach that folder. Run as that user, or open the folders above it.`,
  );

function accountForRoot(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const line = lines.find(([account]) => account === name);
    if (line) return { name, uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Trouble(
    'Running as root, and neither "postgres" nor "nobody" is an account here: run as a plain user, or set DATABASE_URL.',
  );
}

function canReach(prefix: string[], options: RunAs['options'], native: string, home: string): boolean {
  const [program, ...args] = [
    ...prefix,
    'sh',
    '-c',
    'test -x "$1" && test -x "$2"',
    'sh',
    path.join(native, 'bin', 'postgres'),
    home,
  ];
  return spawnSync(program as string, args, { ...options, cwd: '/' }).status === 0;
}
