import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase } from '@/db/client';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { healthAnswers } from './health';
import { listen, stopListening } from './listen';
import { ask } from './testing';

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterAll(() => at.close());

async function asked(target: string, options: Partial<Parameters<typeof healthAnswers>[0]> = {}) {
  const health = healthAnswers({
    db: () => at.db,
    dataDir: '.',
    isCurrent: () => true,
    policy: [],
    ...options,
  });
  const server = createServer((req, res) => {
    if (!health(req, res, req.url ?? '')) res.end('not health');
  });
  await listen(server, '127.0.0.1', 0);
  const answer = await ask({ port: (server.address() as AddressInfo).port, target });
  await stopListening(server, 100);
  return { status: answer.status, said: answer.text.startsWith('{') ? JSON.parse(answer.text) : answer.text };
}

test('O4 health says up and no more; ready names each point and no more', async () => {
  expect(await asked('/api/health')).toEqual({ status: 200, said: { status: 'up' } });
  expect(await asked('/api/ready')).toEqual({
    status: 200,
    said: { status: 'ready', database: 'ok', publications: 'ok', queue: 'ok', cache: 'ok', disk: 'ok' },
  });
  expect((await asked('/api/healthy')).said).toBe('not health');
});

test('O4 a late publication, an old job, a deaf cache, a missing folder and a lost database turn ready red', async () => {
  await at.db.execute(
    sql`insert into pgboss.job (name, start_after) values ('media.renditions', now() - interval '20 minutes')`,
  );
  expect(await asked('/api/ready')).toMatchObject({
    status: 503,
    said: { queue: 'failing', database: 'ok' },
  });
  await at.db.execute(sql`delete from pgboss.job`);
  await at.db.execute(sql`
    with made as (insert into articles default values returning id)
    insert into publications (article_id, kind, effective_at) select id, 'kill', clock() - interval '61 seconds' from made`);
  expect(await asked('/api/ready')).toMatchObject({
    status: 503,
    said: { publications: 'failing', database: 'ok' },
  });
  await at.db.execute(sql`update publications set cancelled_at = clock()`);
  expect(await asked('/api/ready', { isCurrent: () => false })).toMatchObject({
    status: 503,
    said: { cache: 'failing' },
  });
  expect(await asked('/api/ready', { dataDir: '/nowhere' })).toMatchObject({
    status: 503,
    said: { disk: 'failing' },
  });
  const lost = openDatabase('postgres://nobody:secret@127.0.0.1:1/none');
  const red = await asked('/api/ready', { db: () => lost });
  expect(red).toMatchObject({ status: 503, said: { status: 'not ready', database: 'failing' } });
  expect(JSON.stringify(red)).not.toMatch(/127\.0\.0\.1|nobody|secret|ECONN/);
  await lost.$client.end({ timeout: 0 });
});
