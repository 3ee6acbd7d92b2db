import { hasRelay } from '@/features/settings/queries';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { listMailbox, readMailbox } from '@/lib/mailer';
import { headerValue, type ReadMail, readMail } from '@/lib/mailer/read-mail';

export interface MailboxEntry {
  id: string;
  keptAt: Date;
  bytes: number;
  to: string;
  subject: string;
}

const pageSize = 30;

/**
 * The development mailbox, newest first; `relay` when mail leaves the house instead. For administrators alone, since
 * everybody's reset links lie in it; null for anybody else.
 */
export async function readKeptMails(before?: string) {
  const ctx = await deskContext();
  if (!may(ctx.actor, 'read-mailbox')) return null;
  const relay = await hasRelay(ctx);
  const kept = await listMailbox({ limit: pageSize + 1, before });
  const mails = await Promise.all(kept.slice(0, pageSize).map(withHead));
  return { relay, mails, nextBefore: kept.length > pageSize ? (mails.at(-1)?.id ?? null) : null };
}

/** One kept mail; `missing` when there is none of that name. */
export async function readKeptMail(id: string): Promise<(ReadMail & { id: string }) | 'missing' | null> {
  const { actor } = await deskContext();
  if (!may(actor, 'read-mailbox')) return null;
  const raw = await readMailbox(id);
  return raw ? { id, ...readMail(raw) } : 'missing';
}

async function withHead(kept: { id: string; keptAt: Date; bytes: number }): Promise<MailboxEntry> {
  const raw = await readMailbox(kept.id);
  const headers = raw ? readMail(raw).headers : [];
  return { ...kept, to: headerValue(headers, 'To'), subject: headerValue(headers, 'Subject') };
}
