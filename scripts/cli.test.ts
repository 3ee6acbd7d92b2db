import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { cloneDatabase, type TestDatabase } from '@/db/testing';

const root = path.resolve(import.meta.dirname, '..');
// Each run is a process of its own, and loads the whole house.
vi.setConfig({ testTimeout: 90_000 });

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterAll(() => at.close());

/** Runs the command line as a shell would, on the database of this file. */
async function cli(args: string[], input = '') {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/cli.ts', ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: at.url },
  });
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.on('exit', resolve)),
  ]);
  return { out, err, code };
}

const ada = ['user', 'create', '--email', 'ada@paper.example', '--name', 'Ada', '--role', 'administrator'];

test('O1 a person is made from the command line, once', async () => {
  expect(await cli([...ada, '--password-stdin'], 'four unrelated small words\n')).toEqual({
    out: 'Ada <ada@paper.example> can sign in.\n',
    err: '',
    code: 0,
  });
  const again = await cli([...ada, '--json']);
  expect(again.code).toBe(1);
  expect(JSON.parse(again.out)).toMatchObject({ fields: { email: expect.stringContaining('already') } });
  const signedOut = await cli(['user', 'sign-out', '--email', 'ada@paper.example', '--json']);
  expect(JSON.parse(signedOut.out)).toMatchObject({ ended: 0 });
});

test.each([
  [['user', 'create', '--email', 'a@paper.example'], 2, '--name is missing.'],
  [['typewriter'], 2, 'There is no "typewriter".'],
  [
    ['user', 'create', '--email', 'x', '--name', 'X', '--role', 'king'],
    1,
    '--role: Choose a role from the list.',
  ],
])('O1 %j is refused with a sentence', async (args, code, sentence) => {
  const answer = await cli(args);
  expect(answer.err).toContain(sentence);
  expect(answer.err).not.toMatch(/\bat .*\.ts:/);
  expect(answer).toMatchObject({ code, out: '' });
});

test('O1 the help names every noun', async () => {
  const { out, code } = await cli(['help']);
  expect(code).toBe(0);
  for (const noun of ['user create', 'user set-password', 'jobs list', 'doctor']) expect(out).toContain(noun);
});
