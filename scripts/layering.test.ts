import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

// Each is a process that loads TypeScript.
vi.setConfig({ testTimeout: 90_000 });

/** A toy house under our own rules: the check must read it, TypeScript and aliases too, and say what is forbidden. */
const root = path.resolve(import.meta.dirname, '..');
const house = mkdtempSync(path.join(os.tmpdir(), 'broadsheet layering '));

beforeAll(() => {
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json'])
    copyFileSync(path.join(root, file), path.join(house, file));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), text);
}

async function cruise(folder: string, cwd: string) {
  const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [cruiser, folder, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const ran = promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 1e8 });
  const { stdout } = await ran.catch((error: { stdout: string }) => error);
  const { summary } = JSON.parse(stdout) as {
    summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] };
  };
  return { modules: summary.totalCruised, broken: summary.violations.map(({ rule }) => rule.name) };
}

// dependency-cruiser beside a TypeScript it cannot load reads nothing, finds nothing and says that all is well.
test('the layering check reads our own files', async () => {
  expect((await cruise('lib', root)).modules).toBeGreaterThan(20);
});

test.each([
  [
    'lib-is-the-floor',
    'lib/planted.ts',
    `import { may } from '@/features/users/rules';\nexport const x = may;`,
  ],
  [
    'shelf-users',
    'features/users/queries.ts',
    `import { may } from '../articles/rules';\nexport const x = may;`,
  ],
  [
    'app-never-touches-db',
    'app/page.tsx',
    `import { db } from '@/db/client';\nexport const x = <p>{db}</p>;`,
  ],
  [
    'components-are-domain-free',
    'components/card.tsx',
    `import { may } from '@/features/users/rules';\nexport const x = may;`,
  ],
  [
    'ui-through-the-door',
    'features/comments/ui/card.tsx',
    `import { x } from '@/features/articles/actions';\nexport const y = <p>{x}</p>;`,
  ],
])('a planted import that breaks %s is found', async (rule, file, text) => {
  plant('features/users/rules.ts', 'export const may = () => true;');
  plant('features/articles/rules.ts', 'export const may = () => true;');
  plant('features/articles/actions.ts', 'export const x = 1;');
  plant('db/client.ts', 'export const db = 1;');
  plant(file, text);
  const { broken } = await cruise(path.dirname(file).split('/')[0] as string, house);
  rmSync(path.join(house, file));
  expect(broken).toContain(rule);
});
