import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddress } from './client-address';

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

test.each([
  [0, '198.51.100.9', '1.1.1.1', '198.51.100.9'],
  [0, '::ffff:198.51.100.9', undefined, '198.51.100.9'],
  [1, '10.0.0.1', '203.0.113.7', '203.0.113.7'],
  [1, '10.0.0.1', '1.1.1.1, 203.0.113.7', '203.0.113.7'],
  [2, '10.0.0.1', '1.1.1.1, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
  [2, '10.0.0.1', '203.0.113.7', '203.0.113.7'],
  [1, '10.0.0.1', undefined, '10.0.0.1'],
  [1, '10.0.0.1', 'garbage, [2001:db8::1]:80', '2001:db8::1'],
  [1, undefined, undefined, ''],
])('A5 with %i proxies of ours, %s forwarding %s is %s', (hops, remote, forwarded, client) => {
  expect(clientAddress(from(remote, forwarded), hops)).toBe(client);
});
