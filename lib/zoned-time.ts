/** A day and time as a clock on the wall shows it, without a zone: `2026-10-25T02:30:00`. */
export type WallClock = string;

/**
 * What a wall clock's time means in a zone. `once` is the ordinary case. `twice` is the hour that comes again when clocks
 * go back, `never` the one that is left out when they go forward; `resumesAt` is the first instant after that gap.
 */
export type ZonedTime =
  | { happens: 'once'; at: Date }
  | { happens: 'twice'; first: Date; second: Date }
  | { happens: 'never'; resumesAt: Date };

const dayMs = 86_400_000;
const wallClockPattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/;

/**
 * The instant, or instants, at which clocks in `zone` (IANA name) show `local`; null for what is no such time (31 April,
 * 25 o'clock) and for years before 1000 or after 8999, which is a slip of the hand. A zone's rules come from Intl, so they are those of the machine's tz database. At most one change of clocks
 * is assumed within a day before and after, which holds for every zone on record.
 */
export function zonedTime(local: WallClock, zone: string): ZonedTime | null {
  const asUtc = parseWallClock(local);
  if (asUtc === null) return null;
  const before = offsetMs(asUtc - dayMs, zone);
  const after = offsetMs(asUtc + dayMs, zone);
  const candidates = [...new Set([before, after])].map((offset) => ({ offset, at: asUtc - offset }));
  const [first, second] = candidates
    .filter(({ offset, at }) => offsetMs(at, zone) === offset)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  if (first === undefined)
    return { happens: 'never', resumesAt: new Date(changeBetween(asUtc - dayMs, asUtc + dayMs, zone)) };
  if (second === undefined) return { happens: 'once', at: new Date(first) };
  return { happens: 'twice', first: new Date(first), second: new Date(second) };
}

/** What clocks in `zone` show at an instant, to the second. The inverse of `zonedTime`. */
export const wallClock = (at: Date, zone: string): WallClock =>
  new Date(at.getTime() + offsetMs(at.getTime(), zone)).toISOString().slice(0, 19);

/** How far clocks in `zone` are from UTC at an instant, as people write it: `UTC+5:30`, `UTC−3`, `UTC`. */
export function offsetLabel(at: Date, zone: string): string {
  const minutes = Math.round(offsetMs(at.getTime(), zone) / 60_000);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** `parseWallClock` takes only real days and times: Date.UTC alone would make 1 May of 31 April. */
function parseWallClock(local: WallClock): number | null {
  const parts = wallClockPattern
    .exec(local)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const text = local.length === 16 ? `${local}:00` : local;
  return year >= 1000 && year < 9000 && new Date(at).toISOString().slice(0, 19) === text ? at : null;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

function offsetMs(at: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(zone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** The first instant of the later offset, to the second, by bisection. */
function changeBetween(from: number, to: number, zone: string): number {
  const later = offsetMs(to, zone);
  let [low, high] = [Math.floor(from / 1000), Math.floor(to / 1000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(middle * 1000, zone) === later) high = middle;
    else low = middle;
  }
  return high * 1000;
}
