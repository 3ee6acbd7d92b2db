import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact } from '@/db/context';
import { users } from '@/db/schema';
import { Forbidden } from '@/lib/errors';
import type { noticeMailInput } from '../input';
import { authorise } from '../rules';

/** Whether one is mailed what the desk's notices say as well. One's own choice alone. */
export async function chooseNoticeMail(
  ctx: Ctx,
  { noticeMail }: z.output<typeof noticeMailInput>,
): Promise<void> {
  authorise(ctx.actor, 'manage-own-account');
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw Forbidden('Only somebody signed in is mailed notices.');
  await transact(ctx, async (tx) => {
    await tx.db.update(users).set({ noticeMail }).where(eq(users.id, actor.id));
    tx.record('choose-notice-mail', 'user', actor.id, { after: { noticeMail } });
  });
}
