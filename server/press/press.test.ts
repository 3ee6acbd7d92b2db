import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { cacheTags } from '@/lib/cache-tags';
import { answer, goodUntil, keepPrivate, touch } from '@/lib/press-notes';
import { sessionCookieName } from '@/lib/session-cookie';
import { hearsAll, openPaper, type Paper } from '../testing';

/** What the newsroom holds in these tests: a text an address, and how each was asked for. */
interface Newsroom {
  texts: Map<string, string>;
  asked: string[];
  /** Renders wait for it, when set. */
  gate?: Promise<unknown>;
  broken: boolean;
  headers: IncomingMessage['headers'][];
}

const newsroom = (texts: Record<string, string> = {}): Newsroom => ({
  texts: new Map(Object.entries(texts)),
  asked: [],
  broken: false,
  headers: [],
});

/** Renders as Next does: reads the state, waits a little, writes a page. */
const rendering = (room: Newsroom) => async (req: IncomingMessage, res: ServerResponse) => {
  const target = req.url ?? '';
  room.asked.push(target);
  room.headers.push({ ...req.headers });
  const text = room.texts.get(target);
  const { broken } = room;
  touch(cacheTags.path(target), 'all');
  if (text === undefined) answer(404);
  await room.gate;
  await wait(2);
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Vary', 'rsc');
  res.statusCode = broken ? 500 : 200;
  res.write(broken ? '<!DOCTYPE html><html id="__next_error__">' : `<p>${text ?? 'nothing here'}</p>`);
  res.end('<script>self.__next_f.push()</script>');
};

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0)) await close();
});

async function open(options: Parameters<typeof openPaper>[0]): Promise<Paper> {
  const paper = await openPaper(options);
  cleanUp.push(paper.close);
  return paper;
}

describe('keeping', () => {
  test('R13 a page is made once, stripped, and sent from memory under whatever parameters', async () => {
    const room = newsroom({ '/a': 'one' });
    const paper = await open({ render: rendering(room) });
    const first = await paper.get('/a');
    expect(first).toMatchObject({ status: 200, text: '<p>one</p>' });
    expect(first.headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-type': 'text/html; charset=utf-8',
    });
    for (const target of ['/a', '/a?utm_source=x', '/a?before=', '/%61', 'http://other.example/a']) {
      expect((await paper.get(target)).text, target).toBe('<p>one</p>');
    }
    expect(room.asked).toEqual(['/a']);
  });

  test('O2 a moved tag turns the pages that touched it and no others', async () => {
    const room = newsroom({ '/a': 'one', '/b': 'two' });
    const paper = await open({ render: rendering(room) });
    await Promise.all([paper.get('/a'), paper.get('/b')]);
    room.texts.set('/a', 'newer');
    paper.press.stale([cacheTags.path('/a')]);
    expect((await paper.get('/a')).text).toBe('<p>newer</p>');
    expect((await paper.get('/b')).text).toBe('<p>two</p>');
    expect(room.asked.sort()).toEqual(['/a', '/a', '/b']);
    paper.press.stale([cacheTags.site]);
    await Promise.all([paper.get('/a'), paper.get('/b')]);
    expect(room.asked).toHaveLength(5);
  });

  test('O2 a page that touched nothing, is private, sets a cookie or has another status is never kept', async () => {
    const asked: string[] = [];
    const render = (req: IncomingMessage, res: ServerResponse) => {
      asked.push(req.url ?? '');
      if (req.url !== '/silent') touch('all');
      if (req.url === '/mine') keepPrivate();
      if (req.url === '/cookie') res.setHeader('Set-Cookie', 'a=b');
      res.statusCode = req.url === '/odd' ? 206 : 200;
      res.end('text');
    };
    const paper = await open({ render });
    for (const target of ['/silent', '/mine', '/cookie', '/odd']) {
      await paper.get(target);
      const second = await paper.get(target);
      expect(
        asked.filter((at) => at === target),
        target,
      ).toHaveLength(2);
      if (target === '/mine' || target === '/cookie') {
        expect(second.headers['cache-control']).toBe('private, no-store');
      }
    }
    expect(paper.press.figures.pages).toBe(0);
  });

  test('A5 nothing a visitor sends but the address reaches the render of a page that others get', async () => {
    const room = newsroom({ '/a': 'one' });
    const paper = await open({ render: rendering(room) });
    await paper.get('/a?x=1', {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-broadsheet-client': '1.2.3.4',
      'user-agent': 'evil',
      'content-security-policy': "script-src 'nonce-evil'",
      cookie: 'theme=dark',
      rsc: '1',
      'if-none-match': '"x"',
      'accept-encoding': 'br',
    });
    const [headers] = room.headers;
    expect(headers).toMatchObject({ host: 'localhost:3000', 'x-broadsheet-path': '/a' });
    expect(Object.keys(headers ?? {}).sort()).toEqual([
      'accept',
      'host',
      'x-broadsheet-path',
      'x-request-id',
    ]);
  });

  test('R12 a page turns by itself when it said so, by the database clock', async () => {
    let ahead = 0;
    const asked: number[] = [];
    const hearing = { isCurrent: () => true, databaseNow: () => Date.now() + ahead };
    ahead = 3_600_000;
    const render = (_req: IncomingMessage, res: ServerResponse) => {
      asked.push(Date.now());
      touch('all');
      goodUntil(new Date(Date.now() + ahead + 400));
      res.end('text');
    };
    const paper = await open({ render, hearing });
    await paper.get('/');
    await wait(150);
    await paper.get('/');
    expect(asked).toHaveLength(1);
    await wait(350);
    await paper.get('/');
    expect(asked).toHaveLength(2);
  });
});

