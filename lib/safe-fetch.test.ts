import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { isRefusal } from './errors';
import { isPublicAddress } from './internet-address';
import { fetchOver, type Network, type SafeFetchOptions, safeFetch, safeFetchBytes } from './safe-fetch';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    (server as { closeAllConnections?: () => void }).closeAllConnections?.();
  }
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** An internet on which every name of `.example` is the server here, and everything else is as strict as ever. */
async function internetWith(
  answer: RequestListener,
): Promise<{ network: Network; at: string; port: number }> {
  const port = await listening(createServer(answer));
  return { network: networkTo(port), at: `http://pictures.example:${port}`, port };
}

const networkTo = (port: number): Network => ({
  resolve: async (host) => (host.endsWith('.example') ? ['127.0.0.1'] : ['10.0.0.1']),
  isAllowed: (address) => address === '127.0.0.1' || isPublicAddress(address),
  ports: [port],
});

const small: SafeFetchOptions = { maxBytes: 1000, timeoutMs: 2000 };

async function troubleOf(work: Promise<unknown>): Promise<{ reason: unknown; sentence: string }> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isRefusal(error)) throw new Error('It was not refused', { cause: error });
  return { reason: error.detail?.reason, sentence: error.message };
}

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://2130706433/',
  'http://①②⑦.0.0.1/',
  'http://%31%32%37.0.0.1/',
  'http://LOCALHOST/',
  'http://localhost./',
  'http://0/',
  'http://10.1.2.3/',
  'http://169.254.169.254/latest/meta-data/',
  'http://192.168.0.1/',
  'http://255.255.255.255/',
  'http://[::]/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fd00:ec2::254]/',
  'http://[ff02::1]/',
  'http:///127.0.0.1/',
  'http:\\\\127.0.0.1\\',
])('SSRF %j is not fetched', async (address) => {
  expect((await troubleOf(safeFetch(address, small))).reason).toBe('not-public');
});

test.each([
  ['file:///etc/passwd', 'https://'],
  ['FILE:///etc/passwd', 'https://'],
  ['ftp://pictures.example/a', 'https://'],
  ['gopher://127.0.0.1:6379/_x', 'https://'],
  ['data:image/png;base64,AAAA', 'https://'],
  ['javascript:alert(1)', 'https://'],
  ['http://pictures.example@127.0.0.1/', 'name or password'],
  ['http://:secret@pictures.example/', 'name or password'],
  ['http://127.0.0.1%00.pictures.example/', 'not an address'],
  ['http://[fe80::1%25lo]/', 'not an address'],
  ['http://pictures.example:22/', ':22'],
  ['https://pictures.example:80/', ':80'],
  ['//pictures.example/a', 'not an address'],
  ['a picture', 'not an address'],
  ['', 'not an address'],
  [`https://pictures.example/${'a'.repeat(2000)}`, 'not an address'],
])('SSRF %j is told apart as no address to fetch', async (address, words) => {
  const given = { ...networkTo(80), ports: [443] };
  const { reason, sentence } = await troubleOf(
    fetchOver(address.startsWith('https://pictures.example:80') ? given : networkTo(80), address, small),
  );
  expect(reason).toBe('bad-address');
  expect(sentence).toContain(words);
});

test('SSRF a name is looked up once, and the connection goes to the address that was checked', async () => {
  const { network, at } = await internetWith((request, response) => response.end(request.headers.host));
  let asked = 0;
  const turning: Network = {
    ...network,
    // Public when it is checked, the inside when it is asked again.
    resolve: async () => (asked++ === 0 ? ['127.0.0.1'] : ['10.0.0.1']),
  };
  const { bytes } = await safeFetchBytes(at, small, turning);
  expect(bytes.toString()).toBe(new URL(at).host);
  expect(asked).toBe(1);
});

test('SSRF of several addresses only those that may be are tried', async () => {
  const { network, at } = await internetWith((_request, response) => response.end('here'));
  const checked: string[] = [];
  const several: Network = {
    ...network,
    resolve: async () => ['10.0.0.1', '::1', '127.0.0.1'],
    isAllowed: (address) => {
      checked.push(address);
      return address === '127.0.0.1';
    },
  };
  expect((await safeFetchBytes(at, small, several)).bytes.toString()).toBe('here');
  expect(checked).toEqual(['10.0.0.1', '::1', '127.0.0.1']);
  const none: Network = { ...several, resolve: async () => ['10.0.0.1', '192.168.0.1'] };
  expect((await troubleOf(fetchOver(none, at, small))).reason).toBe('not-public');
  expect((await troubleOf(fetchOver({ ...several, resolve: async () => [] }, at, small))).reason).toBe(
    'not-public',
  );
});

