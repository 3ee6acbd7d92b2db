import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { foreignSentence, migrationState } from '@/db/migrate';
import { type Finding, ok, warn, wrong } from './finding';

const oldestPostgres = 15;
const mostClockSkewSeconds = 5;
const overdueAfterSeconds = 60;
const oldestJobMinutes = 15;

/** Everything that only the database can tell. */
export async function lookIntoDatabase(db: Database): Promise<Finding[]> {
  const server = await lookAtServer(db);
  const migrations = await lookAtMigrations(db);
  if (migrations.state === 'wrong') return [...server, migrations];
  return [
    ...server,
    migrations,
    await lookAtClock(db),
    await lookAtAdministrators(db),
    await lookAtPublications(db),
    await lookAtQueue(db),
    await lookAtWorkers(db),
  ];
}

async function lookAtServer(db: Database): Promise<Finding[]> {
  const [row] = await db.execute<{
    version: number;
    name: string;
    megabytes: number;
    used: number;
    most: number;
  }>(sql`
    select current_setting('server_version_num')::int / 10000 as version, split_part(version(), ' on ', 1) as name,
      (pg_database_size(current_database()) / 1048576)::int as megabytes,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used,
      current_setting('max_connections')::int as most`);
  if (!row) return [wrong('database', 'answers nothing')];
  const says = `${row.name}, ${row.megabytes} MB, ${row.used} of ${row.most} connections in use`;
  if (row.version < oldestPostgres)
    return [wrong('database', `${says}: Postgres ${oldestPostgres} or newer is needed`)];
  return [row.used > row.most * 0.9 ? warn('database', `${says}: nearly all`) : ok('database', says)];
}

async function lookAtMigrations(db: Database): Promise<Finding> {
  const { ours, applied, foreign } = await migrationState(db.$client);
  if (foreign) return wrong('migrations', foreignSentence);
  return applied < ours
    ? wrong('migrations', `${ours - applied} of ${ours} are not applied; npm start applies them`)
    : ok('migrations', `all ${ours} applied`);
}

async function lookAtClock(db: Database): Promise<Finding> {
  const before = Date.now();
  const [row] = await db.execute<{ now: string; moved: boolean }>(
    sql`select clock_timestamp() as now, exists (select from clock_offset where seconds <> 0) as moved`,
  );
  if (row?.moved)
    return wrong('clock', 'clock_offset moves the clock of this database: that is for tests only');
  const skew = Math.abs(new Date(row?.now ?? 0).getTime() - (before + Date.now()) / 2) / 1000;
  return skew > mostClockSkewSeconds
    ? warn(
        'clock',
        `the database's clock and ours are ${skew.toFixed(0)} s apart; schedules follow the database's`,
      )
    : ok('clock', 'as the database has it');
}

async function lookAtAdministrators(db: Database): Promise<Finding> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from users where role = 'administrator' and disabled_at is null`,
  );
  return row && row.n > 0
    ? ok('administrators', String(row.n))
    : warn('administrators', 'nobody yet: open the link that npm start prints, or run user create');
}

/** Plan: index scans on `publications_due`; failures by a partial scan of the few rows that have one. */
async function lookAtPublications(db: Database): Promise<Finding> {
  const [row] = await db.execute<{ overdue: number; failed: number; late: number }>(sql`
    select
      (select count(*)::int from publications where applied_at is null and cancelled_at is null and failure is null
        and effective_at < clock() - make_interval(secs => ${overdueAfterSeconds})) as overdue,
      (select count(*)::int from publications where failure is not null and applied_at is null and cancelled_at is null) as failed,
      (select count(*)::int from publications where applied_at > clock() - interval '7 days'
        and applied_at - effective_at > make_interval(secs => ${overdueAfterSeconds})) as late`);
  if (row?.overdue)
    return wrong('schedules', `${row.overdue} overdue by more than a minute: does anything run?`);
  if (row?.failed) return wrong('schedules', `${row.failed} could not be applied; the desk shows why`);
  return row?.late
    ? warn(
        'schedules',
        `${row.late} went live more than a minute late in the last 7 days: something was not running`,
      )
    : ok('schedules', 'nothing overdue');
}

async function lookAtQueue(db: Database): Promise<Finding> {
  const [row] = await db.execute<{ waiting: number; old: number; failed: number }>(sql`
    select count(*) filter (where state in ('created', 'retry'))::int as waiting,
      count(*) filter (where state in ('created', 'retry') and start_after < now() - make_interval(mins => ${oldestJobMinutes}))::int as old,
      count(*) filter (where state = 'failed')::int as failed
    from pgboss.job where state in ('created', 'retry', 'failed')`);
  if (row?.old)
    return wrong('jobs', `${row.old} have waited over ${oldestJobMinutes} minutes: no worker takes them`);
  if (row?.failed) return warn('jobs', `${row.failed} failed for good; jobs list names them`);
  return ok('jobs', `${row?.waiting ?? 0} waiting`);
}

async function lookAtWorkers(db: Database): Promise<Finding> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from pgboss.instance where stopped_on is null and heartbeat_on > now() - interval '2 minutes'`,
  );
  return row?.n
    ? ok('workers', `${row.n} at work`)
    : warn('workers', 'none has been heard of for two minutes');
}
