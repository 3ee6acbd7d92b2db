import { expect, test } from 'vitest';
import { calendarDays, dayOf, sameTimeOn, startOfDay, turnPage, whichOf } from './calendar';

test('D13 a month is whole weeks from Monday, a week seven days', () => {
  const february = calendarDays('month', '2027-02-14');
  expect([february[0], february.at(-1), february.length]).toEqual(['2027-02-01', '2027-02-28', 28]);
  const august = calendarDays('month', '2026-08-31');
  expect([august[0], august.at(-1), august.length]).toEqual(['2026-07-27', '2026-09-06', 42]);
  expect(calendarDays('week', '2026-11-29')).toEqual(
    ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`),
  );
  expect(turnPage('month', '2026-12-31', 1)).toBe('2027-01-01');
  expect(turnPage('month', '2026-03-31', -1)).toBe('2026-02-01');
  expect(turnPage('week', '2026-12-31', 1)).toBe('2027-01-07');
});

test('D13 a day begins where the clocks of its zone say, and a moved plan keeps its time of day', () => {
  expect(startOfDay('2026-03-29', 'Europe/Berlin')).toEqual(new Date('2026-03-28T23:00:00Z'));
  expect(startOfDay('2026-03-30', 'Europe/Berlin')).toEqual(new Date('2026-03-29T22:00:00Z'));
  // Clocks in Beirut go from midnight to one.
  expect(startOfDay('2026-03-29', 'Asia/Beirut')).toEqual(new Date('2026-03-28T22:00:00Z'));
  const at = new Date('2026-03-28T05:30:15Z');
  expect(dayOf(at, 'Asia/Tokyo')).toBe('2026-03-28');
  expect(sameTimeOn('2026-03-29', at, 'Europe/Berlin')).toBe('2026-03-29T06:30:15');
  expect(whichOf(new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe('first');
  expect(whichOf(new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('second');
  expect(whichOf(at, 'Europe/Berlin')).toBeUndefined();
});
