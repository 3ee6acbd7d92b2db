import type { IncomingMessage, ServerResponse } from 'node:http';
import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { allowFrames, answer, touch } from '@/lib/press-notes';
import { sessionCookieName } from '@/lib/session-cookie';
import { themeScript } from '@/lib/theme-script';
import { openPaper, type Paper } from './testing';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0)) await close();
});
async function open(options: Parameters<typeof openPaper>[0]): Promise<Paper> {
  const paper = await openPaper(options);
  cleanUp.push(paper.close);
  return paper;
}

/** Answers anything, and remembers what it was asked. */
function recorder() {
  const asked: IncomingMessage['headers'][] = [];
  const render = (req: IncomingMessage, res: ServerResponse) => {
    asked.push({ ...req.headers });
    touch('all');
    if (req.url === '/killed') answer(410);
    if (req.url === '/missing') answer(404);
    if (req.url === '/moved') answer(301, '/there');
    if (req.url === '/throws') res.statusCode = 500;
    if (req.url?.startsWith('/media')) res.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    res.setHeader('Content-Type', 'text/html');
    res.end(`<script>${themeScript}</script>`);
  };
  return { asked, render };
}

const nextFiles = { '.next/static/chunks/a.js': `console.log(${'"text"+'.repeat(300)}1)` };

test.each([
  ['/', 200],
  ['/missing', 404],
  ['/killed', 410],
  ['/moved', 301],
  ['/throws', 500],
  ['/%zz', 400],
  ['/a/', 308],
  ['/reader.js', 200],
  ['/_next/static/chunks/a.js', 200],
  ['/_next/static/none.js', 404],
  ['/_next/image?url=x', 404],
  ['/speculation-rules.json', 200],
  ['/api/anything', 200],
  ['/api/health', 200],
  ['/admin', 200],
  ['/admin/login', 200],
  ['/media/abc/640.webp', 200],
  ['/media/%E0%A4/640.webp', 400],
  ['/admin/%ff', 400],
])('A5 %s (%i) carries every security header', async (target, status) => {
  const { render } = recorder();
  const paper = await open({ render, files: nextFiles, env: { siteUrl: 'https://paper.example' } });
  const { headers, status: sent } = await paper.get(target);
  expect(sent).toBe(status);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'strict-transport-security': 'max-age=63072000',
  });
  const csp = String(headers['content-security-policy']);
  expect(csp).toContain("default-src 'none'");
  expect(csp).toContain("base-uri 'none'");
  expect(csp).toMatch(/frame-ancestors '(none|self)'/);
  expect(csp).not.toMatch(/script-src[^;]*unsafe/);
  expect(headers['x-powered-by']).toBeUndefined();
});

test('A5 without https there is no HSTS; readers’ pages allow the theme script by hash and no inline style', async () => {
  const paper = await open({ render: recorder().render });
  const { headers, text } = await paper.get('/');
  expect(headers['strict-transport-security']).toBeUndefined();
  expect(text).toBe(`<script>${themeScript}</script>`);
  expect(headers['content-security-policy']).toMatch(
    /script-src 'self' 'sha256-[\w+/]{43}='; style-src 'self';/,
  );
  expect(headers['speculation-rules']).toBe('"/speculation-rules.json"');
});

test('A5 D16 a file of the library runs nothing, were it opened as a page', async () => {
  const paper = await open({ render: recorder().render });
  const policyOf = async (path: string) => (await paper.get(path)).headers['content-security-policy'];
  expect(await policyOf('/media/0123/file.pdf')).toMatch(/^sandbox; default-src 'none'; .*media-src 'self'$/);
  expect(await policyOf('/api/x')).not.toContain('sandbox');
});

