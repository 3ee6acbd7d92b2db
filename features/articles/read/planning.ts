import { readSettings } from '@/features/settings/queries';
import { deskContext } from '@/features/users/session';
import { boardColumns } from '../board-rules';
import { addDays, calendarDays, dayOf, startOfDay, turnPage } from '../calendar';
import { calendarInput } from '../planning-input';
import { countColumns, listColumn } from '../queries/board';
import { listCalendar, listPlannable } from '../queries/calendar';
import { paperOf } from './desk';

/** How many of a day's live stories are named, by view. */
const named = { month: 3, week: 40 } as const;

/** The calendar of the month or week that the address asks for; today's when it names none. */
export async function readCalendar(search: Record<string, unknown>) {
  const ctx = await deskContext();
  const settings = await readSettings(ctx);
  const paper = paperOf(settings);
  const { timeZone } = paper;
  const { view, on: asked } = calendarInput.parse(search);
  const today = dayOf(ctx.now, timeZone);
  const on = asked ?? today;
  const days = calendarDays(view, on);
  const [first = on, last = on] = [days[0], days.at(-1)];
  const [calendar, plannable] = await Promise.all([
    listCalendar(ctx, {
      from: startOfDay(first, timeZone),
      to: startOfDay(addDays(last, 1), timeZone),
      timeZone,
      named: named[view],
    }),
    listPlannable(ctx),
  ]);
  return {
    ...calendar,
    plannable,
    view,
    on,
    today,
    days,
    before: turnPage(view, on, -1),
    after: turnPage(view, on, 1),
    paper,
  };
}

/** The board: the first page of each column, and how many cards each holds. */
export async function readBoard() {
  const ctx = await deskContext();
  const paper = paperOf(await readSettings(ctx));
  const today = dayOf(ctx.now, paper.timeZone);
  const since = startOfDay(today, paper.timeZone);
  const [counts, ...pages] = await Promise.all([
    countColumns(ctx, since),
    ...boardColumns.map((column) => listColumn(ctx, { column, since })),
  ]);
  return {
    columns: boardColumns.map((column, n) => ({
      column,
      count: counts[column],
      page: pages[n] ?? { cards: [], next: null },
    })),
    tomorrow: addDays(today, 1),
    paper,
  };
}
