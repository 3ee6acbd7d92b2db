import type { Ctx } from '@/db/context';
import { readSettings } from '@/features/settings/queries';
import { dayOf, startOfDay } from '../calendar';
import type { AskedColumn } from '../planning-input';
import { type BoardPage, listColumn } from '../queries/board';

/** A further page of one column of the board. Changes nothing. */
export async function findColumn(ctx: Ctx, { column, after }: AskedColumn): Promise<BoardPage> {
  const { timeZone } = await readSettings(ctx);
  return listColumn(ctx, { column, after, since: startOfDay(dayOf(ctx.now, timeZone), timeZone) });
}
