import { sql } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { wordLists } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import type { SaveWordLists } from '../input';
import { findWordLists } from '../queries';

/** Replaces both lists of words; the next comment is judged by them. What changed is in the audit log, line by line. */
export async function saveWordLists(ctx: Ctx, wanted: SaveWordLists): Promise<SaveWordLists> {
  authorise(ctx.actor, 'moderate-comments');
  return transact(ctx, async (tx) => {
    const now = await findWordLists(tx);
    for (const kind of ['blocked', 'suspect'] as const) {
      const [before, after] = [new Set(now[kind]), new Set(wanted[kind])];
      const added = wanted[kind].filter((line) => !before.has(line));
      const removed = now[kind].filter((line) => !after.has(line));
      if (added.length + removed.length === 0) continue;
      await tx.db
        .insert(wordLists)
        .values({ kind, lines: wanted[kind] })
        .onConflictDoUpdate({
          target: wordLists.kind,
          set: { lines: wanted[kind], updatedAt: sql`clock()` },
        });
      tx.record('save-words', 'comment-words', kind, { before: { removed }, after: { added } });
    }
    return wanted;
  });
}
