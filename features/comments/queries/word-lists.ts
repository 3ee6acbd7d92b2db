import { asc } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { wordLists } from '@/db/schema';
import { authorise } from '@/features/users/rules';

/** Both lists of words as staff wrote them; empty ones at first. For moderators only. */
export async function findWordLists(ctx: Ctx): Promise<{ blocked: string[]; suspect: string[] }> {
  authorise(ctx.actor, 'moderate-comments');
  const rows = await ctx.db
    .select({ kind: wordLists.kind, lines: wordLists.lines })
    .from(wordLists)
    .orderBy(asc(wordLists.kind));
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.lines ?? [];
  return { blocked: of('blocked'), suspect: of('suspect') };
}
