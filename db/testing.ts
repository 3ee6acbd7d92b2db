import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { type Database, openDatabase } from './client';
import type { Actor, Ctx, StaffActor } from './context';

export interface TestDatabase {
  db: Database;
  url: string;
  /** A context for anybody; `system` unless said otherwise. */
  as(actor: Actor): Ctx;
  system: Ctx;
  reader: Ctx;
  /** Moves `clock()` of this database by so many seconds from the real time. */
  setClock(offsetSeconds: number): Promise<void>;
  close(): Promise<void>;
}

/** A database of one's own, cloned from the migrated template; DATABASE_URL points at it for the rest of the file. */
export async function cloneDatabase(templateUrl: string): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const template = new URL(templateUrl).pathname.slice(1);
  const at = (database: string) => Object.assign(new URL(templateUrl), { pathname: `/${database}` }).href;
  const admin = postgres(at('postgres'), { max: 1, onnotice() {} });
  await admin`create database ${admin(name)} template ${admin(template)}`;
  const url = at(name);
  process.env.DATABASE_URL = url;
  const db = openDatabase(url, { max: 6 });
  const as = (actor: Actor): Ctx => ({ db, actor, now: new Date() });
  return {
    db,
    url,
    as,
    system: as({ kind: 'system', name: 'test' }),
    reader: as({ kind: 'reader' }),
    setClock: async (offsetSeconds) => {
      await db.execute(
        sql`insert into clock_offset (seconds) values (${offsetSeconds}) on conflict (one) do update set seconds = excluded.seconds`,
      );
    },
    close: async () => {
      await db.$client.end({ timeout: 2 });
      await admin`drop database ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}

/** A staff actor that need not exist, for tests of rules. */
export const staffActor = (role: StaffActor['role'], more: Partial<StaffActor> = {}): StaffActor => ({
  kind: 'staff',
  id: 1,
  name: 'Test Person',
  email: 'test@example.test',
  role,
  sectionIds: [],
  ...more,
});
