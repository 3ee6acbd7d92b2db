import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { cacheTags } from '@/lib/cache-tags';
import { answer, goodUntil, keepPrivate, touch } from '@/lib/press-notes';
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
    expect(headers).toMatchObject({
      host: 'localhost:3000',
      'user-agent': 'Broadsheet',
      'x-broadsheet-path': '/a',
    });
    expect(Object.keys(headers ?? {}).sort()).toEqual([
      'accept',
      'host',
      'user-agent',
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
      goodUntil(new Date(Date.now() + ahead + 1_000));
      res.end('text');
    };
    const paper = await open({ render, hearing });
    await paper.get('/');
    await wait(100);
    await paper.get('/');
    expect(asked).toHaveLength(1);
    await wait(1_000);
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
