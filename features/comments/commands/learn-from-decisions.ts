import { sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import type { commentLesson } from '@/db/schema';
import { Forbidden } from '@/lib/errors';
import { signsOf } from '../rules';

type Lesson = (typeof commentLesson.enumValues)[number];

const atOnce = 200;

/**
 * Brings the filter up to what moderators decided: each comment counts once, under its newest decision, and one that was
 * taken back counts no more. Scheduled work only. May be run twice and by several at a time: they take turns.
 */
export async function learnFromDecisions(
  ctx: Ctx,
  _: unknown = {},
  signal?: AbortSignal,
): Promise<{ learned: number }> {
  if (ctx.actor.kind !== 'system') throw Forbidden('Only scheduled work does this.');
  let learned = 0;
  for (;;) {
    signal?.throwIfAborted();
    const some = await transact(ctx, learnSome);
    learned += some;
    if (some < atOnce) return { learned };
  }
}

async function learnSome(tx: Work): Promise<number> {
  // Two at a time would wait for each other on common words, in differing order.
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('comment filter'))`);
  const rows = await tx.db.execute<Row>(sql`
    select id, name, body, lesson, learned from comments where lesson is distinct from learned order by id limit ${atOnce} for update`);
  if (rows.length === 0) return 0;
  const changes = new Map<string, Change>();
  for (const { name, body, lesson, learned } of rows)
    for (const sign of ['', ...signsOf({ name, body })]) {
      const change = changes.get(sign) ?? { sign, good: 0, spam: 0 };
      if (lesson) change[lesson]++;
      if (learned) change[learned]--;
      changes.set(sign, change);
    }
  const list = JSON.stringify([...changes.values()]);
  await tx.db.execute(sql`
    insert into filter_signs (sign) select sign from jsonb_to_recordset(${list}::jsonb) as x(sign text) on conflict do nothing`);
  await tx.db.execute(sql`
    update filter_signs f set good = greatest(0, f.good + x.good), spam = greatest(0, f.spam + x.spam), met_at = clock()
    from jsonb_to_recordset(${list}::jsonb) as x(sign text, good int, spam int) where x.sign = f.sign`);
  await tx.db.execute(
    sql`update comments set learned = lesson where id = any(${sql.param(rows.map(({ id }) => id))}::bigint[])`,
  );
  return rows.length;
}

interface Change {
  sign: string;
  good: number;
  spam: number;
}

type Row = { id: string; name: string; body: string; lesson: Lesson | null; learned: Lesson | null };
