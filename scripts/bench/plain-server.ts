import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the plain server sends: the same bytes as the press, under the headers any page needs. */
export interface PlainPage {
  path: string;
  contentType: string;
  cacheControl: string;
  etag: string;
  /** By encoding, '' for none; base64. */
  bodies: Record<string, string>;
}

// The limit of Node: a page from memory with no cache to look in, no tags, no policy. What `bench press` is held against.
const pages = new Map<
  string,
  { etag: string; variants: Map<string, { headers: Record<string, string | number>; body: Buffer }> }
>();
for (const page of JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as PlainPage[]) {
  const variants = new Map(
    Object.entries(page.bodies).map(([encoding, base64]) => {
      const body = Buffer.from(base64, 'base64');
      const headers = {
        'Content-Type': page.contentType,
        'Cache-Control': page.cacheControl,
        ETag: page.etag,
        Vary: 'Accept-Encoding',
        ...(encoding && { 'Content-Encoding': encoding }),
        'Content-Length': body.length,
      };
      return [encoding, { headers, body }] as const;
    }),
  );
  pages.set(page.path, { etag: page.etag, variants });
}

const server = createServer((req, res) => {
  const page = pages.get(req.url ?? '');
  const accepted = req.headers['accept-encoding'] ?? '';
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : '';
  const variant = page?.variants.get(encoding);
  if (!page || !variant) {
    res.writeHead(404).end();
    return;
  }
  if (req.headers['if-none-match'] === page.etag) {
    res.writeHead(304, { ETag: page.etag }).end();
    return;
  }
  res.writeHead(200, variant.headers);
  res.end(variant.body);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ ready: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on('disconnect', () => process.exit(0));
