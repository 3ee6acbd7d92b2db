import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { embeddedPostgres } from '@/db/embedded/server';
import { isDatabaseAway } from '@/lib/errors';

export interface DatabaseServer {
  url: string;
  embedded: boolean;
  /** Starts the embedded server again if it has died; true when it had. */
  revive(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * The database of this installation: DATABASE_URL where it is set, else the embedded Postgres in DATA_DIR/pg, started
 * or joined. Sets DATABASE_URL for this process and its children; BROADSHEET_EMBEDDED tells lib/env that it is ours.
 */
export async function openDatabaseServer(
  dataDir: string,
  /** How long a database of one's own is waited for, one that starts beside us in another container say. */
  { patienceMs = 0, signal }: { patienceMs?: number; signal?: AbortSignal } = {},
): Promise<DatabaseServer> {
  const given = process.env.DATABASE_URL;
  if (given && process.env.BROADSHEET_EMBEDDED !== '1') {
    await reach(given, patienceMs, signal);
    return { url: given, embedded: false, revive: async () => false, release: async () => {} };
  }
  const server = await embeddedPostgres({ folder: path.join(dataDir, 'pg') });
  process.env.DATABASE_URL = server.url;
  process.env.BROADSHEET_EMBEDDED = '1';
  return { url: server.url, embedded: true, revive: server.revive, release: server.release };
}

async function reach(url: string, patienceMs: number, signal?: AbortSignal): Promise<void> {
  const end = Date.now() + patienceMs;
  for (let tries = 1; ; tries++) {
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice() {} });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() >= end) throw error;
      if (tries === 1) console.info('Waiting for the database …');
      await wait(500, undefined, { signal });
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}
