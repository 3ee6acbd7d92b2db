import type { Ctx } from '@/db/context';
import { readSettings } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import type { TryComment } from '../input';
import { judge, type Verdict } from '../rules';
import { gatherFacts } from './gather-facts';

/** What would become of a reader's comment with these words, and why. Writes nothing. For moderators. */
export async function tryComment(ctx: Ctx, { name, body }: TryComment): Promise<Verdict> {
  authorise(ctx.actor, 'moderate-comments');
  const reader: Ctx = { ...ctx, actor: { kind: 'reader' } };
  const typedAt = new Date(ctx.now.getTime() - 60_000);
  const tried = { name, body, email: '', honeypot: false, networkHash: null, typedAt };
  return judge(await gatherFacts(reader, tried, await readSettings(ctx)));
}
