import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gunzipSync, gzip } from 'node:zlib';

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
  /** Whether it is sent compressed to whom takes that. */
  readonly compressed: boolean;
  /** Where in its plain bytes late news is set in; null for what has no such place. */
  readonly place: number | null;
  brotli?: Body;
  gzip?: Body;
  /** Made on demand where the others exist: almost nobody asks for it. */
  plain?: Body;
  /** What all bodies take in memory. */
  bytes: number;
  sent: number;
}

/** An answer as it was made, before encoding. */
export interface Finished {
  status: number;
  headers: RawHeaders;
  body: Buffer;
  /** Where in the body late news is set in, in bytes. */
  place?: number | null;
  /** The answer that it takes the place of: the same content keeps its date. */
  before?: Answer;
  /** Made for one person, it is dated by nothing. */
  undated?: boolean;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const decompressBrotli = promisify(brotliDecompress);
const decompressGzip = promisify(gunzip);

/** Below this, in bytes, compression saves no packet. */
const worthCompressingBytes = 700;

/**
 * Encodes an answer: brotli and gzip fast (about 2 ms for a page, off the main thread); `improve` betters brotli later. It is
 * dated by when this process first had the content, whatever its subject calls new: a feed from which a story was taken back
 * has changed too. Two contents within one second have no date that tells them apart, so the later has none.
 */
export async function makeAnswer(finished: Finished): Promise<Answer> {
  const { status, headers, body, place = null, before, undated } = finished;
  const compress = body.length >= worthCompressingBytes && isText(headerIn(headers, 'content-type') ?? '');
  const head = compress ? [...headers, 'Vary', 'Accept-Encoding'] : headers;
  const etag = status === 200 ? etagOf(headers, body) : '';
  const same = before?.etag === etag;
  const lastModified = same ? before.lastModified : new Date().toUTCString();
  const dated = etag !== '' && !undated && (same ? before.dated : before?.lastModified !== lastModified);
  const notModified = notModifiedHead(head, etag);
  const answer: Answer = {
    ...{ status, etag, lastModified, dated, head, notModified, compressed: compress, place },
    ...{ bytes: 0, sent: 0 },
  };
  await Promise.all((compress ? (['br', 'gzip'] as const) : []).map((each) => encode(answer, body, each)));
  if (!compress) await encode(answer, body, 'plain');
  return answer;
}

/**
 * The answer with late news in its place: another content under another tag, dated by nothing. It has no bodies yet;
 * `encode` makes each when somebody asks for it.
 */
export function withNews(base: Answer, mark: string): Answer {
  const etag = base.etag && `${base.etag.slice(0, -1)}.${mark}"`;
  const notModified = notModifiedHead(base.head, etag);
  return { ...bare(base), etag, notModified, dated: false, place: null, bytes: 0, sent: 0 };
}

const bare = ({ brotli: _b, gzip: _g, plain: _p, ...answer }: Answer): Answer => answer;

/** Adds one encoding of the plain bytes to an answer. */
export async function encode(answer: Answer, plain: Buffer, encoding: Encoding): Promise<void> {
  if (encoding === 'br')
    answer.brotli = bodyOf(answer, 'br', await compressBrotli(plain, brotliOptions(5, plain.length)));
  else if (encoding === 'gzip') answer.gzip = bodyOf(answer, 'gzip', await compressGzip(plain, { level: 6 }));
  else answer.plain = bodyOf(answer, '', plain);
  measure(answer);
}

/** What is sent to whom takes no encoding, off the main thread. */
export async function plainBytes({ plain, gzip: zipped, brotli }: Answer): Promise<Buffer> {
  if (plain) return plain.bytes;
  if (zipped) return decompressGzip(zipped.bytes);
  return brotli ? decompressBrotli(brotli.bytes) : Buffer.alloc(0);
}

/** Takes the time (about 150 ms for a page, off the main thread) to make brotli as small as it goes. */
export async function improve(answer: Answer): Promise<void> {
  if (!answer.brotli) return;
  const body = await plainBytes(answer);
  const better = await compressBrotli(body, brotliOptions(11, body.length));
  if (better.length < answer.brotli.bytes.length) answer.brotli = bodyOf(answer, 'br', better);
  measure(answer);
}

/** The encoding in which an answer goes to whom sent this `Accept-Encoding`. */
export const encodingFor = (answer: Answer, accepted: string | undefined): Encoding =>
  accepted === undefined || !answer.compressed ? 'plain' : preferred(accepted);

/** The body in an encoding; undefined where that is still to be made. */
export function bodyIn(answer: Answer, encoding: Encoding): Body | undefined {
  if (encoding === 'br') return answer.brotli;
  if (encoding === 'gzip') return answer.gzip;
  return answer.plain ?? (answer.gzip && makePlain(answer, answer.gzip));
}

function makePlain(answer: Answer, zipped: Body): Body {
  const plain = bodyOf(answer, '', gunzipSync(zipped.bytes));
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

export type Encoding = 'br' | 'gzip' | 'plain';
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
