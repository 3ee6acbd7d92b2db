import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { PgBoss } from 'pg-boss';
import postgres, { type Sql } from 'postgres';
import { Trouble } from '@/lib/trouble';
import { jobNames, queueOptions } from './queue';

const lockKey = 727_001;
const migrationsFolder = path.join(import.meta.dirname, 'migrations');
const queueVersion = (createRequire(import.meta.url)('pg-boss/package.json') as { version: string }).version;

/**
 * Brings a database up to this version, the queue's schema too. One process at a time, by an advisory lock on the one
 * connection that migrates (`migrate()` has no lock of its own); the others wait and find nothing left to do. Throws
 * Trouble for a database of another version and leaves it as it is.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice() {} });
  try {
    if (await isCurrent(client)) return;
    await client`select pg_advisory_lock(${lockKey})`;
    const { foreign } = await migrationState(client);
    if (foreign) throw new Trouble(foreignSentence);
    await migrate(drizzle(client), { migrationsFolder });
    await prepareQueue(url);
    await client.unsafe(`comment on schema pgboss is '${fingerprint()}'`);
  } finally {
    await client.end();
  }
}

export const foreignSentence =
  'This database was made by another version of Broadsheet. Run that version, or restore a backup that this one made.';

/** How far a database is: `foreign` when what was applied to it is not the beginning of what this version brings. */
export async function migrationState(
  client: Sql,
): Promise<{ ours: number; applied: number; foreign: boolean }> {
  const ours = ourHashes();
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return { ours: ours.length, applied: 0, foreign: false };
  const rows = await client<{ hash: string }[]>`
    select hash from drizzle.__drizzle_migrations order by id limit 10000`;
  const foreign = rows.some(({ hash }, at) => ours[at] !== hash);
  return { ours: ours.length, applied: rows.length, foreign };
}

/** Written on the queue's schema when everything stands: most starts find it and are spared half a second of looking. */
const fingerprint = () =>
  createHash('sha256')
    .update(JSON.stringify([ourHashes(), queueVersion, jobNames.map((name) => [name, queueOptions(name)])]))
    .digest('hex');

async function isCurrent(client: Sql): Promise<boolean> {
  const [schema] =
    await client`select obj_description(to_regnamespace('pgboss'), 'pg_namespace') as fingerprint`;
  return schema?.fingerprint === fingerprint();
}

/** sha256 of each migration, as drizzle keeps them. */
function ourHashes(): string[] {
  const journal = readFileSync(path.join(migrationsFolder, 'meta', '_journal.json'), 'utf8');
  const { entries } = JSON.parse(journal) as { entries: { tag: string }[] };
  return entries.map(({ tag }) =>
    createHash('sha256')
      .update(readFileSync(path.join(migrationsFolder, `${tag}.sql`)))
      .digest('hex'),
  );
}

async function prepareQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  const standing = new Set((await boss.getQueues([...jobNames])).map((queue) => queue.name));
  for (const name of jobNames) {
    const { policy, ...changeable } = queueOptions(name);
    if (standing.has(name)) await boss.updateQueue(name, changeable);
    else await boss.createQueue(name, { policy, ...changeable });
  }
  await boss.stop({ graceful: false });
}
