import { and, eq, isNull } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { noteMentions, notices } from '@/db/schema';
import { type Mentionable, mentionedIn } from '../../mentions';
import { listWhoMayOpen } from '../../queries/people';
import { type ArticleInHand, matterOf, staffId } from '../in-hand';

/**
 * Notes who is named in a text, and tells each of them once, however often the note is changed; never whoever writes.
 * Gives their names.
 */
export async function tellMentioned(
  tx: Work,
  inHand: ArticleInHand,
  { noteId, text, chosenIds }: { noteId: number; text: string; chosenIds: number[] },
): Promise<string[]> {
  const named = mentionedIn(text, await listWhoMayOpen(tx, matterOf(inHand)), chosenIds);
  await tx.db.delete(noteMentions).where(eq(noteMentions.noteId, noteId));
  if (named.length === 0) return [];
  await tx.db.insert(noteMentions).values(named.map(({ id, name }) => ({ noteId, userId: id, name })));
  const about = { kind: 'mention' as const, articleId: inHand.article.id, noteId };
  await tell(tx, others(tx, named), about);
  return named.map(({ name }) => name);
}

/** Tells somebody that an article is hers to finish, unless she was told and has not looked yet. */
export async function tellAssigned(tx: Work, articleId: number, person: Mentionable): Promise<void> {
  const [waiting] = await tx.db
    .select({ id: notices.id })
    .from(notices)
    .where(
      and(
        eq(notices.articleId, articleId),
        eq(notices.userId, person.id),
        eq(notices.kind, 'assignment'),
        isNull(notices.readAt),
      ),
    )
    .limit(1);
  if (!waiting) await tell(tx, others(tx, [person]), { kind: 'assignment', articleId, noteId: null });
}

const others = (tx: Work, people: Mentionable[]): Mentionable[] =>
  people.filter(({ id }) => id !== staffId(tx.actor));

async function tell(
  tx: Work,
  people: Mentionable[],
  about: Pick<typeof notices.$inferInsert, 'kind' | 'articleId' | 'noteId'>,
): Promise<void> {
  if (people.length === 0) return;
  const byName = tx.actor.kind === 'staff' ? tx.actor.name : 'The desk';
  const made = await tx.db
    .insert(notices)
    .values(people.map(({ id }) => ({ ...about, userId: id, byName, createdAt: tx.now })))
    .onConflictDoNothing()
    .returning({ id: notices.id });
  for (const { id } of made) tx.enqueue('mail.notice', { noticeId: id });
}
