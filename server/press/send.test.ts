import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { touch } from '@/lib/press-notes';
import { openPaper, type Paper } from '../testing';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0)) await close();
});

async function open(options: Parameters<typeof openPaper>[0]): Promise<Paper> {
  const paper = await openPaper(options);
  cleanUp.push(paper.close);
  return paper;
}

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

  test('R9 a visitor who knows only the date gets 304 while the content is the same, and never once it has changed', async () => {
    let text = 'one';
    const paper = await open({
      render: (_req, res) => {
        touch('all');
        res.setHeader('Content-Type', 'text/html');
        res.end(text);
      },
    });
    const again = async (since: string, more: Record<string, string> = {}, method = 'GET') => {
      paper.press.stale(['all']);
      return paper.get('/', { 'if-modified-since': since, ...more }, method);
    };
    const { headers } = await paper.get('/');
    const since = String(headers['last-modified']);
    expect(Math.abs(new Date(since).getTime() - Date.now())).toBeLessThan(5_000);
    for (const method of ['GET', 'HEAD'])
      expect(await again(since, {}, method)).toMatchObject({
        status: 304,
        bytes: 0,
        headers: { etag: headers.etag },
      });
    // The tag outranks the date (RFC 9110, 13.2.2), and a date that is not ours proves nothing.
    expect((await again(since, { 'if-none-match': '"other"' })).status).toBe(200);
    for (const other of ['Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 01 Jan 2100 00:00:00 GMT', 'yesterday', ''])
      expect((await again(other)).status, other).toBe(200);
    // Within the same second or not: what was there before is not what is there now.
    text = 'two';
    expect(await again(since)).toMatchObject({ status: 200, text: 'two' });
    text = 'three';
    expect(await again(since)).toMatchObject({ status: 200, text: 'three' });
    text = 'one';
    expect(await again(since)).toMatchObject({ status: 200, text: 'one' });
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
