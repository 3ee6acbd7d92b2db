import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { openPressNotes, type PressNotes, withPressNotes } from '@/lib/press-notes';

/** Writes an answer to a request: Next's handler, or in tests any function of that shape. */
export type Render = (req: IncomingMessage, res: ServerResponse) => unknown;

/** A finished render, in memory. */
export interface Captured {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  notes: PressNotes;
}

/** Longest a render may take before it counts as failed, in milliseconds; above the database's statement timeout. */
export const renderLimitMs = 12_000;

/** Thrown when a render did not end in time. */
export class RenderTimeout extends Error {
  override name = 'RenderTimeout';
}

/**
 * Renders an address into memory, for nobody in particular: the request is made here and carries only the headers given,
 * so that nothing a visitor sends can reach a page that others get, and nobody who leaves cuts a render short.
 */
export async function capture(
  render: Render,
  target: string,
  headers: Record<string, string>,
): Promise<Captured> {
  const notes = openPressNotes(true);
  const req = requestFor(target, headers);
  const res = new CapturedResponse(req);
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    limit = setTimeout(() => {
      res.abandon();
      reject(new RenderTimeout(`no answer within ${renderLimitMs} ms`));
    }, renderLimitMs);
  });
  const failed = new Promise<never>((_, reject) => {
    withPressNotes(notes, async () => render(req, res)).catch(reject);
  });
  try {
    await Promise.race([res.done, failed, late]);
  } finally {
    clearTimeout(limit);
  }
  return { status: res.statusCode, headers: res.getHeaders(), body: res.body(), notes };
}

function requestFor(target: string, headers: Record<string, string>): IncomingMessage {
  const req = new IncomingMessage(new Socket());
  Object.assign(req, {
    method: 'GET',
    url: target,
    httpVersion: '1.1',
    httpVersionMajor: 1,
    httpVersionMinor: 1,
  });
  req.headers = headers;
  req.rawHeaders = Object.entries(headers).flat();
  req.complete = true;
  req.push(null);
  return req;
}

/** A response that goes nowhere: what is written is kept, and it is finished when it has ended. */
class CapturedResponse extends ServerResponse {
  readonly done: Promise<void>;
  private readonly chunks: Buffer[] = [];
  private settle: () => void = () => {};

  constructor(req: IncomingMessage) {
    super(req);
    this.done = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  body(): Buffer {
    return Buffer.concat(this.chunks);
  }

  /** Tells the render that nobody waits any more, as a visitor does who leaves. */
  abandon(): void {
    this.destroyed = true;
    this.emit('close');
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    const given = typeof rest[0] === 'string' ? rest[1] : rest[0];
    for (const [name, value] of headerPairs(given)) this.setHeader(name, value);
    return super.writeHead(status);
  }

  override flushHeaders(): void {
    if (!this.headersSent) this.writeHead(this.statusCode);
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.flushHeaders();
    this.keep(chunk, rest[0]);
    whenWritten(rest);
    return true;
  }

  override end(...args: unknown[]): this {
    if (this.finished) return this;
    this.flushHeaders();
    const [chunk, encoding] = args;
    if (typeof chunk !== 'function') this.keep(chunk, encoding);
    this.finished = true;
    whenWritten(args);
    this.emit('finish');
    this.emit('close');
    this.settle();
    return this;
  }

  private keep(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === 'string') {
      this.chunks.push(
        Buffer.from(chunk, Buffer.isEncoding(String(encoding)) ? (encoding as BufferEncoding) : 'utf8'),
      );
    } else if (chunk instanceof Uint8Array) this.chunks.push(Buffer.from(chunk));
  }
}

function whenWritten(args: unknown[]): void {
  const callback = args.find((arg) => typeof arg === 'function');
  if (callback) process.nextTick(callback as () => void);
}

/** Headers in any of the shapes that `writeHead` takes. */
function headerPairs(given: unknown): [string, string | string[]][] {
  if (!given) return [];
  if (!Array.isArray(given)) return Object.entries(given as Record<string, string>);
  if (Array.isArray(given[0])) return given as [string, string][];
  return given.flatMap((value, i) =>
    i % 2 === 0 ? [[String(value), given[i + 1] as string] as [string, string]] : [],
  );
}
