import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { compressAnswer } from './compress-answer';
import { listen, stopListening } from './listen';
import { ask } from './testing';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0)) await close();
});

async function serve(answer: (req: IncomingMessage, res: ServerResponse) => unknown): Promise<number> {
  const listener: RequestListener = (req, res) => {
    compressAnswer(req, res);
    answer(req, res);
  };
  const server = createServer(listener);
  await listen(server, '127.0.0.1', 0);
  cleanUp.push(() => stopListening(server, 100));
  return (server.address() as AddressInfo).port;
}

const gzip = { 'accept-encoding': 'gzip, br' };
const long = 'All the news that fits. '.repeat(50_000);

test('the desk’s pages are compressed, whole, however they are written', async () => {
  const port = await serve((req, res) => {
    res.setHeader('Vary', 'rsc');
    if (req.url === '/end') res.setHeader('Content-Type', 'text/html').end(long);
    if (req.url === '/head')
      res.writeHead(201, { 'Content-Type': 'text/x-component', 'Content-Length': 5 }).end('abcde');
    if (req.url === '/piped') {
      res.setHeader('Content-Type', 'application/json');
      pipeline(Readable.from(long.match(/.{1,10000}/gs) ?? []), res, () => {});
    }
  });
  for (const target of ['/end', '/piped']) {
    const sent = await ask({ port, target, headers: gzip });
    expect(sent.headers['content-encoding'], target).toBe('gzip');
    expect(sent.text === long, target).toBe(true);
    expect(sent.bytes).toBeLessThan(long.length / 20);
  }
  const headed = await ask({ port, target: '/head', headers: gzip });
  expect(headed).toMatchObject({ status: 201, text: 'abcde' });
  expect(headed.headers.vary).toBe('rsc, Accept-Encoding');
  expect((await ask({ port, target: '/end' })).headers['content-encoding']).toBeUndefined();
});

test('each piece goes out when it is written', async () => {
  const port = await serve(async (_req, res) => {
    res.setHeader('Content-Type', 'text/html');
    res.write('first');
    await wait(400);
    res.end('second');
  });
  const began = performance.now();
  const firstAfter = await new Promise<number>((resolve) => {
    request({ port, host: '127.0.0.1', headers: gzip }, (res) => {
      res.pipe(createGunzip()).once('data', (chunk) => {
        expect(String(chunk)).toBe('first');
        resolve(performance.now() - began);
      });
    }).end();
  });
  expect(firstAfter).toBeLessThan(300);
});

test('pictures, event streams, what is compressed already, and answers without a body are left alone', async () => {
  const port = await serve((req, res) => {
    const type = { '/png': 'image/png', '/events': 'text/event-stream', '/br': 'text/css' }[req.url ?? ''];
    if (req.url === '/br') res.setHeader('Content-Encoding', 'identity');
    if (type) res.setHeader('Content-Type', type).end('text');
    else res.writeHead(304).end();
  });
  for (const target of ['/png', '/events', '/br']) {
    const sent = await ask({ port, target, headers: gzip });
    expect(sent.headers['content-encoding'], target).not.toBe('gzip');
    expect(sent.text).toBe('text');
  }
  expect((await ask({ port, target: '/304', headers: gzip })).status).toBe(304);
});

test('a visitor who leaves half way takes nothing down, though the page goes on being written', async () => {
  let left = false;
  const port = await serve((req, res) => {
    res.setHeader('Content-Type', 'text/html');
    if (req.url === '/after') return res.end('still here');
    const timer = setInterval(() => {
      res.write(long.slice(0, 10_000));
      if (left) clearInterval(timer);
    }, 5);
    res.on('close', () => setTimeout(() => (left = true), 50));
  });
  await new Promise<void>((resolve) => {
    const req = request({ port, host: '127.0.0.1', headers: gzip }, (res) => {
      res.once('data', () => {
        req.destroy();
        resolve();
      });
    });
    req.on('error', () => {});
    req.end();
  });
  await expect.poll(() => left).toBe(true);
  expect((await ask({ port, target: '/after', headers: gzip })).text).toBe('still here');
});
