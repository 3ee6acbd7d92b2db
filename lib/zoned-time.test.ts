import { expect, test } from 'vitest';
import { offsetLabel, wallClock, zonedTime } from './zoned-time';

const utc = (text: string) => new Date(text);

test.each([
  // The morning the clocks go forward: 02:30 never comes, 03:00 is the first minute after.
  ['Europe/Berlin', '2027-03-28T02:30:00', { happens: 'never', resumesAt: utc('2027-03-28T01:00:00Z') }],
  ['Europe/Berlin', '2027-03-28T01:59:59', { happens: 'once', at: utc('2027-03-28T00:59:59Z') }],
  ['Europe/Berlin', '2027-03-28T03:00:00', { happens: 'once', at: utc('2027-03-28T01:00:00Z') }],
  // … and back: the hour from two to three comes twice.
  ['Europe/Berlin', '2026-10-25T01:59:59', { happens: 'once', at: utc('2026-10-24T23:59:59Z') }],
  [
    'Europe/Berlin',
    '2026-10-25T02:30:00',
    { happens: 'twice', first: utc('2026-10-25T00:30:00Z'), second: utc('2026-10-25T01:30:00Z') },
  ],
  ['Europe/Berlin', '2026-10-25T03:00:00', { happens: 'once', at: utc('2026-10-25T02:00:00Z') }],
  [
    'America/New_York',
    '2026-11-01T01:30:00',
    { happens: 'twice', first: utc('2026-11-01T05:30:00Z'), second: utc('2026-11-01T06:30:00Z') },
  ],
  // Half an hour, a quarter of one, the far side of the date line, a day that Samoa left out.
  [
    'Australia/Lord_Howe',
    '2026-10-04T02:15:00',
    { happens: 'never', resumesAt: utc('2026-10-03T15:30:00Z') },
  ],
  ['Asia/Kathmandu', '2026-06-01T00:00:00', { happens: 'once', at: utc('2026-05-31T18:15:00Z') }],
  ['Pacific/Kiritimati', '2026-06-01T00:00', { happens: 'once', at: utc('2026-05-31T10:00:00Z') }],
  ['Pacific/Apia', '2011-12-30T12:00:00', { happens: 'never', resumesAt: utc('2011-12-30T10:00:00Z') }],
  ['UTC', '2026-02-28T23:59:59', { happens: 'once', at: utc('2026-02-28T23:59:59Z') }],
])('D8 in %s clocks show %s when they should', (zone, local, wanted) => {
  expect(zonedTime(local, zone)).toEqual(wanted);
});

test.each([
  '2026-02-30T10:00',
  '0999-12-31T10:00',
  '9999-12-31T23:59',
  '2026-04-31T10:00',
  '2026-01-01T24:00',
  '2026-01-01',
  '2026-1-1T1:00',
  '',
  '0000-01-01T00:00',
  'x'.repeat(9999),
])('D8 %.20s is no time of day', (local) => {
  expect(zonedTime(local, 'Europe/Berlin')).toBeNull();
});

test('D8 a wall clock read and set again is the same instant, every hour through both changes', () => {
  for (const zone of [
    'Europe/Berlin',
    'America/St_Johns',
    'Africa/Casablanca',
    'Antarctica/Troll',
    'Asia/Tehran',
  ]) {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000 * 5) {
      const found = zonedTime(wallClock(new Date(at), zone), zone);
      const instants =
        found?.happens === 'once'
          ? [found.at]
          : found?.happens === 'twice'
            ? [found.first, found.second]
            : [];
      expect(instants.map(Number), `${zone} ${new Date(at).toISOString()}`).toContain(at);
    }
  }
});

test('D8 the zone is named as people write it', () => {
  expect(offsetLabel(utc('2026-07-01T00:00:00Z'), 'Europe/Berlin')).toBe('UTC+2');
  expect(offsetLabel(utc('2026-07-01T00:00:00Z'), 'Asia/Kolkata')).toBe('UTC+5:30');
  expect(offsetLabel(utc('2026-07-01T00:00:00Z'), 'America/St_Johns')).toBe('UTC−2:30');
  expect(offsetLabel(utc('2026-07-01T00:00:00Z'), 'UTC')).toBe('UTC');
});
