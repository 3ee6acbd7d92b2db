import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { clientAddressHeader } from '@/lib/client-network';
import { log } from '@/lib/log';
import { loggablePath } from '@/lib/loggable-path';
import { isOwnOrigin } from '@/lib/own-origin';
import { openPressNotes, withPressNotes } from '@/lib/press-notes';
import { requestIdHeader, requestPathHeader } from '@/lib/request-path';
import { clientAddress } from './client-address';
import { compressAnswer } from './compress-answer';
import type { Render } from './press/capture';
import type { RawHeaders } from './press/encode';
import type { Press } from './press/press';
import { sendAnswer } from './press/send';
import { type PlainStatus, sendAsNoted } from './press/status';
import { deskPolicy, filePolicy, libraryPolicy } from './security-headers';
import type { StaticFiles } from './static-files';

export interface RouterOptions {
  dev: boolean;
  render: Render;
  press: Press;
  statics: StaticFiles;
  /** Answers `/api/health` and `/api/ready`. */
  health(req: IncomingMessage, res: ServerResponse, path: string): boolean;
  /** Headers of every answer. */
  common: RawHeaders;
  inlineScripts: readonly string[];
  siteUrl: string;
  /** How many proxies of ours stand in front. */
  trustProxy: number;
}

type Area = 'public' | 'desk' | 'files';

/** The largest body that is let in at all; each endpoint has its own, lower limit. */
const maxBodyBytes = 64 * 1024 * 1024;

/** Where an address belongs: the paper, the desk, or what is no page (route handlers, pictures, Next's own). */
export function areaOf(path: string): Area {
  if (/^\/admin(?:\/|$)/.test(path)) return 'desk';
  return /^\/(?:api|media|_next|__nextjs[^/]*)(?:\/|$)/.test(path) ? 'files' : 'public';
}

/** Sends each request where it belongs: pages from memory first, then files, then the desk and route handlers by Next. */
export function requestRouter(options: RouterOptions): RequestListener {
  const { dev, press, statics, health } = options;
  return (req, res) => {
    const reads = req.method === 'GET' || req.method === 'HEAD';
    if (reads && !dev && press.sendIfKept(req, res)) return;
    const path = pathOf(req.url ?? '/');
    if (health(req, res, path)) return;
    if (req.method === 'TRACE' || req.method === 'CONNECT') return plain(405);
    if (Number(req.headers['content-length'] ?? 0) > maxBodyBytes) return plain(413);
    if (reads && !dev) {
      const file = statics.find(req.url ?? '/');
      if (file) {
        file.then((answer) => sendAnswer(req, res, answer)).catch((error: unknown) => fail(error));
        return;
      }
      // Next's picture optimiser answers anybody's sizes, and has nothing to do here: pictures have addresses of their own.
      if (path.startsWith('/_next/')) return plain(404);
      if (areaOf(path) === 'public') return press.handle(req, res);
    }
    // Next would call what cannot be decoded a fault of its own.
    if (!isDecodable(path)) return plain(400);
    if (!reads && isForeignForm(req, path, options.siteUrl)) return plain(403);
    passOn(req, res, path, options).catch((error: unknown) => fail(error));

    function plain(status: PlainStatus): void {
      if (status === 413) res.setHeader('Connection', 'close');
      press.sendPlain(req, res, status).catch(() => res.destroy());
    }
    function fail(error: unknown): void {
      log().error(
        { err: error, path: loggablePath(path), request: res.getHeader(requestIdHeader) },
        'request failed',
      );
      if (res.headersSent) res.destroy();
      else plain(500);
    }
  };
}

/**
 * Whether another site's page sends something to a page of ours. Next would refuse its server action too, but as a
 * mistake of ours (500). Route handlers look for themselves: some are meant for programs elsewhere.
 */
function isForeignForm({ headers }: IncomingMessage, path: string, siteUrl: string): boolean {
  const { origin, host } = headers;
  return origin !== undefined && areaOf(path) !== 'files' && !isOwnOrigin(origin, host, siteUrl);
}

const pathOf = (target: string): string => {
  const cut = target.indexOf('?');
  return cut < 0 ? target : target.slice(0, cut);
};

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Lets Next answer, under our headers; a route handler may set its own in their place. Nothing is kept. */
async function passOn(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  options: RouterOptions,
): Promise<void> {
  const reference = nameRequest(req, options);
  res.setHeader(requestIdHeader, reference);
  for (let i = 0; i < options.common.length; i += 2) {
    res.setHeader(options.common[i] ?? '', options.common[i + 1] ?? '');
  }
  if (!path.startsWith('/media/')) res.setHeader('Cache-Control', 'no-store');
  setPolicy(req, res, path, options);
  const notes = openPressNotes();
  sendAsNoted(res, notes);
  if (!options.dev) compressAnswer(req, res);
  await withPressNotes(notes, async () => options.render(req, res));
}

/** In development readers' pages go without a policy: hot reload works by inline scripts. */
function setPolicy(req: IncomingMessage, res: ServerResponse, path: string, options: RouterOptions): void {
  const area = areaOf(path);
  delete req.headers['content-security-policy'];
  delete req.headers['content-security-policy-report-only'];
  if (area === 'files')
    res.setHeader('Content-Security-Policy', path.startsWith('/media/') ? libraryPolicy : filePolicy);
  else if (area === 'desk' || !options.dev) {
    const policy = deskPolicy(randomBytes(16).toString('base64'), options.inlineScripts, options.dev);
    // Next reads the nonce for its own scripts from the request.
    req.headers['content-security-policy'] = policy;
    res.setHeader('Content-Security-Policy', policy);
  }
}

/**
 * Puts on a request what the house itself says of it, and takes off what only the house may say: a visitor cannot give
 * an address, a host or a name to the request that is not hers. Returns the request's name for logs.
 */
function nameRequest(req: IncomingMessage, { siteUrl, trustProxy }: RouterOptions): string {
  const { headers } = req;
  const client = clientAddress(req, trustProxy);
  const given = String(headers[requestIdHeader] ?? '');
  const reference = trustProxy > 0 && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  for (const name of Object.keys(headers)) {
    if (/^(?:x-broadsheet-|x-forwarded-|forwarded$|x-real-ip$|x-middleware-)/.test(name)) {
      delete headers[name];
    }
  }
  const site = new URL(siteUrl);
  // Next holds the Origin of a server action against the host; behind a proxy that rewrites Host ours is the site's.
  if (headers.origin === site.origin) headers['x-forwarded-host'] = site.host;
  headers['x-forwarded-proto'] = site.protocol.slice(0, -1);
  if (client) headers['x-forwarded-for'] = client;
  headers[clientAddressHeader] = client;
  headers[requestPathHeader] = req.url ?? '/';
  headers[requestIdHeader] = reference;
  return reference;
}
