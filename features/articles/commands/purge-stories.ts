import { sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { hasLainLong, trashed } from '@/db/trash';
import { authorise, authoriseSystem } from '@/features/users/rules';
import { Conflict } from '@/lib/errors';
import type { OnArticle } from '../input';

/** So many in one transaction: the trash of years must not hold a lock for long. */
const atOnce = 50;

/** Deletes what has lain in the trash longer than the settings keep it. Gives how many stories are gone. */
export async function purgeDueStories(ctx: Ctx): Promise<number> {
  authoriseSystem(ctx.actor);
  let gone = 0;
  for (;;) {
    const some = await transact(ctx, async (tx) => {
      const rows = await tx.db.execute<{ id: string }>(sql`
        select id from articles where ${hasLainLong('articles')}
        order by trashed_at, id limit ${atOnce} for update skip locked`);
      for (const { id } of rows) await purge(tx, Number(id));
      return rows.length;
    });
    gone += some;
    if (some < atOnce) return gone;
  }
}

/**
 * Deletes a story of the trash for good, now (D17): every version, its notes and the plans that were cancelled. Throws
 * Conflict when it is not in the trash any more, or readers have had it: then its versions, its ledger and its address stay.
 */
export async function purgeStory(ctx: Ctx, { articleId }: OnArticle): Promise<{ articleId: number }> {
  authorise(ctx.actor, 'purge-trash');
  await transact(ctx, async (tx) => {
    const [row] = await tx.db.execute<{ in_trash: boolean; may_go: boolean }>(sql`
      select trashed_at is not null as in_trash, ${trashed.articles.mayGo} as may_go
      from articles where id = ${articleId} for update`);
    if (!row?.in_trash) throw Conflict('This story is not in the trash any more. Load the page again.');
    if (!row.may_go)
      throw Conflict('Readers have had this story, or were told that it is gone, so it stays as it is.');
    await purge(tx, articleId);
  });
  return { articleId };
}

/** By the one door there is (`purge_article`): elsewhere a version or a row of the ledger cannot be deleted. */
async function purge(tx: Work, articleId: number): Promise<void> {
  const [before] = await tx.db.execute<{ title: string; trashedAt: string; versions: number }>(sql`
    select head_title as title, trashed_at as "trashedAt",
      (select count(*)::int from revisions r where r.article_id = articles.id) as versions
    from articles where id = ${articleId}`);
  await tx.db.execute(sql`select purge_article(${articleId})`);
  tx.record('purge-article', 'article', articleId, { before });
}
