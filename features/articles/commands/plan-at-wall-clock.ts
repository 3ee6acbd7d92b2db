import type { Ctx } from '@/db/context';
import { readSettings } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { Invalid } from '@/lib/errors';
import { wallClock, zonedTime } from '@/lib/zoned-time';
import type { Plan } from '../desk-input';
import { type Scheduled, scheduleArticle } from './schedule-article';

/**
 * `scheduleArticle` at what a clock on the newsroom's wall will show (D8). Throws Invalid for a time that the clocks leave
 * out when they go forward, and for one that comes twice when they go back, until the first or second is named.
 */
export async function planAtWallClock(
  ctx: Ctx,
  { wallClock: typed, which, ...plan }: Plan,
): Promise<Scheduled> {
  authorise(ctx.actor, 'read-desk');
  const { timeZone } = await readSettings(ctx);
  return scheduleArticle(ctx, { ...plan, effectiveAt: instantOf(typed, timeZone, which) });
}

/** What a clock in the zone shows, as an instant. Throws Invalid as above, by the field `wallClock`. */
export function instantOf(typed: string, zone: string, which: Plan['which']): Date {
  const time = zonedTime(typed, zone);
  if (time === null) throw refused('Give a day and a time, such as 2026-05-04 at 06:30:00.');
  if (time.happens === 'once') return time.at;
  if (time.happens === 'never')
    throw refused(
      `Clocks in ${zone} go forward that night and never show ${typed.slice(11)}. The next time they show is ${wallClock(time.resumesAt, zone).slice(11)}.`,
    );
  if (which) return time[which];
  throw refused(
    `Clocks in ${zone} go back that night and show ${typed.slice(11)} twice. Choose the first or the second.`,
  );
}

const refused = (sentence: string) => Invalid(sentence, { fields: { wallClock: sentence } });
