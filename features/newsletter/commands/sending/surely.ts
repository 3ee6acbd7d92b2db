import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAway } from '@/lib/errors';
import { log } from '@/lib/log';

/**
 * A write that must be done however long the database is away: what was sent is known only here. `repeated` tells it that
 * an earlier try may have been carried out. Throws what is no matter of the connection.
 */
export async function surely<T>(campaignId: number, write: (repeated: boolean) => Promise<T>): Promise<T> {
  for (let n = 0; ; n++) {
    try {
      return await write(n > 0);
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      log().warn({ err: error, campaignId }, 'database away during a send');
      await pause(Math.min(4_000, 250 * 2 ** n));
    }
  }
}
