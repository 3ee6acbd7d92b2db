import { sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import type { Settings } from '@/features/settings/queries';
import type { Submission } from '../queries';
import type { Facts } from '../rules';

/** Loads, in one statement, everything the checks may look at. */
export async function gatherFacts(
  tx: Work,
  submission: Submission,
  settings: Pick<Settings, 'commentModeration' | 'commentMostLinks' | 'commentsFromNetwork'>,
): Promise<Facts> {
  const [row] = await tx.db.execute<{ same: string; recent: string; trusted: boolean | null }>(sql`
    select
      (select count(*) from comments where created_at > now() - interval '1 day' and md5(body) = md5(${submission.body})) as same,
      (select count(*) from comments where network_hash = ${submission.networkHash} and created_at > now() - interval '10 minutes') as recent,
      (select verified_at is not null and approved_count > 0 from commenters where lower(email) = lower(${submission.email})) as trusted`);
  return {
    staff: tx.actor.kind === 'staff',
    honeypotFilled: submission.honeypot,
    secondsToConfirm: (tx.now.getTime() - submission.typedAt.getTime()) / 1000,
    body: submission.body,
    sameTextCount: Number(row?.same ?? 0),
    recentFromNetwork: Number(row?.recent ?? 0),
    moderation: settings.commentModeration,
    limits: { links: settings.commentMostLinks, fromNetwork: settings.commentsFromNetwork },
    trusted: row?.trusted ?? false,
  };
}
