import type { Work } from '@/db/context';
import { Invalid } from '@/lib/errors';
import { paperTime } from './paper-time';

/** Throws Invalid for an instant that is not still to come by the database's clock; `instead` is what can be done at once. */
export async function refusePast(tx: Work, at: Date, instead: string): Promise<void> {
  if (at > tx.now) return;
  const sentence = `That time has passed: by the server's clock it is ${await paperTime(tx, tx.now)}. Choose a later one, or ${instead}.`;
  throw Invalid(sentence, { fields: { effectiveAt: sentence } });
}
