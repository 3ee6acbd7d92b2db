import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib';

/** Header names and values in turn, as `writeHead` takes them fastest. */
export type RawHeaders = string[];

/** One encoding of an answer, ready to send. */
export interface Body {
  readonly head: RawHeaders;
  readonly bytes: Buffer;
}

/** An answer in memory: encoded once, sent many times. */
export interface Answer {
  readonly status: number;
  /** Weak, for it names the content, whichever way it is encoded (RFC 9110, 8.8.1). Empty: never answer 304. */
  readonly etag: string;
  /** The second in which this content was first seen here, as `Last-Modified` says it. */
  readonly lastModified: string;
  /** Whether that second tells it from what was there before. */
  readonly dated: boolean;
  readonly head: RawHeaders;
  /** What a 304 must repeat (RFC 9110, 15.4.5). */
  readonly notModified: RawHeaders;
  brotli?: Body;
  gzip?: Body;
  /** Made on demand where the others exist: almost nobody asks for it. */
  plain?: Body;
  /** What all bodies take in memory. */
  bytes: number;
}

/** An answer as it was made, before encoding. */
export interface Finished {
  status: number;
  headers: RawHeaders;
  body: Buffer;
  /** The answer that it takes the place of: the same content keeps its date. */
  before?: Answer;
  /** Made for one person, it is dated by nothing. */
  undated?: boolean;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Below this, in bytes, compression saves no packet. */
const worthCompressingBytes = 700;

/**
 * Encodes an answer: brotli and gzip fast (about 2 ms for a page, off the main thread); `improve` betters brotli later. It is
 * dated by when this process first had the content, whatever its subject calls new: a feed from which a story was taken back
 * has changed too. Two contents within one second have no date that tells them apart, so the later has none.
 */
export async function makeAnswer({ status, headers, body, before, undated }: Finished): Promise<Answer> {
  const compress = body.length >= worthCompressingBytes && isText(headerIn(headers, 'content-type') ?? '');
  const head = compress ? [...headers, 'Vary', 'Accept-Encoding'] : headers;
  const etag = status === 200 ? etagOf(headers, body) : '';
  const same = before?.etag === etag;
  const lastModified = same ? before.lastModified : new Date().toUTCString();
  const dated = etag !== '' && !undated && (same ? before.dated : before?.lastModified !== lastModified);
  const notModified = notModifiedHead(head, etag);
  const answer: Answer = { status, etag, lastModified, dated, head, notModified, bytes: 0 };
  if (compress) {
    const [brotli, zipped] = await Promise.all([
      compressBrotli(body, brotliOptions(5, body.length)),
      compressGzip(body, { level: 6 }),
    ]);
    answer.brotli = bodyOf(answer, 'br', brotli);
    answer.gzip = bodyOf(answer, 'gzip', zipped);
  } else {
    answer.plain = bodyOf(answer, '', body);
  }
  measure(answer);
  return answer;
}

/** Takes the time (about 150 ms for a page, off the main thread) to make brotli as small as it goes. */
export async function improve(answer: Answer): Promise<void> {
  if (!answer.gzip || !answer.brotli) return;
  const body = gunzipSync(answer.gzip.bytes);
  const better = await compressBrotli(body, brotliOptions(11, body.length));
  if (better.length < answer.brotli.bytes.length) answer.brotli = bodyOf(answer, 'br', better);
  measure(answer);
}

/** The body for an `Accept-Encoding`. */
export function bodyFor(answer: Answer, accepted: string | undefined): Body {
  if (accepted !== undefined && answer.brotli !== undefined) {
    const encoding = preferred(accepted);
    if (encoding === 'br') return answer.brotli;
    if (encoding === 'gzip' && answer.gzip !== undefined) return answer.gzip;
  }
  return answer.plain ?? makePlain(answer);
}

function makePlain(answer: Answer): Body {
  const plain = bodyOf(answer, '', answer.gzip ? gunzipSync(answer.gzip.bytes) : Buffer.alloc(0));
  answer.plain = plain;
  measure(answer);
  return plain;
}

const measure = (answer: Answer): void => {
  answer.bytes = [answer.brotli, answer.gzip, answer.plain].reduce(
    (sum, body) => sum + (body?.bytes.length ?? 0),
    0,
  );
};

function bodyOf(answer: Answer, encoding: '' | 'br' | 'gzip', bytes: Buffer): Body {
  const head = [...answer.head];
  if (answer.etag) head.push('ETag', answer.etag);
  if (answer.dated) head.push('Last-Modified', answer.lastModified);
  if (encoding) head.push('Content-Encoding', encoding);
  head.push('Content-Length', String(bytes.length));
  return { head, bytes };
}

const notModifiedHead = (head: RawHeaders, etag: string): RawHeaders => {
  const repeated = ['Cache-Control', 'Vary'].flatMap((name) => {
    const value = headerIn(head, name.toLowerCase());
    return value === undefined ? [] : [name, value];
  });
  return [...repeated, 'ETag', etag];
};

/** Of content and headers alike: a browser that is told 304 keeps the headers it has. */
function etagOf(headers: RawHeaders, body: Buffer): string {
  const hash = createHash('sha256')
    .update(`${headers.join('\n')}\n`)
    .update(body);
  return `W/"${hash.digest('base64url').slice(0, 22)}"`;
}

const brotliOptions = (quality: number, sizeBytes: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: sizeBytes,
  },
});

/** Whether a content type is of a kind that compression makes smaller. */
export const isText = (type: string): boolean =>
  /^(?:text\/|image\/svg|application\/(?:json|javascript|manifest|xml|[\w.-]+\+(?:xml|json)))/.test(type);

/** The value of a header by its lower-case name. */
export function headerIn(headers: RawHeaders, name: string): string | undefined {
  const at = headers.findIndex((header, i) => i % 2 === 0 && header.toLowerCase() === name);
  return at < 0 ? undefined : headers[at + 1];
}

/** Whether an `Accept-Encoding` allows this coding. */
export const accepts = (accepted: string | undefined, coding: 'br' | 'gzip'): boolean =>
  accepted !== undefined && weightIn(accepted)(coding) > 0;

type Encoding = 'br' | 'gzip' | 'plain';
/** Browsers send a handful of values: each is understood once. */
const understood = new Map<string, Encoding>();

function preferred(accepted: string): Encoding {
  const known = understood.get(accepted);
  if (known !== undefined) return known;
  const encoding = weigh(accepted);
  if (understood.size < 200 && accepted.length < 200) understood.set(accepted, encoding);
  return encoding;
}

function weigh(accepted: string): Encoding {
  const weight = weightIn(accepted);
  if (weight('br') > 0 && weight('br') >= weight('gzip')) return 'br';
  return weight('gzip') > 0 ? 'gzip' : 'plain';
}

/** How much each coding is wanted (RFC 9110, 12.5.3): `;q=0` is a refusal, `*` stands for what is not named. */
function weightIn(accepted: string): (coding: string) => number {
  const weights = new Map<string, number>();
  for (const item of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(name, q === undefined ? 1 : Number(q.slice(2)) || 0);
  }
  return (coding) => weights.get(coding) ?? weights.get('*') ?? 0;
}
