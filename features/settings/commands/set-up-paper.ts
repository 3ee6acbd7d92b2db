import { type Ctx, transact } from '@/db/context';
import { createFirstAdministrator } from '@/features/users/commands';
import type { Settings } from '../input';
import { writeSettings } from './update-settings';

type Administrator = Parameters<typeof createFirstAdministrator>[1];

/**
 * First run: makes the first administrator by the one-time link, names the paper, and signs in; gives the cookie's
 * value. Open to whoever has the link; throws Conflict once there is an administrator, Invalid by field.
 */
export async function setUpPaper(
  ctx: Ctx,
  { siteName, timeZone, ...administrator }: Administrator & Pick<Settings, 'siteName' | 'timeZone'>,
): Promise<{ token: string; userId: number }> {
  return transact({ ...ctx, actor: { kind: 'system', name: 'set-up' } }, async (tx) => {
    const made = await createFirstAdministrator(tx, administrator);
    await writeSettings(tx, { siteName, timeZone });
    return made;
  });
}
