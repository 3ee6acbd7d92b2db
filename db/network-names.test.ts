import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { destroyOldNetworkKeys, networkDays, networkName, networkNames } from './network-names';
import { cloneDatabase, type TestDatabase } from './testing';

let at: TestDatabase;
const day = 86_400;

beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterEach(() => at.setClock(0));
afterAll(() => at.close());

test('C9 a network has one name a day, the same for everybody who asks at once, and none when it is unknown', async () => {
  const names = await Promise.all(Array.from({ length: 8 }, () => networkName(at.reader, '203.0.113.0/24')));
  expect(new Set(names).size).toBe(1);
  expect(names[0]).not.toContain('203');
  expect(await networkName(at.reader, '203.0.114.0/24')).not.toBe(names[0]);
  expect(await networkNames(at.reader, null)).toEqual([]);
});

test('C9 it is known again under its names of the days before, for thirty days and no longer', async () => {
  const first = await networkName(at.reader, 'net');
  await at.setClock(day);
  const second = await networkNames(at.reader, 'net');
  expect(second[0]).not.toBe(first);
  expect(second).toContain(first);
  await at.setClock((networkDays - 1) * day);
  expect(await networkNames(at.reader, 'net')).toContain(first);
  await destroyOldNetworkKeys(at.system);
  expect(await networkNames(at.reader, 'net')).toContain(first);
  await at.setClock(networkDays * day);
  expect(await networkNames(at.reader, 'net')).not.toContain(first);
  await destroyOldNetworkKeys(at.system);
  await at.setClock(0);
  // The secret is gone, not just out of date: with the clock back, that day gets another.
  expect(await networkNames(at.reader, 'net')).not.toContain(first);
  const [row] = await at.db.execute<{ n: string }>(sql`select count(*) as n from network_keys`);
  expect(Number(row?.n)).toBeLessThanOrEqual(networkDays + 1);
});
