import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { createUser } from './commands';
import { enterByPassword, leave } from './door';
import { findActor } from './queries';

const password = 'seven lean oxen graze';
const email = 'ada@paper.example';
const from = { networkHash: 'home', userAgent: 'Browser' };

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
  await createUser(at.system, { email, name: 'Ada', role: 'editor', password, sectionIds: [] });
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});

test('A1 next-auth carries the opaque id as it is, and the row decides', async () => {
  const { token } = await enterByPassword({ email, password }, from);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await findActor(at.db, token)).toMatchObject({ name: 'Ada', role: 'editor' });
  const actor = await findActor(at.db, token);
  await leave(actor ?? { kind: 'reader' }, token);
  expect(await findActor(at.db, token)).toBeNull();
  expect(await at.db.execute(sql`select verb from audit order by id desc limit 1`)).toEqual([
    { verb: 'sign-out' },
  ]);
});

test('A1 a refusal comes through next-auth with its words, its fields and its wait', async () => {
  const tried = () => enterByPassword({ email, password: 'wrong' }, from).catch((error) => error);
  expect(await tried()).toMatchObject({ code: 'invalid', fields: { password: expect.any(String) } });
  for (let i = 1; i < 10; i++) await tried();
  expect(await tried()).toMatchObject({
    code: 'too-many',
    status: 429,
    retryAfterSeconds: expect.any(Number),
  });
});
