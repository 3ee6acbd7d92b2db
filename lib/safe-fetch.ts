import { lookup } from 'node:dns/promises';
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, isIPv6, type LookupFunction } from 'node:net';
import { Invalid, isRefusal, type Refusal, Unavailable } from './errors';
import { isPublicAddress } from './internet-address';

export interface SafeFetchOptions {
  /** Largest body that is read, in bytes. */
  maxBytes: number;
  /** For all of it: names, redirects, body. */
  timeoutMs?: number;
  method?: 'GET' | 'HEAD';
  /** What is wanted, in the words of the `Accept` header. */
  accept?: string;
}

/** An answer whose status and headers are here; its body, never more than `maxBytes` of it, comes by `body`. */
export interface SafeAnswer {
  /** Where it came from in the end. */
  address: string;
  status: number;
  headers: IncomingHttpHeaders;
  /** Read it to its end, or leave the loop: both close the connection. Throws a refusal for too much or too late. */
  body: AsyncIterable<Uint8Array>;
  /** For whoever wants no body. */
  close: () => void;
}

/** Why something was not fetched, in `detail.reason` of the refusal. */
export type FetchTrouble =
  | 'bad-address'
  | 'not-public'
  | 'unreachable'
  | 'too-slow'
  | 'too-large'
  | 'too-many-redirects'
  | 'not-given';

/** Where fetching leads; everything but tests goes over `internet`. */
export interface Network {
  resolve: (host: string) => Promise<string[]>;
  isAllowed: (address: string) => boolean;
  ports: readonly number[];
}

const internet: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
  ports: [80, 443],
};

const redirectsAtMost = 5;
const defaultTimeoutMs = 15_000;
const longestAddress = 2000;

/**
 * Fetches what somebody else's address names, without becoming their hand in our network (SSRF): http and https on their
 * own ports only, no name or password in the address, no cookies. The name is looked up once, each of its addresses is
 * checked, and the connection goes to one that was checked, so that a second answer of the resolver changes nothing.
 * Redirects are followed by hand, every hop like the first. Bytes and time are bounded. Throws a refusal with a sentence
 * and `detail.reason`; an answer of any status is no refusal.
 */
export const safeFetch = (address: string, options: SafeFetchOptions): Promise<SafeAnswer> =>
  fetchOver(internet, address, options);

/** The same over a network that says itself where one may go: tests give one that knows a server of theirs. */
export async function fetchOver(
  network: Network,
  address: string,
  { maxBytes, timeoutMs = defaultTimeoutMs, method = 'GET', accept = '*/*' }: SafeFetchOptions,
): Promise<SafeAnswer> {
  const deadline = AbortSignal.timeout(timeoutMs);
  let url = readAddress(network, address);
  for (let hops = 0; hops <= redirectsAtMost; hops++) {
    const answer = await ask(network, url, { method, accept, deadline });
    const next = redirectOf(answer);
    if (next === null)
      return {
        address: url.href,
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        body: bounded(answer, url, maxBytes, deadline),
        close: () => answer.destroy(),
      };
    answer.destroy();
    url = readAddress(network, next, url);
  }
  throw refused('too-many-redirects', `${url.host} sends from one address to the next without an end.`);
}

/** As `safeFetch`, for what is to be kept: a refusal for every status but 200, and for what comes packed. */
export async function safeFetchFile(
  address: string,
  options: SafeFetchOptions,
  network: Network = internet,
): Promise<SafeAnswer> {
  const answer = await fetchOver(network, address, options);
  const { host } = new URL(answer.address);
  const coding = answer.headers['content-encoding'] ?? 'identity';
  if (answer.status !== 200 || coding !== 'identity') {
    answer.close();
    throw answer.status === 200
      ? refused('not-given', `${host} only sends it packed (${coding}). Save it yourself and upload it.`)
      : notGiven(host, answer.status);
  }
  return answer;
}

/** Its body in one piece. Throws as `safeFetchFile` does. */
export async function safeFetchBytes(
  address: string,
  options: SafeFetchOptions,
  network: Network = internet,
): Promise<{ bytes: Buffer; address: string; headers: IncomingHttpHeaders }> {
  const { body, address: from, headers } = await safeFetchFile(address, options, network);
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return { bytes: Buffer.concat(parts), address: from, headers };
}

function notGiven(host: string, status: number): Refusal {
  if (status === 404 || status === 410)
    return refused('not-given', `There is nothing at this address: ${host} answers ${status}.`);
  return status === 429 || status >= 500
    ? refused('unreachable', `${host} cannot give it out just now (it answers ${status}). Try again later.`)
    : refused('not-given', `${host} does not give it to us (it answers ${status}). Save it and upload it.`);
}

