/** An instant as a page shows it: the text for people, `iso` with the zone's own offset for `<time datetime>`. */
export interface ShownTime {
  iso: string;
  text: string;
}

const formats = {
  day: { dateStyle: 'long' },
  weekday: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  /** Under a heading that says the year. */
  monthAlone: { month: 'long' },
  /** In lists and discussions; the zone is the site's. */
  short: { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  /** The same where the year is this one. */
  thisYear: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  shortDay: { year: 'numeric', month: 'short', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  moment: {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateForm = keyof typeof formats;

/** Where and for whom times are written: the site's, or an article's own language. */
export interface Locality {
  /** BCP 47. */
  language: string;
  /** A name of the tz database. */
  timeZone: string;
}

/** An instant in words of the language, in the zone, in one of the paper's few forms. */
export const formatDate = (at: Date, form: DateForm, { language, timeZone }: Locality): string =>
  formatter(language, timeZone, form).format(at);

export const showTime = (at: Date, form: DateForm, locality: Locality): ShownTime => ({
  iso: zonedIso(at, locality.timeZone),
  text: formatDate(at, form, locality),
});

/** `2024-10-31T14:05:00+01:00`: the wall clock of the zone with its offset at that instant. Source: RFC 3339. */
export function zonedIso(at: Date, timeZone: string): string {
  const part = zonedParts(at, timeZone);
  const wall = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
  const offset = Math.round((wall - Math.floor(at.getTime() / 1000) * 1000) / 60_000);
  const text = new Date(wall).toISOString().slice(0, 19);
  return offset === 0 ? `${text}Z` : `${text}${offset < 0 ? '-' : '+'}${hoursAndMinutes(Math.abs(offset))}`;
}

/** `2024-10-31`, the day it is in the zone. */
export const zonedDay = (at: Date, timeZone: string): string => {
  const { year, month, day } = zonedParts(at, timeZone);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
};

/** The year it is in the zone: the last of the copyright years. */
export const zonedYear = (at: Date, timeZone: string): number => zonedParts(at, timeZone).year;

/** The year it is in the zone, and the month from 1. */
export const zonedMonth = (at: Date, timeZone: string): [year: number, month: number] => {
  const { year, month } = zonedParts(at, timeZone);
  return [year, month];
};

/**
 * The first instant of a month in the zone. Months may run over: month 13 is January of the next year. Where clocks go
 * forward at that very midnight it is the first instant after the gap.
 */
export function startOfMonth(year: number, month: number, timeZone: string): Date {
  return startOf(Date.UTC(year, month - 1, 1), timeZone);
}

/** The first instant of the day after the one that `at` falls on in the zone: when a page that shows the date turns. */
export function startOfNextDay(at: Date, timeZone: string): Date {
  const { year, month, day } = zonedParts(at, timeZone);
  return startOf(Date.UTC(year, month - 1, day + 1), timeZone);
}

/** `2014–2026`, or one year alone: the years of a copyright line. The end is never before the start. */
export const yearSpan = (start: number, end: number): string =>
  end > start ? `${start}–${end}` : String(start);

/** The instant at which the zone's clocks show a midnight given as UTC milliseconds. */
function startOf(wall: number, timeZone: string): Date {
  // Two looks settle it: the second uses the offset that holds at the first answer.
  let at = wall - offsetAt(wall, timeZone);
  at = wall - offsetAt(at, timeZone);
  return new Date(offsetAt(at, timeZone) === wall - at ? at : wall - offsetAt(at - 3_600_000, timeZone));
}

function offsetAt(instant: number, timeZone: string): number {
  const part = zonedParts(new Date(instant), timeZone);
  const wall = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
  return wall - Math.floor(instant / 1000) * 1000;
}

const two = (n: number): string => String(n).padStart(2, '0');
const hoursAndMinutes = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

interface WallClock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

function zonedParts(at: Date, timeZone: string): WallClock {
  const wall: WallClock = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of wallClock(timeZone).formatToParts(at))
    if (type in wall) wall[type as keyof WallClock] = Number(value);
  return wall;
}

// Making a formatter costs a hundred times what using it does.
const made = new Map<string, Intl.DateTimeFormat>();

function kept(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  let format = made.get(key);
  if (!format) {
    format = make();
    made.set(key, format);
  }
  return format;
}

const formatter = (language: string, timeZone: string, form: DateForm): Intl.DateTimeFormat =>
  kept(
    `${language} ${timeZone} ${form}`,
    () => new Intl.DateTimeFormat(language, { ...formats[form], timeZone }),
  );

const wallClock = (timeZone: string): Intl.DateTimeFormat =>
  kept(
    timeZone,
    () =>
      new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      }),
  );
