import { expect, test } from 'vitest';
import { calendarDay, instantText } from './shapes';

test.each(['0000-01-01T00:00:00Z', '0999-12-31T23:59:59Z', '9999-12-31T23:59:59-14:00', '2026-01-01T00:00'])(
  'D8 %s is no instant that can be kept',
  (text) => expect(instantText.safeParse(text).success).toBe(false),
);

test('D8 an instant keeps its zone', () =>
  expect(instantText.parse('2026-11-25T12:00:00+02:00')).toEqual(new Date('2026-11-25T10:00:00Z')));

test.each(['0000-01-01', '9999-12-31', '2026-02-30', '26-1-1'])(
  'D16 %s is no day for a licence to end on',
  (day) => expect(calendarDay('Write a day.').safeParse(day).error?.issues[0]?.message).toBe('Write a day.'),
);