test('A5 the desk gets a nonce of its own each time, told to Next on the request; a visitor’s is dropped', async () => {
  const { asked, render } = recorder();
  const paper = await open({ render });
  const nonces = new Set<string>();
  for (let i = 0; i < 3; i++) {
    const { headers } = await paper.get('/admin', { 'content-security-policy': "script-src 'nonce-evil'" });
    expect(headers['cache-control']).toBe('no-store');
    expect(asked.at(-1)?.['content-security-policy']).toBe(headers['content-security-policy']);
    nonces.add(/'nonce-([\w+/=]+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '');
  }
  expect(nonces.size).toBe(3);
  expect(nonces.has('evil')).toBe(false);
  await paper.get('/api/x', { 'content-security-policy': "script-src 'nonce-evil'" });
  expect(asked.at(-1)?.['content-security-policy']).toBeUndefined();
});

test('A5 only the house says who a visitor is', async () => {
  const { asked, render } = recorder();
  const paper = await open({ render });
  await paper.get('/api/x?y=1', {
    'x-broadsheet-client': '198.51.100.1',
    'x-broadsheet-path': '/admin',
    'x-forwarded-for': '198.51.100.1',
    'x-forwarded-host': 'evil.example',
    'x-middleware-subrequest': 'middleware',
    'x-request-id': 'chosen-by-visitor',
  });
  expect(asked[0]).toMatchObject({
    'x-broadsheet-client': '127.0.0.1',
    'x-broadsheet-path': '/api/x?y=1',
    'x-forwarded-for': '127.0.0.1',
  });
  expect(asked[0]).not.toHaveProperty('x-forwarded-host');
  expect(asked[0]).not.toHaveProperty('x-middleware-subrequest');
  expect(asked[0]?.['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test('behind proxies of ours the visitor is who they say called them, and the request keeps its name', async () => {
  const { asked, render } = recorder();
  const paper = await open({ render, env: { TRUST_PROXY: 1, siteUrl: 'https://paper.example' } });
  const { headers } = await paper.get('/api/x', {
    'x-forwarded-for': '198.51.100.1, 203.0.113.7',
    'x-request-id': 'proxy-0123456789',
    origin: 'https://paper.example',
  });
  expect(asked[0]).toMatchObject({
    'x-broadsheet-client': '203.0.113.7',
    'x-request-id': 'proxy-0123456789',
    'x-forwarded-host': 'paper.example',
    'x-forwarded-proto': 'https',
  });
  expect(headers['x-request-id']).toBe('proxy-0123456789');
});

test('files of ours come from memory: hashed for ever, public ones by ETag or for ever by their version', async () => {
  const { asked, render } = recorder();
  const paper = await open({ render, files: nextFiles });
  const hashed = await paper.get('/_next/static/chunks/a.js', { 'accept-encoding': 'br' });
  expect(hashed.text).toBe(nextFiles['.next/static/chunks/a.js']);
  expect(hashed.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
  });
  const reader = await paper.get('/reader.js');
  expect(reader.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  expect((await paper.get('/reader.js', { 'if-none-match': String(reader.headers.etag) })).status).toBe(304);
  expect((await paper.get('/reader.js?v=wrong')).headers['cache-control']).toContain('must-revalidate');
  for (const target of [
    '/..%2f..%2fpackage.json',
    '/_next/static/..%2f..%2fbuild',
    '/_next/static/%2e%2e/x',
  ]) {
    expect((await paper.get(target)).status, target).not.toBe(200);
  }
  expect(asked).toHaveLength(0);
});

test('style sheets joined on one page are answered by every instance of the build, and no others are', async () => {
  const styles = {
    '.next/static/chunks/a-1.css': 'a{color:red}',
    '.next/static/chunks/b_2.css': 'b{background:url(../media/x.png)}',
  };
  const link = (name: string) =>
    `<link rel="stylesheet" href="/_next/static/chunks/${name}" data-precedence="next"/>`;
  const render = (_req: IncomingMessage, res: ServerResponse) => {
    touch('all');
    res.setHeader('Content-Type', 'text/html');
    res.end(link('b_2.css') + link('a-1.css'));
  };
  const paper = await open({ render, files: styles });
  const other = await open({ render, files: styles });
  const address = /href="([^"]+)"/.exec((await paper.get('/')).text)?.[1] ?? '';
  for (const instance of [paper, other]) {
    const joined = await instance.get(address);
    expect(joined).toMatchObject({ status: 200, text: 'b{background:url(../media/x.png)}\na{color:red}\n' });
    expect(joined.headers['cache-control']).toContain('immutable');
    expect(joined.headers['content-type']).toContain('text/css');
  }
  for (const made of ['a-1+a-1', 'a-1+none', 'a-1+..%2fa-1', '+', 'a-1+']) {
    expect((await paper.get(`/_next/static/chunks/${made}.css`)).status, made).toBe(404);
  }
});

test('a page names our script by its version, and that may be kept for ever', async () => {
  const render = (_req: IncomingMessage, res: ServerResponse) => {
    touch('all');
    res.setHeader('Content-Type', 'text/html');
    res.end('<script src="/reader.js" defer=""></script>');
  };
  const paper = await open({ render });
  const address = /src="([^"]+)"/.exec((await paper.get('/')).text)?.[1] ?? '';
  expect(address).toMatch(/^\/reader\.js\?v=[\w-]{10}$/);
  const script = await paper.get(address);
  expect(script).toMatchObject({ status: 200, text: 'reader()' });
  expect(script.headers['cache-control']).toContain('immutable');
});