function readAddress(network: Network, address: string, base?: URL): URL {
  if (address.length > longestAddress || !URL.canParse(address, base))
    throw refused('bad-address', 'This is not an address of the web. It should look like https://…');
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused('bad-address', 'Only addresses that begin with https:// or http:// can be fetched.');
  if (url.username !== '' || url.password !== '')
    throw refused('bad-address', 'Addresses with a name or password in them are not fetched.');
  if (!network.ports.includes(Number(url.port) || (url.protocol === 'https:' ? 443 : 80)))
    throw refused('bad-address', `Addresses with a port (:${url.port}) are not fetched.`);
  return url;
}

/** The checked addresses of a host, in the resolver's order. A name that does not exist reads like one that is ours. */
async function addressesOf({ resolve, isAllowed }: Network, url: URL): Promise<string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) ? [host] : await resolve(host).catch((cause) => unresolved(host, cause));
  const allowed = found.filter(isAllowed);
  if (allowed.length === 0)
    throw refused('not-public', `${host} is not a server on the public internet, so nothing was fetched.`);
  return allowed;
}

function unresolved(host: string, cause: unknown): string[] {
  if (['ENOTFOUND', 'ENODATA', 'EAI_NONAME'].includes((cause as NodeJS.ErrnoException).code ?? '')) return [];
  throw refused('unreachable', `${host} cannot be found just now. Try again in a while.`, cause);
}

interface Asked {
  method: 'GET' | 'HEAD';
  accept: string;
  deadline: AbortSignal;
}

async function ask(
  network: Network,
  url: URL,
  { method, accept, deadline }: Asked,
): Promise<IncomingMessage> {
  const addresses = await inTime(addressesOf(network, url), url, deadline);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method,
      lookup: pinnedTo(addresses),
      // A connection of its own, for pooled ones are found by name and not by what the name meant just now.
      agent: false,
      signal: deadline,
      headers: { accept, 'accept-encoding': 'identity', 'user-agent': 'Broadsheet', connection: 'close' },
    });
    request.on('response', resolve);
    request.on('error', (cause) => reject(brokeOff(url, deadline, cause)));
    // An answer of 101 to a request that asked for none.
    request.on('upgrade', (_answer, socket) => {
      socket.destroy();
      reject(brokeOff(url, deadline, undefined));
    });
    request.end();
  });
}

/** Answers whatever is asked with the addresses that were checked, and asks nobody. */
const pinnedTo =
  (addresses: string[]): LookupFunction =>
  (_host, { all }, tell) => {
    const known = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    const [first] = known;
    if (all) tell(null, known);
    else tell(null, first?.address ?? '', first?.family);
  };

/** A resolver cannot be called off: it is left to itself once time is up. */
function inTime<T>(work: Promise<T>, url: URL, deadline: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(brokeOff(url, deadline, undefined));
    if (deadline.aborted) return late();
    deadline.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => deadline.removeEventListener('abort', late));
  });
}

function redirectOf({ statusCode, headers }: IncomingMessage): string | null {
  if (![301, 302, 303, 307, 308].includes(statusCode ?? 0) || headers.location === undefined) return null;
  // Header bytes come as Latin-1; servers that do not escape an address mean UTF-8.
  return Buffer.from(headers.location, 'latin1').toString('utf8');
}

async function* bounded(
  answer: IncomingMessage,
  url: URL,
  maxBytes: number,
  deadline: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    if (Number(answer.headers['content-length']) > maxBytes) throw tooLarge(url, maxBytes);
    for await (const part of answer as AsyncIterable<Uint8Array>) {
      size += part.byteLength;
      if (size > maxBytes) throw tooLarge(url, maxBytes);
      yield part;
    }
  } catch (error) {
    throw isRefusal(error) ? error : brokeOff(url, deadline, error);
  } finally {
    answer.destroy();
  }
}

const tooLarge = ({ host }: URL, maxBytes: number) =>
  refused(
    'too-large',
    `What ${host} sends is too large: at most ${Math.floor(maxBytes / 1024 / 1024) || 1} MB fit. Save it, make it smaller and upload it.`,
  );

function brokeOff({ host }: URL, deadline: AbortSignal, cause: unknown): Refusal {
  return deadline.aborted
    ? refused(
        'too-slow',
        `${host} takes too long to answer. Try again later, or save it and upload it.`,
        cause,
      )
    : refused('unreachable', `${host} cannot be reached just now. Try again in a while.`, cause);
}

/** What may work later is Unavailable; what will not, Invalid. */
function refused(reason: FetchTrouble, sentence: string, cause?: unknown): Refusal {
  const later = reason === 'unreachable' || reason === 'too-slow';
  return (later ? Unavailable : Invalid)(sentence, { detail: { reason }, cause });
}
