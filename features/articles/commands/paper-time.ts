import type { Work } from '@/db/context';
import { readSettings } from '@/features/settings/queries';
import { toTheSecond } from '@/lib/to-the-second';

/** An instant as the paper's clocks show it, for the sentence of a refusal. */
export const paperTime = async (tx: Work, at: Date): Promise<string> =>
  toTheSecond((await readSettings(tx)).timeZone)(at);
