import { eq, inArray, sql } from 'drizzle-orm';
import { campaigns, lists, subscribers, subscriptions } from '@/db/schema';
import type { TestDatabase } from '@/db/testing';
import { emailHash } from '@/lib/email-address';
import { scheduleCampaign, startDueCampaigns } from './commands';
import { tallyOf } from './queries/progress';
import type { Tally } from './rules';

/** A list with so many confirmed readers, `<prefix>1@example.net` and on. */
export async function makeList(
  at: TestDatabase,
  readers: number,
  prefix = 'reader',
): Promise<{ id: number; slug: string }> {
  const slug = `list-${Math.random().toString(36).slice(2, 10)}`;
  const [list] = await at.db
    .insert(lists)
    .values({ name: 'Morning Briefing', slug })
    .returning({ id: lists.id });
  if (!list) throw new Error('no list');
  const emails = Array.from({ length: readers }, (_, n) => `${prefix}${n + 1}@example.net`);
  for (let from = 0; from < emails.length; from += 5_000) {
    const some = emails.slice(from, from + 5_000).map((email) => ({ email, emailHash: emailHash(email) }));
    await at.db.insert(subscribers).values(some).onConflictDoNothing();
    const rows = await at.db
      .select({ subscriberId: subscribers.id })
      .from(subscribers)
      .where(
        inArray(
          subscribers.emailHash,
          some.map((one) => one.emailHash),
        ),
      );
    await at.db.insert(subscriptions).values(
      rows.map((row) => ({
        ...row,
        listId: list.id,
        state: 'confirmed' as const,
        confirmedAt: sql`clock()`,
      })),
    );
  }
  return { id: list.id, slug };
}

/** An issue of that list that says something, still a draft. */
export async function makeIssue(
  at: TestDatabase,
  listId: number,
  subject = 'Today’s news',
): Promise<{ campaignId: number; version: number }> {
  const intro = {
    type: 'doc' as const,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Good morning.' }] }],
  };
  const [row] = await at.db
    .insert(campaigns)
    .values({ listId, subject, intro })
    .returning({ campaignId: campaigns.id, version: campaigns.version });
  if (!row) throw new Error('no issue');
  return row;
}

/** An issue that has just been started by the timer. */
export async function startIssue(
  at: TestDatabase,
  listId: number,
  subject?: string,
): Promise<{ campaignId: number }> {
  const issue = await makeIssue(at, listId, subject);
  await scheduleCampaign(at.system, { ...issue, local: '' });
  await startDueCampaigns(at.system);
  return issue;
}

/** How an issue stands: its row, its deliveries by state as they are now, and whether these add up to the audience. */
export async function stateOf(at: TestDatabase, campaignId: number) {
  const [campaign] = await at.db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  if (!campaign) throw new Error('no such issue');
  const tally: Tally = await tallyOf(at.system, campaignId);
  const sum = Object.values(tally).reduce((total, n) => total + n, 0);
  return { ...campaign, counted: tally, addsUp: sum === campaign.audience };
}
