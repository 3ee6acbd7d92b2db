import type { CalendarEntry } from '../../../queries/calendar';

/** What stands in a day, in words. */
export const kindWords = {
  publish: {
    noun: 'Publication',
    label: 'goes live',
    says: 'It goes live by itself then, in the version that was planned.',
  },
  update: { noun: 'Update', label: 'is updated', says: 'Readers get the planned changes then.' },
  withdraw: { noun: 'Withdrawal', label: 'is withdrawn', says: 'It disappears from every page then.' },
  kill: { noun: 'Kill', label: 'is killed', says: '' },
  due: { noun: 'Due date', label: 'is due', says: 'Nothing happens by itself then.' },
  arrange: {
    noun: 'Change',
    label: 'changes',
    says: 'The planned stories stand on the page then.',
  },
  live: { noun: 'Publication', label: 'went live', says: '' },
} as const satisfies Record<CalendarEntry['kind'], Record<string, string>>;
