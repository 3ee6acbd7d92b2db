import { expect, test } from 'vitest';
import { clientAddressHeader, networkHash, networkOf } from './client-network';

const from = (address: string) => ({ headers: new Headers({ [clientAddressHeader]: address }) });

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:0:12ab:1:2:3:4', '2001:db8:0:1200::/56'],
  ['2001:DB8::1', '2001:db8:0:0::/56'],
  ['::', '0:0:0:0::/56'],
  ['fe80::1%eth0', 'fe80:0:0:0::/56'],
  ['[2001:db8::1]:443', '2001:db8:0:0::/56'],
  ['not an address', null],
  ['203.0.113.777', null],
  ['', null],
])('C9 the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('C9 one network has one hash, which does not show the address', () => {
  expect(networkHash(from('203.0.113.1'))).toBe(networkHash(from('203.0.113.250')));
  expect(networkHash(from('203.0.113.1'))).not.toBe(networkHash(from('203.0.114.1')));
  expect(networkHash(from('2001:db8::1'))).toBe(networkHash(from('2001:db8:0:00ff::9')));
  expect(networkHash(from('203.0.113.1'))).not.toContain('203');
  expect(networkHash({ headers: new Headers() })).toBeNull();
});
