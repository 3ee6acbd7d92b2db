import { desc, eq } from 'drizzle-orm';
import { revisions } from '@/db/schema';
import type { Newsroom } from './newsroom';

/** The texts of a story's versions, newest first. */
export async function versionsOf({ db }: Newsroom, articleId: number): Promise<string[]> {
  const rows = await db
    .select({ text: revisions.plainText })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.id));
  return rows.map(({ text }) => text);
}

/** A story as it was saved last. */
export async function newestOf({ db }: Newsroom, articleId: number) {
  const [row] = await db
    .select()
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.id))
    .limit(1);
  return row;
}
