import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Comparison, compare, openBenchNewsroom, type Running, startProcess, tellFigure } from './lib';
import type { PlainPage } from './plain-server';

const encodings = ['br', 'gzip', ''] as const;

/**
 * `npm run bench -- press`: a cached story, its 304 and a static file from the press, beside a plain node:http server
 * that sends the same bytes in the same encoding, turn and turn about. Targets: 0.70 of plain, 304s 0.55.
 */
export async function benchPress(): Promise<void> {
  const newsroom = await openBenchNewsroom({ articles: 200, comments: 2_000, subscribers: 0 });
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-plain-'));
  try {
    const web = await newsroom.startWeb();
    const story = await longestStory(web);
    const file = largestChunk();
    const [page, chunk] = [await fetched(web, story), await fetched(web, file)];
    const list = path.join(folder, 'pages.json');
    writeFileSync(list, JSON.stringify([page, chunk]));
    const plain = await startProcess('scripts/bench/plain-server.ts', [list], {});
    try {
      await measure(web, plain, page, chunk);
    } finally {
      await plain.stop();
    }
  } finally {
    await newsroom.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(web: Running, plain: Running, page: PlainPage, chunk: PlainPage): Promise<void> {
  const beside = async (name: string, at: string, headers: Record<string, string>, target: number) => {
    const of = (running: Running) => ({ url: running.url + at, pid: running.pid, headers });
    tell(name, await compare(of(web), of(plain)), target);
  };
  for (const encoding of encodings) {
    const kilobytes = (Buffer.from(page.bodies[encoding] ?? '', 'base64').length / 1_000).toFixed(1);
    const headers: Record<string, string> = encoding ? { 'Accept-Encoding': encoding } : {};
    await beside(`press story ${encoding || 'plain'} ${kilobytes} KB`, page.path, headers, 0.7);
  }
  await beside('press story 304', page.path, { 'If-None-Match': page.etag, 'Accept-Encoding': 'br' }, 0.55);
  await beside('press static br', chunk.path, { 'Accept-Encoding': 'br' }, 0.7);
}

function tell(name: string, { ours, bare, ratio, cpuRatio }: Comparison, target: number): void {
  tellFigure(
    name,
    [
      `${Math.round(ours.perSecond)} requests/s, plain ${Math.round(bare.perSecond)}`,
      `ratio ${ratio.toFixed(2)} (target ${target.toFixed(2)})`,
      `CPU ${ours.cpuMicroseconds.toFixed(0)} µs a request, plain ${bare.cpuMicroseconds.toFixed(0)}, ratio ${cpuRatio.toFixed(2)}`,
      `p99 ${ours.p99Ms.toFixed(1)} ms, plain ${bare.p99Ms.toFixed(1)}`,
    ].join('; '),
  );
}

/** The heaviest story linked from the front page: a page as readers get it. */
export async function longestStory(web: Running): Promise<string> {
  const front = (await ask(web.url, '/')).body.toString();
  const links = [
    ...new Set([...front.matchAll(/href="(\/[a-z-]+\/[a-z0-9-]{20,})"/g)].map((match) => match[1] ?? '')),
  ];
  const sizes = await Promise.all(
    links.slice(0, 30).map(async (link) => ({ link, size: (await ask(web.url, link)).body.length })),
  );
  const longest = sizes.sort((a, b) => b.size - a.size)[0];
  if (!longest) throw new Error('the front page links to no story');
  return longest.link;
}

function largestChunk(): string {
  const folder = path.join(process.env.NEXT_DIST_DIR ?? '.next', 'static', 'chunks');
  const css = readdirSync(folder).filter((name) => name.endsWith('.css'));
  const name = css[0];
  if (name === undefined) throw new Error('the build has no style sheet');
  return `/_next/static/chunks/${name}`;
}

/** What the press sends for an address, in each encoding; after a while, when brotli is as small as it gets. */
async function fetched(web: Running, at: string): Promise<PlainPage> {
  for (let i = 0; i < 40; i++) await ask(web.url, at, { 'Accept-Encoding': 'br' });
  await wait(2_000);
  const bodies: Record<string, string> = {};
  let headers: Record<string, string | string[] | undefined> = {};
  for (const encoding of encodings) {
    const answer = await ask(web.url, at, encoding ? { 'Accept-Encoding': encoding } : {});
    bodies[encoding] = answer.body.toString('base64');
    headers = answer.headers;
  }
  return {
    path: at,
    contentType: String(headers['content-type']),
    cacheControl: String(headers['cache-control']),
    etag: String(headers.etag),
    bodies,
  };
}

/** One request, its body as sent. Throws unless it is answered with `status`. */
export function ask(
  url: string,
  at: string,
  headers: Record<string, string> = {},
  status = 200,
): Promise<{ body: Buffer; headers: Record<string, string | string[] | undefined> }> {
  return new Promise((resolve, reject) => {
    const req = request(url + at, { headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => {
        if (res.statusCode === status) resolve({ body: Buffer.concat(chunks), headers: res.headers });
        else reject(new Error(`${at} answered ${res.statusCode}`));
      });
    });
    req.on('error', reject);
    req.end();
  });
}
