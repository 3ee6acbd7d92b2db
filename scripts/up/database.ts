import path from 'node:path';
import { embeddedPostgres } from '@/db/embedded/server';

export interface DatabaseServer {
  url: string;
  embedded: boolean;
  release(): Promise<void>;
}

/**
 * The database of this installation: DATABASE_URL where it is set, else the embedded Postgres in DATA_DIR/pg, started
 * or joined. Sets DATABASE_URL for this process and its children; BROADSHEET_EMBEDDED tells lib/env that it is ours.
 */
export async function openDatabaseServer(dataDir: string): Promise<DatabaseServer> {
  const given = process.env.DATABASE_URL;
  if (given && process.env.BROADSHEET_EMBEDDED !== '1')
    return { url: given, embedded: false, release: async () => {} };
  const server = await embeddedPostgres({ folder: path.join(dataDir, 'pg') });
  process.env.DATABASE_URL = server.url;
  process.env.BROADSHEET_EMBEDDED = '1';
  return { url: server.url, embedded: true, release: () => server.release() };
}