test('in development everything is passed on, with statuses and headers, and nothing is kept or taken out', async () => {
  const { asked, render } = recorder();
  const paper = await open({ render, dev: true });
  expect((await paper.get('/missing')).status).toBe(404);
  expect(await paper.get('/moved')).toMatchObject({ status: 301, headers: { location: '/there' } });
  const page = await paper.get('/?any=1');
  await paper.get('/?any=1');
  expect(page.headers['content-security-policy']).toBeUndefined();
  expect(page.headers['x-content-type-options']).toBe('nosniff');
  expect((await paper.get('/admin')).headers['content-security-policy']).toContain("'unsafe-eval'");
  expect(asked).toHaveLength(5);
  expect(paper.press.figures.renders).toBe(0);
});

test('what Next throws while it answers itself is a plain page, and bodies past all limits are refused', async () => {
  const paper = await open({ render: () => Promise.reject(new Error('boom')) });
  expect((await paper.get('/admin')).status).toBe(500);
  expect((await paper.get('/api/x', { 'content-length': String(2 ** 40) }, 'POST')).status).toBe(413);
  expect((await paper.get('/', {}, 'TRACE')).status).toBe(405);
});

test('A5 two who come after each other through one door never see each other’s page', async () => {
  const render = (req: IncomingMessage, res: ServerResponse) => {
    touch('all');
    res.end(`page of ${req.headers.cookie ?? 'nobody'}`);
  };
  const paper = await open({ render });
  const name = sessionCookieName();
  for (const target of ['/', '/admin', '/api/x']) {
    for (const who of ['a', 'b']) {
      const hers = await paper.get(target, { cookie: `${name}=${who}` });
      expect(hers.text, target).toBe(`page of ${name}=${who}`);
      expect(hers.headers['cache-control'], target).toMatch(/no-store/);
    }
    expect((await paper.get(target)).text, target).toBe('page of nobody');
  }
});

test('a socket cannot be opened through the house', async () => {
  const { render } = recorder();
  const paper = await open({ render });
  const outcome = await new Promise((resolve) => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-key': 'x',
      'sec-websocket-version': '13',
    };
    const req = request({ port: paper.port, host: '127.0.0.1', path: '/_next/webpack-hmr', headers });
    req.on('upgrade', () => resolve('upgraded'));
    req.on('response', (res) => resolve(res.statusCode));
    req.on('error', () => resolve('refused'));
    req.end();
  });
  expect(outcome).not.toBe('upgraded');
});

test.each([
  ['/admin/settings', 'https://evil.example', 403],
  ['/admin/settings', 'null', 403],
  ['/newsletter', 'https://evil.example', 403],
  ['/admin/settings', 'http://localhost:3000', 200],
  ['/admin/settings', undefined, 200],
  ['/api/unsubscribe/token', 'https://evil.example', 200],
])('A5 a form sent to %s from %s is answered %i', async (target, origin, expected) => {
  const { asked, render } = recorder();
  const paper = await open({ render });
  const sent = await paper.get(target, origin === undefined ? {} : { origin }, 'POST');
  expect(sent.status).toBe(expected);
  expect(asked).toHaveLength(expected === 200 ? 1 : 0);
  if (expected === 403) expect(sent.text).toContain('sent from another site');
});

test('R19 A5 a page of the desk that shows a story may frame what the story’s embeds come from', async () => {
  const render = (_req: IncomingMessage, res: ServerResponse) => {
    allowFrames(['https://player.vimeo.com', 'https://x; script-src *']);
    res.end('a preview');
  };
  const paper = await open({ render });
  const policy = String((await paper.get('/admin/preview')).headers['content-security-policy']);
  expect(policy).toContain("; frame-src https://player.vimeo.com 'self' blob:;");
  expect(policy).not.toContain('script-src *');
});
