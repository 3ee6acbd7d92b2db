import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { parseAndRun } from './parse-and-run';
import { createAuthor } from './taxonomy/commands';
import { createAuthorInput } from './taxonomy/input';

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterAll(() => at.close());

const run = (command: () => Promise<unknown>) =>
  parseAndRun(z.object({}), command, {}, async () => at.reader.actor);
const refusalOf = async (command: () => Promise<unknown>) => {
  const outcome = await run(command);
  return outcome.ok ? null : { code: outcome.refusal.code, sentence: outcome.refusal.message };
};

test.each([
  ['a number too large', sql`select 1::int4 where 1 = ${2 ** 40}::bigint::int4`],
  ['a date of no calendar', sql`select ${'0000-01-01T00:00:00Z'}::timestamptz`],
  ['an instant past the calendar', sql`select ${'+010000-01-01T00:00:00.000Z'}::timestamptz`],
  ['a broken character', sql`select ${'a\u0000b'}::text`],
])('D19 %s that reached the database is refused with a sentence, not an error', async (_what, query) => {
  expect(await refusalOf(() => at.db.execute(query))).toEqual({
    code: 'invalid',
    sentence: expect.stringContaining('cannot be kept as it is written'),
  });
});

test('D15 a byline for somebody who is gone is refused with a sentence', async () => {
  const given = createAuthorInput.parse({ name: 'Nobody', userId: 987_654 });
  expect(await refusalOf(() => createAuthor(at.as(staffActor('editor')), given))).toEqual({
    code: 'conflict',
    sentence: 'Something that was chosen here no longer exists. Reload the page and choose again.',
  });
});

test('D19 what is wrong with us is still thrown', async () => {
  await expect(run(() => at.db.execute(sql`select nothing_of_that_name`))).rejects.toThrow();
});
