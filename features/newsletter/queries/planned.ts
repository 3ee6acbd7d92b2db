import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { campaigns } from '@/db/schema';
import { authorise } from '@/features/users/rules';

/** Issues that will be sent at a time, the soonest first; a hundred at most. By index `campaigns_due`. */
export async function listPlannedIssues(ctx: Ctx): Promise<{ id: number; subject: string; dueAt: Date }[]> {
  authorise(ctx.actor, 'compose-newsletter');
  const rows = await ctx.db
    .select({ id: campaigns.id, subject: campaigns.subject, dueAt: campaigns.dueAt })
    .from(campaigns)
    .where(and(eq(campaigns.state, 'scheduled'), isNotNull(campaigns.dueAt)))
    .orderBy(asc(campaigns.dueAt))
    .limit(100);
  return rows.flatMap(({ dueAt, ...row }) => (dueAt ? [{ ...row, dueAt }] : []));
}
