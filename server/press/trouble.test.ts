import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { cacheTags } from '@/lib/cache-tags';
import { touch } from '@/lib/press-notes';
import { sessionCookieName } from '@/lib/session-cookie';
import { hearsAll, newsroom, openPaper, type Paper, rendering } from '../testing';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0)) await close();
});

async function open(options: Parameters<typeof openPaper>[0]): Promise<Paper> {
  const paper = await openPaper(options);
  cleanUp.push(paper.close);
  return paper;
}

describe('trouble', () => {
  test('O5 when a page cannot be made the last good one goes out, marked; tried once a second; fresh when it works', async () => {
    const room = newsroom({ '/a': 'old' });
    const paper = await open({ render: rendering(room) });
    const good = await paper.get('/a');
    room.broken = true;
    room.texts.set('/a', 'new');
    paper.press.stale([cacheTags.path('/a')]);
    const began = performance.now();
    for (let i = 0; i < 5; i++) {
      const last = await paper.get('/a');
      expect(last).toMatchObject({ status: 200, text: '<p>old</p>' });
      expect(last.headers.warning).toMatch(/^111 /);
    }
    const held = await paper.get('/a', { 'if-none-match': String(good.headers.etag) });
    expect(held).toMatchObject({ status: 304, headers: { warning: expect.stringMatching(/^111 /) } });
    // Once when it was good, and once a second since: at whatever pace this machine goes.
    const tries = room.asked.length - 1;
    expect(tries).toBeGreaterThanOrEqual(1);
    expect(tries).toBeLessThanOrEqual(1 + Math.floor((performance.now() - began) / 1_000));
    room.broken = false;
    await wait(1_050);
    const recovered = await paper.get('/a');
    expect(recovered.text).toBe('<p>new</p>');
    expect(recovered.headers.warning).toBeUndefined();
  });

  test('O5 a page that threw, and was never good, is a plain page with a reference; nothing of the failure shows', async () => {
    const room = newsroom({ '/a': 'one' });
    room.broken = true;
    const paper = await open({ render: rendering(room) });
    const failed = await paper.get('/a');
    expect(failed.status).toBe(500);
    expect(failed.text).toMatch(/<code>[\w-]{36}<\/code>/);
    expect(failed.text).not.toContain('__next_error__');
    expect(failed.headers['cache-control']).toBe('no-store');
  });

  test('O5 a page that threw after its head, and a story about __next_error__, are told apart', async () => {
    const render = (req: IncomingMessage, res: ServerResponse) => {
      touch('all');
      res.setHeader('Content-Type', 'text/html');
      if (req.url === '/threw') res.end('<html><template data-dgst="123"></template></html>');
      else res.end('<html lang="en"><p>What __next_error__ means: &lt;html id="__next_error__"</p></html>');
    };
    const paper = await open({ render });
    expect((await paper.get('/threw')).status).toBe(500);
    expect((await paper.get('/about')).status).toBe(200);
  });

  test('O5 what rejects, never ends or dies with the database is answered all the same', async () => {
    const paper = await open({
      render: () => Promise.reject(new Error('connection refused')),
      hearing: { ...hearsAll, isCurrent: () => false },
    });
    const failed = await paper.get('/a');
    expect(failed.status).toBe(503);
    expect(failed.headers['retry-after']).toBeDefined();
  });

  test('O5 an instance that does not hear sends nothing kept as fresh: made anew, or marked and within a second', async () => {
    const room = newsroom({ '/a': 'old' });
    let current = true;
    const paper = await open({
      render: rendering(room),
      hearing: { ...hearsAll, isCurrent: () => current },
    });
    await paper.get('/a');
    current = false;
    room.texts.set('/a', 'new');
    expect((await paper.get('/a')).text).toBe('<p>new</p>');
    let release = () => {};
    room.gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    // Both are answered while the page is still being made. The first waits for it a while, the second no more.
    const timeOf = async (): Promise<number> => {
      const began = performance.now();
      expect((await paper.get('/a')).headers.warning).toBeDefined();
      return performance.now() - began;
    };
    const first = await timeOf();
    expect(await timeOf()).toBeLessThan(first);
    release();
    current = true;
    await wait(20);
    expect((await paper.get('/a')).headers.warning).toBeUndefined();
  });

  test('R12 what was taken back is forgotten at once: not even the last good page shows it', async () => {
    const room = newsroom({ '/a': 'libel' });
    const paper = await open({ render: rendering(room) });
    await paper.get('/a');
    paper.press.stale([cacheTags.path('/a')]);
    room.broken = true;
    expect((await paper.get('/a')).text).toContain('libel');
    paper.press.stale([cacheTags.gone(cacheTags.path('/a'))]);
    const after = await paper.get('/a');
    expect(after.text).not.toContain('libel');
    expect(after.status).toBeGreaterThanOrEqual(500);
  });
});

describe('staff', () => {
  const cookie = () => `theme=dark; ${sessionCookieName()}=abc`;

  test('A5 a request with a staff cookie passes by everything kept, both ways', async () => {
    const room = newsroom({ '/a': 'for all' });
    const paper = await open({ render: rendering(room) });
    await paper.get('/a');
    room.texts.set('/a', 'for staff');
    const hers = await paper.get('/a', { cookie: cookie() });
    expect(hers.text).toBe('<p>for staff</p>');
    expect(hers.headers['cache-control']).toBe('private, no-store');
    expect(room.headers.at(-1)?.cookie).toBe(cookie());
    expect((await paper.get('/a')).text).toBe('<p>for all</p>');
    expect((await paper.get('/b', { cookie: cookie() })).status).toBe(404);
    expect(paper.press.figures.pages).toBe(1);
  });

  test('A5 made-up staff cookies cannot use up the places of readers', async () => {
    const room = newsroom({ '/a': 'one' });
    const paper = await open({ render: rendering(room) });
    let release = () => {};
    room.gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const forged = Array.from({ length: 50 }, () => paper.get('/x', { cookie: cookie() }));
    await expect.poll(() => room.asked.length).toBeGreaterThanOrEqual(4);
    room.gate = undefined;
    // A reader is answered while all those are still held.
    expect((await paper.get('/a')).status).toBe(200);
    release();
    await Promise.all(forged);
  });
});
