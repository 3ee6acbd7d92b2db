import { and, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact } from '@/db/context';
import { networkName } from '@/db/network-names';
import { users } from '@/db/schema';
import { isRefusal } from '@/lib/errors';
import type { requestResetInput } from '../input';
import { attemptName, countAttempt } from './attempts';

const hour = 3600;

/**
 * Asks for a link to choose a new password. Open to everybody; the answer and the work are the same whether anybody has
 * that address: the job is queued either way and finds nobody. At most three mails an hour to one address (more are
 * dropped without a word) and twenty requests from one network (TooMany).
 */
export async function requestPasswordReset(
  ctx: Ctx,
  { email, networkHash }: z.output<typeof requestResetInput> & { networkHash?: string | null },
): Promise<void> {
  const network = await networkName(ctx, networkHash ?? null);
  await countAttempt(ctx.db, [
    { key: `reset network ${network ?? 'unknown'}`, limit: 20, withinSeconds: hour },
  ]);
  if (!(await mayMail(ctx, email))) return;
  await transact(ctx, async (tx) => {
    const [user] = await tx.db
      .select({ id: users.id })
      .from(users)
      .where(and(sql`lower(${users.email}) = lower(${email})`, isNull(users.disabledAt)));
    tx.enqueue('mail.password-reset', { userId: user?.id ?? nobody });
    tx.record('ask-for-reset', 'user', user?.id ?? null);
  });
}

/** No row has this id. */
const nobody = 0;

async function mayMail(ctx: Ctx, email: string): Promise<boolean> {
  const key = `reset account ${attemptName(email)}`;
  try {
    await countAttempt(ctx.db, [{ key, limit: 3, withinSeconds: hour }]);
    return true;
  } catch (error) {
    if (isRefusal(error) && error.code === 'too-many') return false;
    throw error;
  }
}
