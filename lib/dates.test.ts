import { describe, expect, test } from 'vitest';
import { formatDate, startOfMonth, startOfNextDay, yearSpan, zonedDay, zonedIso, zonedYear } from './dates';

const at = (iso: string) => new Date(iso);

test.each([
  ['2024-10-31T14:05:09.700Z', 'Asia/Seoul', '2024-10-31T23:05:09+09:00'],
  ['2024-07-01T12:00:00Z', 'Europe/Berlin', '2024-07-01T14:00:00+02:00'],
  ['2024-01-01T03:00:00Z', 'America/St_Johns', '2023-12-31T23:30:00-03:30'],
  ['2024-01-01T00:00:00Z', 'UTC', '2024-01-01T00:00:00Z'],
  // Both 01:30s of the night on which Lord Howe puts its clocks back by half an hour.
  ['2024-04-06T14:45:00Z', 'Australia/Lord_Howe', '2024-04-07T01:45:00+11:00'],
  ['2024-04-06T15:15:00Z', 'Australia/Lord_Howe', '2024-04-07T01:45:00+10:30'],
])('R2 %s is written with the offset of %s', (instant, zone, expected) => {
  expect(zonedIso(at(instant), zone)).toBe(expected);
  expect(at(expected).getTime()).toBe(Math.floor(at(instant).getTime() / 1000) * 1000);
});

test('R2 a published time names its zone in words', () => {
  expect(
    formatDate(at('2024-10-31T14:05:00Z'), 'moment', { language: 'en-GB', timeZone: 'Europe/Berlin' }),
  ).toBe('31 October 2024 at 15:05 CET');
});

describe('R7 months and days begin by the clocks of the zone', () => {
  test.each([
    [2024, 10, 'Europe/Berlin', '2024-09-30T22:00:00.000Z'],
    [2024, 13, 'Europe/Berlin', '2024-12-31T23:00:00.000Z'],
    [2024, 1, 'Pacific/Kiritimati', '2023-12-31T10:00:00.000Z'],
  ])('%i-%i in %s', (year, month, zone, expected) => {
    expect(startOfMonth(year, month, zone).toISOString()).toBe(expected);
  });

  test('a midnight that clocks jump over', () => {
    // Beirut went from 23:59:59 on 30 March 2024 to 01:00 on the 31st.
    expect(startOfNextDay(at('2024-03-30T12:00:00Z'), 'Asia/Beirut').toISOString()).toBe(
      '2024-03-30T22:00:00.000Z',
    );
    expect(zonedDay(at('2024-03-30T21:59:59Z'), 'Asia/Beirut')).toBe('2024-03-30');
    expect(zonedDay(at('2024-03-30T22:00:00Z'), 'Asia/Beirut')).toBe('2024-03-31');
  });
});

test('R16 copyright years end in the year of the zone', () => {
  const newYear = at('2025-12-31T23:30:00Z');
  expect(yearSpan(2014, zonedYear(newYear, 'Asia/Tokyo'))).toBe('2014–2026');
  expect(yearSpan(2014, zonedYear(newYear, 'America/New_York'))).toBe('2014–2025');
  expect(yearSpan(2030, 2026)).toBe('2030');
  // Where the year turns first of all, to the millisecond, and the page with it.
  const turn = startOfMonth(2027, 1, 'Pacific/Kiritimati');
  expect(turn.toISOString()).toBe('2026-12-31T10:00:00.000Z');
  expect(zonedYear(new Date(turn.getTime() - 1), 'Pacific/Kiritimati')).toBe(2026);
  expect(zonedYear(turn, 'Pacific/Kiritimati')).toBe(2027);
});
