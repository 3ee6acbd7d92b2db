import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { isAlive } from '@/db/embedded/mark';
import {
  freePort,
  launchApp,
  newDataDir,
  type ProcessName,
  type RunningApp,
  startApp,
} from './support/start-app';

/** How `npm start` behaves, on a data folder of its own; the walk kills processes. */
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const dataDir = newDataDir();
const otherDataDir = newDataDir();
let app: RunningApp;

test.beforeAll(async () => {
  app = await startApp({ dataDir });
});
test.afterAll(async () => {
  await app?.stop();
  for (const folder of [dataDir, otherDataDir]) rmSync(folder, { recursive: true, force: true });
});

const answers = async () => (await fetch(`${app.url}/api/health`)).status;

test('O1 an empty data folder becomes a running paper, with a one-time link to the set-up page', async ({
  page,
}) => {
  expect(await answers()).toBe(200);
  const link = app.setupLink();
  expect(link).toContain(`${app.url}/admin/setup/`);
  await page.goto(link ?? '');
  await page.getByLabel('Name of the paper').fill('The New York World');
  await page.getByLabel('Your name').fill('Nellie Bly');
  await page.getByLabel('Your e-mail').fill('nellie@paper.example');
  await page.getByLabel('Password').fill('seventy two days around');
  await page.getByRole('button', { name: 'Open the newsroom' }).click();
  await page.waitForURL((url) => url.pathname === '/admin');
  const again = await page.goto(link ?? '');
  expect(await again?.text()).not.toContain('Your name');
});

test('O1 a second copy on the same data, and one on a taken port, say so and end', async () => {
  const elsewhere = await freePort();
  const same = launchApp({ port: elsewhere, dataDir });
  await expect(same.ready).rejects.toThrow();
  expect(same.said()).toContain(`process ${app.pid('supervisor')}, ${app.url}`);
  expect(same.child.exitCode).toBe(1);
  const taken = launchApp({ port: app.port, dataDir: otherDataDir });
  await expect(taken.ready).rejects.toThrow();
  expect(taken.said()).toMatch(new RegExp(`Port ${app.port} .* is taken .*PORT=\\d+`));
  expect(taken.child.exitCode).toBe(1);
  expect(await answers()).toBe(200);
});

for (const name of ['worker', 'web', 'postgres'] as ProcessName[]) {
  test(`O1 the ${name} process comes back by itself after kill -9`, async () => {
    const before = app.pid(name);
    await app.kill(name);
    // Meanwhile there is no pid to be read, and nobody answers: a try that throws is tried again.
    await expect(async () => {
      expect(app.pid(name)).not.toBe(before);
      expect(await answers()).toBe(200);
      expect((await fetch(`${app.url}/admin/login`)).status).toBe(200);
    }).toPass({ timeout: 40_000 });
  });
}

test('O1 after kill -9 of the supervisor nothing is left behind, and the next start works', async () => {
  const others = (['web', 'worker', 'postgres'] as const).map((name) => app.pid(name));
  await app.kill('supervisor');
  await expect.poll(() => others.filter(isAlive), { timeout: 15_000 }).toEqual([]);
  app = await startApp({ dataDir, port: app.port });
  expect(await answers()).toBe(200);
  expect(app.setupLink()).toBeNull();
});

test('O1 Ctrl-C stops everything within ten seconds, with nothing said in anger', async () => {
  const all = (['supervisor', 'web', 'worker', 'postgres'] as const).map((name) => app.pid(name));
  const began = Date.now();
  expect(await app.end('SIGINT')).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  await expect.poll(() => all.filter(isAlive), { timeout: 2_000 }).toEqual([]);
  expect(app.said()).not.toMatch(/error/i);
});