test('SSRF every hop of a redirect is checked like the first', async () => {
  const seen: string[] = [];
  const { network, at, port } = await internetWith((request, response) => {
    seen.push(request.url ?? '');
    const to = decodeURIComponent(new URL(request.url ?? '/', at).searchParams.get('to') ?? '');
    response.writeHead(302, { location: to }).end('gone on');
  });
  const via = (to: string) => troubleOf(fetchOver(network, `${at}/?to=${encodeURIComponent(to)}`, small));
  expect((await via(`http://inside.test:${port}/`)).reason).toBe('not-public');
  expect((await via(`http://[::1]:${port}/`)).reason).toBe('not-public');
  expect((await via('http://pictures.example:9/')).reason).toBe('bad-address');
  expect((await via('file:///etc/passwd')).reason).toBe('bad-address');
  expect((await via(`http://a:b@pictures.example:${port}/`)).reason).toBe('bad-address');
  expect((await via('http://[')).reason).toBe('bad-address');
  const before = seen.length;
  expect(
    (await via(`/?to=${encodeURIComponent(`//pictures.example:${port}/?to=http://10.0.0.1:${port}/`)}`))
      .reason,
  ).toBe('not-public');
  expect(seen.length - before).toBe(3);
});

test('redirects within reason are followed, and an endless one ends', async () => {
  let asked = 0;
  const { network, at } = await internetWith((request, response) => {
    asked++;
    const left = Number(new URL(request.url ?? '/', at).pathname.slice(1));
    if (left === 0) response.end('there');
    else response.writeHead(308, { location: `/${left - 1}` }).end();
  });
  const { bytes, address } = await safeFetchBytes(`${at}/5`, small, network);
  expect([bytes.toString(), address]).toEqual(['there', `${at}/0`]);
  asked = 0;
  expect((await troubleOf(fetchOver(network, `${at}/9999`, small))).reason).toBe('too-many-redirects');
  expect(asked).toBe(6);
});

test('no more bytes are read than fit, whatever the answer says of itself', async () => {
  let open = 0;
  const { network, at } = await internetWith((request, response) => {
    open++;
    response.on('close', () => open--);
    if (request.url === '/said') response.writeHead(200, { 'content-length': 5000 }).write('x');
    else if (request.url === '/endless') pour(response);
    else response.end('x'.repeat(1000));
  });
  expect((await safeFetchBytes(`${at}/fits`, small, network)).bytes.byteLength).toBe(1000);
  expect((await troubleOf(safeFetchBytes(`${at}/said`, small, network))).reason).toBe('too-large');
  expect((await troubleOf(safeFetchBytes(`${at}/endless`, small, network))).reason).toBe('too-large');
  await expect.poll(() => open).toBe(0);
});

function pour(response: ServerResponse): void {
  const timer = setInterval(() => response.write('x'.repeat(100)), 1);
  response.on('close', () => clearInterval(timer));
}

test('a server that says nothing, drips, or a resolver that hangs costs no more than the time given', async () => {
  const { network, at } = await internetWith((request, response) => {
    if (request.url === '/drips') pour(response.writeHead(200));
    // Everything else is never answered.
  });
  const brief = { maxBytes: 1e9, timeoutMs: 300 };
  const begun = performance.now();
  expect((await troubleOf(safeFetchBytes(`${at}/silent`, brief, network))).reason).toBe('too-slow');
  expect((await troubleOf(safeFetchBytes(`${at}/drips`, brief, network))).reason).toBe('too-slow');
  const hanging: Network = { ...network, resolve: () => new Promise(() => {}) };
  expect((await troubleOf(safeFetchBytes(at, brief, hanging))).reason).toBe('too-slow');
  expect(performance.now() - begun).toBeLessThan(3000);
});

test.each([
  ['closes at once', ''],
  ['speaks no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['never ends its head', `HTTP/1.1 200 OK\r\n${'X-Long: y\r\n'.repeat(20_000)}`],
  ['breaks off', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'],
  ['changes to another protocol', 'HTTP/1.1 101 Over\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'],
])('a server that %s is a sentence and no crash', async (_what, text) => {
  const port = await listening(createTcpServer((socket) => socket.on('error', () => {}).end(text)));
  const { reason, sentence } = await troubleOf(
    safeFetchBytes(`http://odd.example:${port}/`, small, networkTo(port)),
  );
  expect(reason).toBe('unreachable');
  expect(sentence).toContain(`odd.example:${port}`);
});

test('nobody is told who asks: no cookie, no referrer, nothing kept between two fetches', async () => {
  const asked: IncomingMessage[] = [];
  const { network, at } = await internetWith((request, response) => {
    asked.push(request);
    response.writeHead(200, { 'set-cookie': 'you=known' }).end('x');
  });
  await safeFetchBytes(at, { ...small, accept: 'image/*' }, network);
  await safeFetchBytes(at, small, network);
  for (const { headers } of asked)
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  expect(asked[0]?.headers.accept).toBe('image/*');
});

test('an answer of any status is told; bytes are only given of one that is 200 and not packed', async () => {
  const { network, at } = await internetWith((request, response) => {
    const status = Number(request.url?.slice(1));
    response.writeHead(status, status === 200 ? { 'content-encoding': 'br' } : {}).end('words');
  });
  for (const status of [200, 304, 404, 500]) {
    const answer = await fetchOver(network, `${at}/${status}`, { ...small, method: 'HEAD' });
    expect(answer.status).toBe(status);
    answer.close();
  }
  for (const [status, reason, words] of [
    [404, 'not-given', 'nothing at this address'],
    [403, 'not-given', 'does not give it'],
    [503, 'unreachable', 'later'],
    [200, 'not-given', 'packed (br)'],
  ] as const) {
    const trouble = await troubleOf(safeFetchBytes(`${at}/${status}`, small, network));
    expect(trouble.reason).toBe(reason);
    expect(trouble.sentence).toContain(words);
  }
});

test('https speaks TLS to the checked address under the name that was asked for', async () => {
  let hello = '';
  const port = await listening(
    createTcpServer((socket) =>
      socket
        .on('data', (data) => {
          hello += data.toString('latin1');
          socket.destroy();
        })
        .on('error', () => {}),
    ),
  );
  const { reason } = await troubleOf(fetchOver(networkTo(port), `https://safe.example:${port}/`, small));
  expect(reason).toBe('unreachable');
  // A TLS handshake record with the name in it (SNI, RFC 6066).
  expect(hello.charCodeAt(0)).toBe(0x16);
  expect(hello).toContain('safe.example');
});
