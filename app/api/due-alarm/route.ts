import { findDueAlarm } from '@/features/articles/queries/due-alarm';
import { noInput } from '@/features/articles/schedule-input';
import { lookup } from '@/features/lookup';

/** What is late just now, for desk pages that have been open for a while. */
export const GET = lookup(noInput, findDueAlarm);
