import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, createGzip, type Gzip } from 'node:zlib';
import { accepts, isText } from './press/encode';

/**
 * Compresses what Next streams to the desk, as it streams: each piece goes out when it is written. Fast rather than
 * small, for it is made for one person. Left alone: what is compressed already, is no text, or is an event stream, which
 * lives for hours and says a word at a time.
 */
export function compressAnswer(req: IncomingMessage, res: ServerResponse): void {
  if (req.method === 'HEAD' || !accepts(req.headers['accept-encoding'], 'gzip')) return;
  const plain = { writeHead: res.writeHead, write: res.write, end: res.end };
  let gzip: Gzip | undefined;
  res.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const given = rest.at(-1);
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
      for (const [name, value] of Object.entries(given)) if (value !== undefined) res.setHeader(name, value);
      rest.pop();
    }
    if (!gzip && isWorthIt(res, status)) gzip = startGzip(res, plain);
    return Reflect.apply(plain.writeHead, this, [status, ...rest]);
  } as typeof res.writeHead;
  res.write = ((...args: Parameters<Gzip['write']>) => {
    if (!res.headersSent) res.writeHead(res.statusCode);
    if (!gzip) return Reflect.apply(plain.write, res, args);
    const more = Reflect.apply(gzip.write, gzip, args);
    gzip.flush(constants.Z_SYNC_FLUSH);
    return more;
  }) as typeof res.write;
  res.end = ((...args: Parameters<Gzip['end']>) => {
    if (!res.headersSent) res.writeHead(res.statusCode);
    if (!gzip) return Reflect.apply(plain.end, res, args);
    Reflect.apply(gzip.end, gzip, args);
    return res;
  }) as typeof res.end;
}

function isWorthIt(res: ServerResponse, status: number): boolean {
  const type = String(res.getHeader('content-type') ?? '');
  return (
    status !== 204 &&
    status !== 304 &&
    !res.hasHeader('content-encoding') &&
    isText(type) &&
    !type.startsWith('text/event-stream')
  );
}

function startGzip(res: ServerResponse, plain: Pick<ServerResponse, 'write' | 'end'>): Gzip {
  const gzip = createGzip({ level: 4 });
  res.removeHeader('Content-Length');
  res.setHeader('Content-Encoding', 'gzip');
  res.appendHeader('Vary', 'Accept-Encoding');
  gzip.on('data', (chunk: Buffer) => {
    if (!Reflect.apply(plain.write, res, [chunk])) gzip.pause();
  });
  gzip.on('end', () => Reflect.apply(plain.end, res, []));
  // Whoever writes waits for the response to drain; what drains now is the compressor.
  gzip.on('drain', () => res.emit('drain'));
  res.on('drain', () => gzip.resume());
  res.on('close', () => gzip.destroy());
  return gzip;
}
