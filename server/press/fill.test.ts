import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { cacheTags } from '@/lib/cache-tags';
import { keepPrivate, touch } from '@/lib/press-notes';
import { newsroom, openPaper, type Paper, rendering } from '../testing';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0)) await close();
});

async function open(options: Parameters<typeof openPaper>[0]): Promise<Paper> {
  const paper = await openPaper(options);
  cleanUp.push(paper.close);
  return paper;
}

describe('one render for many', () => {
  test('O2 200 at once on a cold page make one render', async () => {
    const room = newsroom({ '/a': 'one' });
    const paper = await open({ render: rendering(room) });
    room.gate = wait(100);
    const all = await Promise.all(Array.from({ length: 200 }, () => paper.get('/a')));
    expect(all.every(({ status, text }) => status === 200 && text === '<p>one</p>')).toBe(true);
    expect(room.asked).toHaveLength(1);
  });

  test('C8 a publish during a render is never kept, and who asks after it gets the new page', async () => {
    const room = newsroom({ '/a': 'old' });
    const paper = await open({ render: rendering(room) });
    let release = () => {};
    room.gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const before = paper.get('/a');
    await expect.poll(() => room.asked).toHaveLength(1);
    room.texts.set('/a', 'new');
    paper.press.stale([cacheTags.path('/a')]);
    const after = paper.get('/a');
    await wait(10);
    room.gate = undefined;
    release();
    expect((await after).text).toBe('<p>new</p>');
    expect((await before).text).toBe('<p>new</p>');
    expect((await paper.get('/a')).text).toBe('<p>new</p>');
    expect(room.asked).toHaveLength(2);
  });

  test('C8 a page that is published to all the time is sent as of the question, and not kept', async () => {
    const room = newsroom({ '/a': '0' });
    let n = 0;
    const render = async (req: IncomingMessage, res: ServerResponse) => {
      const done = rendering(room)(req, res);
      room.texts.set('/a', String(++n));
      paper.press.stale([cacheTags.path('/a')]);
      await done;
    };
    const paper = await open({ render });
    const asOf = n;
    expect(Number((await paper.get('/a')).text.replace(/\D/g, ''))).toBeGreaterThanOrEqual(asOf);
    expect(paper.press.figures.pages).toBe(0);
  });

  test('C8 who joins a render that was overtaken thrice gets no page older than the question', async () => {
    let text = 'old';
    let made = 0;
    let joiner: Promise<{ text: string }> | undefined;
    const render = async (_req: IncomingMessage, res: ServerResponse) => {
      touch(cacheTags.path('/a'));
      const seen = text;
      if (++made <= 3) paper.press.stale([cacheTags.path('/a')]);
      if (made === 3) {
        text = 'new';
        joiner = paper.get('/a');
        await wait(150);
      }
      res.end(seen);
    };
    const paper = await open({ render });
    expect((await paper.get('/a')).text).toBe('old');
    expect((await joiner)?.text).toBe('new');
    expect(made).toBe(4);
  });

  test('one person’s page is not shared with another who asks meanwhile', async () => {
    let n = 0;
    const render = async (_req: IncomingMessage, res: ServerResponse) => {
      keepPrivate();
      touch('all');
      const mine = ++n;
      await wait(50);
      res.end(`for ${mine}`);
    };
    const paper = await open({ render });
    const all = await Promise.all([paper.get('/x'), paper.get('/x'), paper.get('/x')]);
    expect(new Set(all.map(({ text }) => text)).size).toBe(3);
  });

  test('O5 at most four renders at once; who waits too long is told when to come back', async () => {
    let running = 0;
    let most = 0;
    const render = async (_req: IncomingMessage, res: ServerResponse) => {
      touch('all');
      most = Math.max(most, ++running);
      await wait(200);
      running--;
      res.end('text');
    };
    const paper = await open({ render, press: { queueMs: 300 } });
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => paper.get(`/${i}`)));
    const busy = all.filter(({ status }) => status === 503);
    expect(most).toBe(4);
    expect(busy.length).toBeGreaterThan(0);
    expect(all.length - busy.length).toBeGreaterThanOrEqual(8);
    for (const { headers } of busy) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });

  test('R8 a crowd of different searches waits for itself: two at once, and other pages are made meanwhile', async () => {
    let running = 0;
    let most = 0;
    let opened = () => {};
    const gate = new Promise<void>((resolve) => {
      opened = resolve;
    });
    const render = async (req: IncomingMessage, res: ServerResponse) => {
      touch('all');
      if (req.url?.startsWith('/search?')) {
        most = Math.max(most, ++running);
        await gate;
        running--;
      }
      res.end('text');
    };
    const paper = await open({ render });
    const crowd = Array.from({ length: 150 }, (_, i) => paper.get(`/search?q=${i}`));
    await wait(100);
    const others = await Promise.all(Array.from({ length: 8 }, (_, i) => paper.get(`/${i}`)));
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
    opened();
    const statuses = (await Promise.all(crowd)).map(({ status }) => status);
    expect(most).toBe(2);
    // Two at work and a hundred waiting; the others are told to come back.
    expect(statuses.filter((status) => status === 503)).toHaveLength(48);
  });

  test('a visitor who leaves does not cut the render short', async () => {
    const room = newsroom({ '/a': 'one' });
    room.gate = wait(80);
    const paper = await open({ render: rendering(room) });
    await expect(fetch(`${paper.url}/a`, { signal: AbortSignal.timeout(30) })).rejects.toThrow();
    await wait(100);
    expect((await paper.get('/a')).text).toBe('<p>one</p>');
    expect(room.asked).toHaveLength(1);
  });
});
