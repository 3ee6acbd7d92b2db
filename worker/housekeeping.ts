import type { Ctx } from '@/db/context';
import { destroyOldNetworkKeys } from '@/db/network-names';
import { purgeBulkChanges, purgeLinkChecks, purgePresence } from '@/features/articles/commands';
import { forgetRareSigns, purgeSubmissions } from '@/features/comments/commands';
import { reckonLooks, sweepMedia } from '@/features/media/commands';
import { purgeUnconfirmed } from '@/features/newsletter/commands';
import { purgeSignInTraces } from '@/features/users/commands';
import { log } from '@/lib/log';

/** Every ten minutes, by one worker. */
export const housekeepingCron = '*/10 * * * *';

/** What runs out or is left behind, by name. Each may be run twice, and beside everything else. */
const chores: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  'pages of the editor that were lost': purgePresence,
  'comments typed but never posted': purgeSubmissions,
  'signs of the comment filter met once and long ago': forgetRareSigns,
  'sign-ups never confirmed': purgeUnconfirmed,
  'files of no picture': sweepMedia,
  'what was found of links long ago': purgeLinkChecks,
  'what came of bulk changes long ago': purgeBulkChanges,
  'looks of pictures': reckonLooks,
  'secrets of networks of a month ago': destroyOldNetworkKeys,
  'sessions and links long over': purgeSignInTraces,
};

/** Does every chore, one after another; a chore that fails does not keep the others from being done. */
export async function keepHouse(ctx: Ctx): Promise<void> {
  const failures: unknown[] = [];
  for (const [chore, run] of Object.entries(chores)) {
    try {
      await run(ctx);
    } catch (error) {
      log().error({ err: error, chore }, 'housekeeping');
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} chores of housekeeping failed`);
}
