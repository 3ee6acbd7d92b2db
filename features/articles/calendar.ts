import { wallClock, zonedTime } from '@/lib/zoned-time';

export const calendarViews = ['month', 'week'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** A day of the calendar, without a zone: `2026-11-25`. */
export type Day = string;

const dayMs = 86_400_000;
const asUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const asDay = (at: number): Day => new Date(at).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => asDay(asUtc(day) + days * dayMs);

/** The day it is in the zone. */
export const dayOf = (at: Date, zone: string): Day => wallClock(at, zone).slice(0, 10);

/** Whole weeks from Monday: those that a month touches, or the one of a day. */
export function calendarDays(view: CalendarView, on: Day): Day[] {
  const first = mondayOf(view === 'week' ? on : `${on.slice(0, 7)}-01`);
  const last = view === 'week' ? on : addDays(nextMonth(on), -1);
  const count = (asUtc(mondayOf(last)) - asUtc(first)) / dayMs + 7;
  return Array.from({ length: count }, (_, n) => addDays(first, n));
}

/** A day in the view before or after. */
export function turnPage(view: CalendarView, on: Day, way: -1 | 1): Day {
  if (view === 'week') return addDays(on, 7 * way);
  return way === 1 ? nextMonth(on) : `${addDays(`${on.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
}

/** The first instant of a day in the zone, also where clocks leave midnight out or show it twice. */
export function startOfDay(day: Day, zone: string): Date {
  const time = zonedTime(`${day}T00:00:00`, zone);
  if (time?.happens === 'never') return time.resumesAt;
  if (time?.happens === 'twice') return time.first;
  return time?.at ?? new Date(asUtc(day));
}

/** The same time of day on another day, as a clock in the zone shows it. */
export const sameTimeOn = (day: Day, at: Date, zone: string): string =>
  `${day}${wallClock(at, zone).slice(10)}`;

/** Which of two equal times an instant is, where the clocks show it twice. */
export function whichOf(at: Date, zone: string): 'first' | 'second' | undefined {
  const time = zonedTime(wallClock(at, zone), zone);
  if (time?.happens !== 'twice') return undefined;
  return Math.floor(time.second.getTime() / 1000) <= Math.floor(at.getTime() / 1000) ? 'second' : 'first';
}

const mondayOf = (day: Day): Day => addDays(day, -((new Date(asUtc(day)).getUTCDay() + 6) % 7));

function nextMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return asDay(Date.UTC(year, month, 1));
}
