import { setTimeout as wait } from 'node:timers/promises';
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
test.describe.configure({ mode: 'serial' });

const dataDir = newDataDir();
let app: RunningApp;

test.beforeAll(async () => {
  app = await startApp({ dataDir });
});
test.afterAll(() => app.stop());

const answers = async () => (await fetch(`${app.url}/api/health`)).status;

test('O1 an empty data folder becomes a running paper, with a one-time link to the set-up page', async ({
  page,
}) => {
  expect(await answers()).toBe(200);
  const link = app.setupLink();
  expect(link).toContain(`${app.url}/admin/setup/`);
  await page.goto(link ?? '');
  await page.getByLabel('Your name').fill('Nell Bly');
  await page.getByLabel('E-mail').fill('nell@paper.example');
  await page.getByLabel('Password', { exact: true }).fill('seventy two days around');
  await page.getByRole('button', { name: /set up|start|make/i }).click();
  await page.waitForURL(/\/admin(\/|$)/);
  const again = await page.goto(link ?? '');
  expect(await again?.text()).not.toContain('Your name');
});

test('O1 a second copy on the same data, and one on a taken port, say so and end', async () => {
  const elsewhere = await freePort();
  const same = launchApp({ port: elsewhere, dataDir });
  await expect(same.ready).rejects.toThrow();
  expect(same.said()).toContain(`process ${app.pid('supervisor')}, ${app.url}`);
  expect(same.child.exitCode).toBe(1);
  const taken = launchApp({ port: app.port, dataDir: newDataDir() });
  await expect(taken.ready).rejects.toThrow();
  expect(taken.said()).toMatch(new RegExp(`Port ${app.port} .* is taken .*PORT=\\d+`));
  expect(taken.child.exitCode).toBe(1);
  expect(await answers()).toBe(200);
});

for (const name of ['worker', 'web', 'postgres'] as ProcessName[]) {
  test(`O1 the ${name} process comes back by itself after kill -9`, async () => {
    const before = app.pid(name);
    await app.kill(name);
    await expect.poll(() => app.pid(name), { timeout: 20_000 }).not.toBe(before);
    await expect.poll(() => answers().catch(() => 0), { timeout: 20_000 }).toBe(200);
    await expect
      .poll(async () => (await fetch(`${app.url}/admin/login`)).status, { timeout: 20_000 })
      .toBe(200);
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
  await wait(100);
  expect(all.filter(isAlive)).toEqual([]);
  expect(app.said()).not.toMatch(/error/i);
});
