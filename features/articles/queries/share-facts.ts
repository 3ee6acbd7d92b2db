import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';

/** What an article's share picture says of it, or why there is none. */
export type ShareFacts =
  | { state: 'live'; title: string; section: string | null }
  | { state: 'killed' | 'hidden' };

/** Two primary keys, and a third for the section. Null where there is no such article. */
export async function findShareFacts(ctx: Ctx, articleId: number): Promise<ShareFacts | null> {
  const [row] = await ctx.db.execute<{ title: string | null; section: string | null; killed: boolean }>(sql`
    select r.title, s.name as section, a.killed_at is not null and a.first_live_at is not null as killed
    from articles a
    left join revisions r on r.id = a.live_revision_id
    left join sections s on s.id = r.section_ids[1]
    where a.id = ${articleId}`);
  if (!row) return null;
  if (row.title === null) return { state: row.killed ? 'killed' : 'hidden' };
  return { state: 'live', title: row.title, section: row.section };
}
