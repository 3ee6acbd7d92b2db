import { and, eq, inArray } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { publications } from '@/db/schema';
import { Conflict, Invalid } from '@/lib/errors';
import { type Publication, publishProblems, type WrittenRevision } from '../rules';
import { type ArticleInHand, getRevisionOf, staffId } from './in-hand';
import { paperTime } from './paper-time';

/** The revision to go live: the one named, which must be the article's own, or the newest. Refused while unfit to print. */
export async function pinRevision(
  tx: Work,
  { article, head }: ArticleInHand,
  revisionId: number | undefined,
): Promise<WrittenRevision> {
  const revision =
    revisionId === undefined || revisionId === head.id
      ? head
      : await getRevisionOf(tx, article.id, revisionId);
  const fields = publishProblems(article.kind, revision);
  const sentences = Object.values(fields);
  if (sentences.length > 0) throw Invalid(sentences.join(' '), { fields });
  return revision;
}

/** Refuses to let readers see the article before its embargo lifts. */
export async function respectEmbargo(tx: Work, { article }: ArticleInHand, effectiveAt: Date): Promise<void> {
  if (article.embargoAt && article.embargoAt > effectiveAt)
    throw Conflict(
      `This article is under embargo until ${await paperTime(tx, article.embargoAt)}. Schedule it for then, or lift the embargo first.`,
      {
        detail: { embargoAt: article.embargoAt.toISOString() },
      },
    );
}

/** Takes back planned rows of these kinds; they stay in the ledger with who cancelled them. */
export async function cancelPending(
  tx: Work,
  { pending }: ArticleInHand,
  kinds: Publication['kind'][],
): Promise<number[]> {
  const ids = pending.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  if (ids.length === 0) return [];
  await tx.db
    .update(publications)
    .set({ cancelledAt: tx.now, cancelledBy: staffId(tx.actor) })
    .where(and(inArray(publications.id, ids)));
  return ids;
}

type Row = Pick<typeof publications.$inferInsert, 'kind' | 'revisionId' | 'effectiveAt' | 'material'>;

/** Adds a row to the ledger. */
export async function addPublication(tx: Work, articleId: number, row: Row): Promise<number> {
  const [made] = await tx.db
    .insert(publications)
    .values({ ...row, articleId, createdBy: staffId(tx.actor), createdAt: tx.now })
    .returning({ id: publications.id });
  if (!made) throw new Error('insert returned no row');
  return made.id;
}

/** A pending row by id, for the one that is to be cancelled; `articleId` says what to lock first. */
export async function findArticleOf(tx: Work, publicationId: number): Promise<number | null> {
  const [row] = await tx.db
    .select({ articleId: publications.articleId })
    .from(publications)
    .where(eq(publications.id, publicationId));
  return row?.articleId ?? null;
}
