import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { campaigns, type IssueContent, lists } from '@/db/schema';
import { listStoriesByIds } from './stories';

/** States in which an issue has reached readers, so that everybody may read it. */
const published = inArray(campaigns.state, ['sending', 'paused', 'finished']);

export interface ArchivedIssue {
  id: number;
  subject: string;
  listName: string;
  startedAt: Date;
}

/** Issues that have gone out, newest first. */
export async function listArchive(ctx: Ctx, limit = 20): Promise<ArchivedIssue[]> {
  const rows = await ctx.db
    .select({
      id: campaigns.id,
      subject: campaigns.subject,
      listName: lists.name,
      startedAt: campaigns.startedAt,
    })
    .from(campaigns)
    .innerJoin(lists, eq(lists.id, campaigns.listId))
    .where(and(published, isNotNull(campaigns.content), isNotNull(campaigns.startedAt)))
    .orderBy(desc(campaigns.startedAt), desc(campaigns.id))
    .limit(limit);
  return rows.flatMap(({ startedAt, ...issue }) => (startedAt ? [{ ...issue, startedAt }] : []));
}

/** An issue as it went out, without stories that are not live any more; null when none of that number went out. */
export async function findIssue(ctx: Ctx, campaignId: number): Promise<IssueContent | null> {
  const [row] = await ctx.db
    .select({ content: campaigns.content })
    .from(campaigns)
    .where(and(eq(campaigns.id, campaignId), published));
  if (!row?.content) return null;
  const live = await listStoriesByIds(
    ctx,
    row.content.stories.map(({ articleId }) => articleId),
  );
  const addresses = new Map(live.map(({ articleId, href }) => [articleId, href]));
  const stories = row.content.stories.flatMap((story) => {
    const href = addresses.get(story.articleId);
    return href ? [{ ...story, href }] : [];
  });
  return { ...row.content, stories };
}
