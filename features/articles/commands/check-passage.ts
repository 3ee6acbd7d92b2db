import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { publications, revisions } from '@/db/schema';
import { Invalid } from '@/lib/errors';
import { migrateBody } from '@/lib/rich-text/migrate';
import { holdsPassage } from '../passage';

/** Versions that readers had, newest first, in which a passage is looked for. */
const versionsSearched = 50;

/**
 * Refuses a passage that stands in no version readers had: a quotation must be one (D12). What the system brings along, an
 * archive's corrections, is taken as it is, for its earlier versions are not here.
 */
export async function checkPassage(tx: Work, articleId: number, passage: string): Promise<void> {
  if (passage === '' || tx.actor.kind === 'system') return;
  const versions = await tx.db
    .selectDistinctOn([revisions.id], {
      id: revisions.id,
      title: revisions.title,
      standfirst: revisions.standfirst,
      leadCaption: revisions.leadCaption,
      body: revisions.body,
      bodyVersion: revisions.bodyVersion,
    })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(and(eq(publications.articleId, articleId), isNotNull(publications.appliedAt)))
    .orderBy(desc(revisions.id))
    .limit(versionsSearched);
  const stood = versions.some(({ bodyVersion, ...version }) =>
    holdsPassage({ ...version, body: migrateBody(version.body, bodyVersion) }, passage),
  );
  if (stood) return;
  const sentence =
    'These words stand in no version that readers had. Select them in the text, or leave them out.';
  throw Invalid(sentence, { fields: { passage: sentence } });
}
