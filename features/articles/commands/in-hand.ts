import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { Actor, Ctx, Work } from '@/db/context';
import { articles, publications, revisions } from '@/db/schema';
import { authorise, type Matter, type Verb } from '@/features/users/rules';
import { Conflict, NotFound } from '@/lib/errors';
import { migrateBody } from '@/lib/rich-text/migrate';
import {
  type Act,
  type Article,
  type ArticleState,
  articleState,
  mayFollow,
  type Publication,
  refusedAct,
  type WrittenRevision,
} from '../rules';

/** One article under lock: nothing about it changes until the transaction ends. */
export interface ArticleInHand {
  article: Article;
  head: WrittenRevision;
  /** Ledger rows still to come, the next first. */
  pending: Publication[];
  state: ArticleState;
}

/**
 * Locks the article's row, which everything that changes an article or its ledger does first, checks that the actor may
 * do `verb` to it and that `act` is possible as it stands. Throws NotFound, Forbidden or Conflict.
 */
export async function takeInHand(tx: Work, articleId: number, verb: Verb, act: Act): Promise<ArticleInHand> {
  // A reader is told to sign in before anything is looked up.
  if (tx.actor.kind === 'reader') authorise(tx.actor, verb);
  const [article] = await tx.db.select().from(articles).where(eq(articles.id, articleId)).for('update');
  if (!article) throw NotFound('This article does not exist.');
  // Two statements on purpose: a join under FOR UPDATE would see the head as it was before the wait.
  const head = await findHead(tx, article);
  const pending = await listPending(tx, articleId);
  const inHand = { article, head, pending, state: articleState(article, pending) };
  authorise(tx.actor, verb, matterOf(inHand));
  if (!mayFollow(act, inHand.state)) throw Conflict(refusedAct(act, inHand.state));
  return inHand;
}

/** What the permission table looks at. */
export const matterOf = ({ article, head }: Pick<ArticleInHand, 'article' | 'head'>): Matter => ({
  ownerIds: [article.createdBy, article.assigneeId],
  sectionIds: head.sectionIds,
  live: article.liveRevisionId !== null,
});

/** A revision by id, its body in today's shape, but only of this article: an id of another's is as good as none. */
export async function getRevisionOf(
  ctx: Ctx,
  articleId: number,
  revisionId: number,
): Promise<WrittenRevision> {
  const [revision] = await ctx.db
    .select(written)
    .from(revisions)
    .where(and(eq(revisions.id, revisionId), eq(revisions.articleId, articleId)));
  if (!revision) throw NotFound('This version does not belong to the article.');
  return { ...revision, body: migrateBody(revision.body, revision.bodyVersion) };
}

const { html: _html, plainText: _plainText, ...written } = getTableColumns(revisions);

export const staffId = (actor: Actor): number | null => (actor.kind === 'staff' ? actor.id : null);

async function findHead(tx: Work, article: Article): Promise<WrittenRevision> {
  if (article.headRevisionId === null) throw NotFound('This article has no text. Start a new one.');
  return getRevisionOf(tx, article.id, article.headRevisionId);
}

const listPending = (tx: Work, articleId: number): Promise<Publication[]> =>
  tx.db
    .select()
    .from(publications)
    .where(
      and(
        eq(publications.articleId, articleId),
        isNull(publications.appliedAt),
        isNull(publications.cancelledAt),
        isNull(publications.failure),
      ),
    )
    .orderBy(sql`${publications.effectiveAt}, ${publications.id}`);
