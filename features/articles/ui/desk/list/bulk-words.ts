import type { BulkAct } from '../../../bulk-input';

export const stories = (count: number): string =>
  count === 1 ? '1 story' : `${count.toLocaleString('en')} stories`;

/** What was done to them, behind their number. */
export const past = {
  assign: 'given on',
  submit: 'sent to the editors',
  approve: 'approved',
  return: 'back in draft',
  trash: 'in the trash',
  restore: 'out of the trash',
  tag: 'tagged',
  section: 'filed',
  file: 'filed',
} as const satisfies Record<BulkAct['kind'], string>;
