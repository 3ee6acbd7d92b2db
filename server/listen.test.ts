import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isFree, listen, stopListening } from './listen';
import { ask } from './testing';

const portOf = (server: ReturnType<typeof createServer>) => (server.address() as AddressInfo).port;

test('O1 a taken port is said in a sentence that names a free one', async () => {
  const first = createServer();
  await listen(first, '127.0.0.1', 0);
  const port = portOf(first);
  const second = createServer();
  const refusal = await listen(second, '127.0.0.1', port).catch((error: Error) => error);
  expect(String(refusal)).toContain(`Port ${port} on 127.0.0.1 is taken`);
  const free = Number(/PORT=(\d+) npm start/.exec(String(refusal))?.[1]);
  await listen(second, '127.0.0.1', free);
  expect(await isFree('127.0.0.1', free)).toBe(false);
  await Promise.all([stopListening(first, 100), stopListening(second, 100)]);
  expect(await isFree('127.0.0.1', port)).toBe(true);
});

test('O4 a stop lets answers under way finish, whole, and keeps no idle connection', async () => {
  const server = createServer({ keepAliveTimeout: 60_000 }, async (_req, res) => {
    res.write('half and ');
    await wait(300);
    res.end('whole');
  });
  await listen(server, '127.0.0.1', 0);
  const port = portOf(server);
  const keptOpen = request({ port, host: '127.0.0.1', headers: { connection: 'keep-alive' } }, (res) =>
    res.resume(),
  );
  keptOpen.end();
  const under = ask({ port, target: '/' });
  await wait(100);
  const began = performance.now();
  const stopped = stopListening(server, 5_000);
  await wait(20);
  await expect(ask({ port, target: '/' })).rejects.toThrow();
  expect((await under).text).toBe('half and whole');
  await stopped;
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('O4 what does not end in time is cut', async () => {
  const server = createServer(() => {});
  await listen(server, '127.0.0.1', 0);
  const hanging = ask({ port: portOf(server), target: '/' });
  hanging.catch(() => {});
  await wait(50);
  const began = performance.now();
  await stopListening(server, 200);
  expect(performance.now() - began).toBeLessThan(1_000);
  await expect(hanging).rejects.toThrow();
});