describe('statuses', () => {
  test('R12 a missing page is a kept 404, and publishing there turns it', async () => {
    const room = newsroom();
    const paper = await open({ render: rendering(room) });
    expect(await paper.get('/a')).toMatchObject({ status: 404, text: '<p>nothing here</p>' });
    expect((await paper.get('/a')).status).toBe(404);
    expect(room.asked).toEqual(['/a']);
    room.texts.set('/a', 'published');
    paper.press.stale([cacheTags.path('/a')]);
    expect(await paper.get('/a')).toMatchObject({ status: 200, text: '<p>published</p>' });
  });

  test('R12 a killed story is 410 with its page; a moved one 301, with or without a slash, and never off the site', async () => {
    const places: Record<string, string> = {
      '/old': '/world/new',
      '/tricky': '//evil.example',
      '/split': '/a\r\nSet-Cookie: x=1',
      '/script': 'javascript:alert(1)',
      '/abroad': 'https://archive.example/x',
    };
    const render = (req: IncomingMessage, res: ServerResponse) => {
      touch('all');
      const to = places[req.url ?? ''];
      if (to) answer(301, to);
      else answer(410);
      res.setHeader('Content-Type', 'text/html');
      res.end('<h1>Gone</h1>');
    };
    const paper = await open({ render });
    expect(await paper.get('/killed')).toMatchObject({ status: 410, text: '<h1>Gone</h1>' });
    for (const target of ['/old', '/old/', '//old']) {
      const moved = await paper.get(target);
      expect(moved).toMatchObject({ status: 301, text: '' });
      expect(moved.headers.location).toBe('/world/new');
      expect(moved.headers['content-security-policy']).toBeDefined();
    }
    const location = async (target: string) => (await paper.get(target)).headers.location;
    expect(await location('/tricky')).toBe('/');
    expect(await location('/split')).toBe('/aSet-Cookie:%20x=1');
    expect(await location('/script')).toBe('/');
    expect(await location('/abroad')).toBe('https://archive.example/x');
  });

  test('R12 superfluous slashes lead to the page; an address of the desk in disguise leads to the desk', async () => {
    const room = newsroom({ '/a': 'one' });
    const paper = await open({ render: rendering(room) });
    expect((await paper.get('/a/?utm_source=x')).headers.location).toBe('/a');
    expect(await paper.get('//admin')).toMatchObject({ status: 308, headers: { location: '/admin' } });
    expect(await paper.get('/%61dmin/login')).toMatchObject({
      status: 308,
      headers: { location: '/admin/login' },
    });
    expect(room.asked).toEqual(['/a']);
  });

  test.each([
    ['/%zz', 400],
    ['/a/../b', 400],
    [`/${'a'.repeat(5_000)}`, 414],
    ['/_next/image?url=%2Fx&w=64&q=75', 404],
  ])('%.40s is refused in words', async (target, status) => {
    const paper = await open({ render: rendering(newsroom()) });
    const refused = await paper.get(target);
    expect(refused.status).toBe(status);
    expect(refused.text).toContain('<h1>');
    expect(refused.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

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
    await wait(30);
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

describe('trouble', () => {
  test('O5 when a page cannot be made the last good one goes out, marked; tried once a second; fresh when it works', async () => {
    const room = newsroom({ '/a': 'old' });
    const paper = await open({ render: rendering(room) });
    const good = await paper.get('/a');
    room.broken = true;
    room.texts.set('/a', 'new');
    paper.press.stale([cacheTags.path('/a')]);
    for (let i = 0; i < 5; i++) {
      const last = await paper.get('/a');
      expect(last).toMatchObject({ status: 200, text: '<p>old</p>' });
      expect(last.headers.warning).toMatch(/^111 /);
    }
    const held = await paper.get('/a', { 'if-none-match': String(good.headers.etag) });
    expect(held).toMatchObject({ status: 304, headers: { warning: expect.stringMatching(/^111 /) } });
    expect(room.asked).toHaveLength(2);
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
    const began = performance.now();
    const silent = await paper.get('/a');
    expect(silent.headers.warning).toBeDefined();
    expect(performance.now() - began).toBeLessThan(1_500);
    const again = performance.now();
    expect((await paper.get('/a')).headers.warning).toBeDefined();
    expect(performance.now() - again).toBeLessThan(200);
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
    room.gate = wait(400);
    const forged = Array.from({ length: 50 }, () => paper.get('/x', { cookie: cookie() }));
    await wait(20);
    room.gate = undefined;
    const began = performance.now();
    expect((await paper.get('/a')).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(300);
    await Promise.all(forged);
  });
});

describe('sending', () => {
  const long = `<p>${'All the news that fits. '.repeat(200)}</p>`;
  const page = (_req: IncomingMessage, res: ServerResponse) => {
    touch('all');
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.end(long);
  };

  test.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['gzip;q=0', undefined],
  ])('Accept-Encoding %j is answered in %j, hit or miss', async (accepted, encoding) => {
    const paper = await open({ render: page });
    for (const target of ['/', '/']) {
      const sent = await paper.get(target, accepted === undefined ? {} : { 'accept-encoding': accepted });
      expect(sent.headers['content-encoding']).toBe(encoding);
      expect(sent.headers.vary).toBe('Accept-Encoding');
      expect(sent.text).toBe(long);
      expect(Number(sent.headers['content-length'])).toBe(sent.bytes);
    }
  });

  test('a visitor who holds the page gets 304 and no body, whatever the encoding', async () => {
    const paper = await open({ render: page });
    const { etag } = (await paper.get('/', { 'accept-encoding': 'br' })).headers;
    for (const held of [String(etag), `"x", ${etag}`, String(etag).replace('W/', ''), '*']) {
      const sent = await paper.get('/', { 'if-none-match': held, 'accept-encoding': 'gzip' });
      expect(sent, held).toMatchObject({ status: 304, bytes: 0, headers: { etag } });
      expect(sent.headers['cache-control']).toContain('must-revalidate');
    }
    for (const other of ['W/"other"', '"x"', 'garbage']) {
      expect((await paper.get('/', { 'if-none-match': other })).status).toBe(200);
    }
  });

  test('HEAD says what GET would, without the body, and makes the page for both', async () => {
    const paper = await open({ render: page });
    const head = await paper.get('/', { 'accept-encoding': 'br' }, 'HEAD');
    const got = await paper.get('/', { 'accept-encoding': 'br' });
    expect(head.bytes).toBe(0);
    const { date: _, ...said } = head.headers;
    expect(got.headers).toMatchObject(said);
    expect(paper.press.figures.renders).toBe(1);
  });

  test('a page that is read often is encoded smaller in its own time', async () => {
    const paper = await open({ render: page });
    const accepted = { 'accept-encoding': 'br' };
    const first = await paper.get('/', accepted);
    for (let i = 0; i < 20; i++) await paper.get('/', accepted);
    await expect.poll(async () => (await paper.get('/', accepted)).bytes).toBeLessThan(first.bytes);
    expect(await paper.get('/', accepted)).toMatchObject({
      text: long,
      headers: { etag: first.headers.etag },
    });
  });

  test('O2 memory stays in its bounds under invented addresses', async () => {
    const paper = await open({ render: page, press: { maxBytes: 200_000 } });
    for (let i = 0; i < 300; i++) await paper.get(`/${i}`);
    expect(paper.press.figures.bytes).toBeLessThanOrEqual(200_000);
    expect(paper.press.figures.pages).toBeLessThan(100);
    expect(paper.press.figures.tags).toBe(1);
  });
});
