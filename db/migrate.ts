import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { PgBoss } from 'pg-boss';
import postgres from 'postgres';
import { jobNames, queueOptions } from './queue';

const lockKey = 727_001;
const migrationsFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations');

/**
 * Brings a database up to this version, the queue's schema too. One process at a time, by an advisory lock on the one
 * connection that migrates (`migrate()` has no lock of its own); the others wait and find nothing left to do.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice() {} });
  try {
    await client`select pg_advisory_lock(${lockKey})`;
    await migrate(drizzle(client), { migrationsFolder });
    await prepareQueue(url);
  } finally {
    await client.end();
  }
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
