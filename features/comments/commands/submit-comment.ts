import { and, eq, sql } from 'drizzle-orm';
import { type Actor, type Ctx, transact, type Work } from '@/db/context';
import { networkNames } from '@/db/network-names';
import { submissions } from '@/db/schema';
import { readSettings } from '@/features/settings/queries';
import { Conflict, NotFound } from '@/lib/errors';
import type { SubmitComment } from '../input';
import { findDiscussedArticle, findVisibleComment } from '../queries';
import { type Faults, isOpen, submissionsPerTenMinutes, typedFaults } from '../rules';

/**
 * Keeps what a reader typed for an hour under an unguessable id, with what is wrong with it, and returns that id (C2).
 * Open to everybody; nothing is shown to anybody else by it. Throws NotFound when the story is not live.
 */
export async function submitComment(ctx: Ctx, input: SubmitComment): Promise<{ id: string }> {
  return transact(ctx, async (tx) => {
    const networks = await networkNames(tx, input.networkHash);
    const errors = await findFaults(tx, input, networks);
    const staff = staffOf(tx.actor);
    const typed = {
      articleId: input.articleId,
      parentId: input.parentId,
      name: staff?.name ?? input.name,
      email: staff?.email ?? input.email,
      body: input.body,
      errors,
      honeypot: input.website !== '',
      networkHash: networks[0] ?? null,
      typedAt: tx.now,
    };
    if (input.submissionId) return changeSubmission(tx, input.submissionId, typed);
    const expiresAt = sql`clock() + interval '1 hour'`;
    const [row] = await tx.db
      .insert(submissions)
      .values({ ...typed, expiresAt })
      .returning({ id: submissions.id });
    if (!row) throw new Error('insert into submissions returned nothing');
    return row;
  });
}

const staffOf = (actor: Actor) => (actor.kind === 'staff' ? actor : null);

async function changeSubmission(
  tx: Work,
  id: string,
  typed: Partial<typeof submissions.$inferInsert>,
): Promise<{ id: string }> {
  const [row] = await tx.db
    .update(submissions)
    .set(typed)
    .where(
      and(eq(submissions.id, id), eq(submissions.state, 'open'), sql`${submissions.expiresAt} > clock()`),
    )
    .returning({ id: submissions.id });
  if (!row)
    throw Conflict(
      'This comment was already sent, or its hour has run out. Start a new one under the story.',
    );
  return row;
}

async function findFaults(tx: Work, input: SubmitComment, networks: string[]): Promise<Faults> {
  const article = await findDiscussedArticle(tx, input.articleId);
  if (!article) throw NotFound('This story is no longer here, so it cannot be commented on.');
  const faults = typedFaults(input, tx.actor.kind === 'staff');
  const { commentsCloseAfterDays } = await readSettings(tx);
  if (!isOpen(article, commentsCloseAfterDays, tx.now)) return { ...faults, form: 'closed' };
  if (input.parentId !== null) {
    const parent = await findVisibleComment(tx, input.parentId);
    if (parent?.articleId !== input.articleId) return { ...faults, form: 'parentGone' };
  }
  if ((await countRecent(tx, networks)) >= submissionsPerTenMinutes) return { ...faults, form: 'tooMany' };
  return faults;
}

async function countRecent(tx: Work, networks: string[]): Promise<number> {
  if (networks.length === 0) return 0;
  const [row] = await tx.db.execute<{ n: string }>(sql`
    select count(*) as n from submissions where network_hash = any(${sql.param(networks.slice(0, 2))}::text[]) and created_at > now() - interval '10 minutes'`);
  return Number(row?.n ?? 0);
}
