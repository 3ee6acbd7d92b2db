import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from '@/db/embedded/lock';
import { Trouble } from '@/lib/trouble';

const sources = ['app', 'components', 'db', 'features', 'lib', 'public'];
const configs = ['next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'];
const notBuilt = /(\.test\.tsx?|\.sql|\.md|db\/migrations\/.*)$/;

const distDir = (root: string) => path.resolve(root, process.env.NEXT_DIST_DIR || '.next');
const recordOf = (root: string) => path.join(distDir(root), 'built-from.json');

/** What a build is made from: a hash of every source and config file, the lock file and the Node version. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256').update(process.version);
  const found = globSync([...sources.map((folder) => `${folder}/**/*`), ...configs], {
    cwd: root,
    withFileTypes: true,
  });
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !notBuilt.test(file));
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/** Whether the build that stands was made from these very sources. */
export const isBuilt = (root: string): boolean => builtFrom(root) === sourceHash(root);

/** Builds the app unless the build that stands was made from these very sources. Of several at once, one builds. */
export async function buildIfChanged(root: string, signal?: AbortSignal): Promise<void> {
  const hash = sourceHash(root);
  if (builtFrom(root) === hash) return;
  await withLock(`${distDir(root)}.lock`, async () => {
    if (builtFrom(root) !== hash) await build(root, { hash, signal });
  });
}

/** Builds the app in any case and records what from. Throws Trouble when it fails; what was wrong is then on the screen. */
export async function build(
  root: string,
  { hash = sourceHash(root), signal }: { hash?: string; signal?: AbortSignal } = {},
): Promise<void> {
  console.info('Building: about a minute, and only when something has changed.');
  rmSync(recordOf(root), { force: true });
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    signal,
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
  if (code !== 0) throw new Trouble(`The build failed (exit code ${code}); what it said stands above.`);
  writeFileSync(recordOf(root), JSON.stringify({ hash, node: process.version }));
}

function builtFrom(root: string): string | null {
  if (!existsSync(recordOf(root))) return null;
  try {
    return (JSON.parse(readFileSync(recordOf(root), 'utf8')) as { hash: string }).hash;
  } catch {
    return null;
  }
}
