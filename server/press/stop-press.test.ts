import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { barPlace } from '@/lib/bar-place';
import { cacheTags } from '@/lib/cache-tags';
import { answer, keepPrivate, touch } from '@/lib/press-notes';
import { sessionCookieName } from '@/lib/session-cookie';
import { hearsAll, openPaper, type Paper } from '../testing';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0)) await close();
});

const text = 'All the news that fits. '.repeat(200);
const pageWith = (bar: string) => `<html><body><a>skip ü</a>${bar}<main>${text}</main></body></html>`;
const closed = '<aside>The bridge is closed</aside>';

/** Pages that leave a place, a feed that leaves none, and what is to be set in. */
async function open(options: Partial<Parameters<typeof openPaper>[0]> = {}) {
  const desk = { html: '', goodUntil: null as Date | null, broken: false, gate: undefined as unknown };
  const read = async () => {
    const { html, goodUntil } = desk;
    await desk.gate;
    if (desk.broken) throw new Error('connection refused');
    return { html, goodUntil };
  };
  const render = (req: IncomingMessage, res: ServerResponse) => {
    touch(cacheTags.path(req.url ?? ''));
    if (req.url === '/none') answer(404);
    if (req.url === '/mine') keepPrivate();
    const feed = req.url === '/feed.xml';
    res.setHeader('Content-Type', feed ? 'application/rss+xml' : 'text/html; charset=utf-8');
    res.end(feed ? `<rss>${text}</rss>` : pageWith(barPlace));
  };
  const paper = await openPaper({ render, ...options, press: { news: { read, tags: ['bar'] } } });
  cleanUp.push(paper.close);
  const set = (html: string, goodUntil: Date | null = null) => {
    Object.assign(desk, { html, goodUntil });
    paper.press.stale([cacheTags.bar]);
  };
  return { paper, desk, set };
}

const all = (paper: Paper, paths: string[], headers: Record<string, string> = {}) =>
  Promise.all(paths.map((path) => paper.get(path, headers)));

