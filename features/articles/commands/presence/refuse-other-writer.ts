import type { Work } from '@/db/context';
import { Conflict } from '@/lib/errors';
import { findWriter } from '../../queries/presence';

/**
 * Under the article's lock: nobody saves while somebody else writes. One's own other page is no one else; between those
 * the revision decides, as it does whenever nobody is there.
 */
export async function refuseOtherWriter(tx: Work, articleId: number): Promise<void> {
  if (tx.actor.kind !== 'staff') return;
  const writer = await findWriter(tx, articleId);
  if (!writer || writer.userId === tx.actor.id) return;
  throw Conflict(`${writer.name} is writing this story now. What you typed is kept on this device.`, {
    detail: { writer: { name: writer.name } },
  });
}
