import { sql } from 'drizzle-orm';
import type { Verbs } from '@/scripts/command-line';

/** What waits, runs and failed in the queue, by kind. */
export const verbs: Verbs = {
  list: {
    usage: '',
    does: 'what waits, runs, and failed in the queue',
    async run({ ctx }) {
      const rows = await ctx.db.execute<{ name: string; state: string; jobs: number; oldest: string }>(sql`
        select name, state::text as state, count(*)::int as jobs, min(created_on)::text as oldest
        from pgboss.job where state <> 'completed' group by name, state order by name, state limit 200`);
      const lines = rows.map((row) => `${row.name}  ${row.state}  ${row.jobs}  since ${row.oldest}`);
      return { lines: lines.length > 0 ? lines : ['Nothing waits.'], data: [...rows] };
    },
  },
};
