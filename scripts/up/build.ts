import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const sources = ['app', 'components', 'db', 'features', 'lib', 'public'];
const configs = ['next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'];
const notBuilt = /(\.test\.tsx?|\.snap|\.md)$/;

const distDir = () => process.env.NEXT_DIST_DIR || '.next';
const recordFile = (root: string) => path.join(root, distDir(), 'built-from.json');

/** What a build is made from: a hash of every source and config file, the lock file and the Node version. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256').update(process.version);
  const files = globSync([...sources.map((folder) => `${folder}/**/*.*`), ...configs], { cwd: root });
  for (const file of files.filter((name) => !notBuilt.test(name)).sort())
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/** Builds the app unless the build that stands was made from these very sources. Says which; throws when it fails. */
export async function buildIfChanged(root: string): Promise<'built' | 'unchanged'> {
  const hash = sourceHash(root);
  if (recordedHash(root) === hash) return 'unchanged';
  await build(root, hash);
  return 'built';
}

/** Builds the app in any case and records what from. */
export async function build(root: string, hash = sourceHash(root)): Promise<void> {
  rmSync(recordFile(root), { force: true });
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`The build failed (exit code ${code}); what it said stands above.`);
  writeFileSync(recordFile(root), JSON.stringify({ hash, node: process.version }));
}

function recordedHash(root: string): string | null {
  const file = recordFile(root);
  if (!existsSync(file)) return null;
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { hash: string }).hash;
  } catch {
    return null;
  }
}