describe('late news', () => {
  test.each([['br'], ['gzip'], ['']])(
    'R17 is set into pages that are kept, in encoding %j, and no page is made for it',
    async (encoding) => {
      const { paper, set } = await open();
      const headers = { 'accept-encoding': encoding };
      expect((await paper.get('/a', headers)).text).toBe(pageWith(''));
      set(closed);
      for (let again = 0; again < 3; again++)
        expect(await paper.get('/a', headers)).toMatchObject({ status: 200, text: pageWith(closed) });
      const { 'content-encoding': said = '', 'content-length': length } = (await paper.get('/a', headers))
        .headers;
      expect(said).toBe(encoding);
      expect((await paper.get('/a', headers, 'HEAD')).headers['content-length']).toBe(length);
      set('');
      expect((await paper.get('/a', headers)).text).toBe(pageWith(''));
      expect(paper.press.figures).toMatchObject({ renders: 1, newsReadings: 3 });
    },
  );

  test('R17 is part of the tag: who holds the page without it, or with another, gets the page', async () => {
    const { paper, set } = await open();
    const tagOf = async () => String((await paper.get('/a')).headers.etag);
    const asked = (held: Record<string, string>) => paper.get('/a', held);
    const bare = await paper.get('/a');
    const without = String(bare.headers.etag);
    set(closed);
    const with1 = await tagOf();
    set('<aside>It is open</aside>');
    const with2 = await tagOf();
    expect(new Set([without, with1, with2]).size).toBe(3);
    for (const held of [without, with1])
      expect((await asked({ 'if-none-match': held })).text).toContain('It is open');
    expect(await asked({ 'if-none-match': with2 })).toMatchObject({ status: 304, bytes: 0 });
    const since = String(bare.headers['last-modified']);
    expect((await asked({ 'if-modified-since': since })).text).toContain('It is open');
    set('');
    expect(await asked({ 'if-none-match': with2 })).toMatchObject({ status: 200, text: pageWith('') });
    expect((await asked({ 'if-none-match': without })).status).toBe(304);
  });

  test('R17 stands on missing, private and staff pages, and on what has no place for it not', async () => {
    const { paper, set } = await open();
    set(closed);
    for (const path of ['/none', '/mine']) expect((await paper.get(path)).text, path).toBe(pageWith(closed));
    const staff = { cookie: `${sessionCookieName()}=abc` };
    expect(await paper.get('/a', staff)).toMatchObject({
      text: pageWith(closed),
      headers: { 'cache-control': 'private, no-store' },
    });
    expect((await paper.get('/feed.xml')).text).toBe(`<rss>${text}</rss>`);
  });

  test('R17 is read once for all who wait, and set into a page once for all who ask for it', async () => {
    const { paper, desk, set } = await open();
    await paper.get('/a');
    let release = () => {};
    desk.gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    set(closed);
    const asked = all(paper, Array(50).fill('/a'), { 'accept-encoding': 'br' });
    await wait(20);
    release();
    expect(new Set((await asked).map((each) => each.text))).toEqual(new Set([pageWith(closed)]));
    expect(paper.press.figures).toMatchObject({ renders: 1, newsReadings: 2 });
  });

  test('R17 what is changed while it is read is read again, and the older never sent', async () => {
    const { paper, desk, set } = await open();
    await paper.get('/a');
    desk.gate = wait(50);
    set('<aside>first</aside>');
    await wait(10);
    set('<aside>second</aside>');
    expect((await paper.get('/a')).text).toContain('second');
    expect((await paper.get('/a')).text).toContain('second');
  });

  test('R17 ends at its time by the database clock', async () => {
    const ahead = 3_600_000;
    const { paper, desk, set } = await open({
      hearing: { isCurrent: () => true, databaseNow: () => Date.now() + ahead },
    });
    set(closed, new Date(Date.now() + ahead + 600));
    expect((await paper.get('/a')).text).toContain('closed');
    Object.assign(desk, { html: '', goodUntil: null });
    expect((await paper.get('/a')).text).toContain('closed');
    await wait(650);
    expect((await paper.get('/a')).text).toBe(pageWith(''));
    expect(paper.press.figures.renders).toBe(1);
  });

  test('O5 when it cannot be read what stood last stands, marked, and the next is there when it can', async () => {
    const { paper, desk, set } = await open();
    set(closed);
    expect((await paper.get('/a')).text).toContain('closed');
    desk.broken = true;
    set('<aside>It is open</aside>');
    const last = await paper.get('/a');
    expect(last.text).toContain('closed');
    expect(last.headers.warning).toMatch(/^111 /);
    const { newsReadings } = paper.press.figures;
    await all(paper, Array(20).fill('/a'));
    expect(paper.press.figures.newsReadings, 'it rests for a second').toBe(newsReadings);
    desk.broken = false;
    await wait(1_050);
    const next = await paper.get('/a');
    expect(next.text).toContain('It is open');
    expect(next.headers.warning).toBeUndefined();
  });

  test('O5 an instance that does not hear asks anew what stands, as it does for pages', async () => {
    let current = true;
    const { paper, desk } = await open({ hearing: { ...hearsAll, isCurrent: () => current } });
    await paper.get('/a');
    desk.html = closed;
    expect((await paper.get('/a')).text).toBe(pageWith(''));
    current = false;
    expect((await paper.get('/a')).text).toContain('closed');
  });

  test('O2 takes its room only while it stands', async () => {
    const { paper, set } = await open();
    const paths = Array.from({ length: 30 }, (_, n) => `/${n}`);
    await all(paper, paths, { 'accept-encoding': 'br' });
    const { bytes } = paper.press.figures;
    set(closed);
    await all(paper, paths, { 'accept-encoding': 'br' });
    expect(paper.press.figures.bytes).toBeGreaterThan(bytes);
    set('');
    await expect.poll(() => paper.press.figures.bytes).toBe(bytes);
  });
});
