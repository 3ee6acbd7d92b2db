import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { embeddedPostgres } from './embedded/server';
import { migrateDatabase } from './migrate';

declare module 'vitest' {
  export interface ProvidedContext {
    templateUrl: string;
  }
}

/** One embedded server for the whole run, with a freshly migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const name = `template_${process.pid}`;
  const server = await embeddedPostgres({
    folder: '.data/test-pg',
    database: name,
    settings: { fsync: 'off', synchronous_commit: 'off', max_connections: '200' },
  });
  await migrateDatabase(server.url);
  project.provide('templateUrl', server.url);
  return async () => {
    const admin = postgres(Object.assign(new URL(server.url), { pathname: '/postgres' }).href, {
      max: 1,
      onnotice() {},
    });
    await admin`drop database ${admin(name)} with (force)`;
    await admin.end();
    await server.release();
  };
}
