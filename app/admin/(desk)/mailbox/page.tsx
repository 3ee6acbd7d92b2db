import type { Metadata } from 'next';
import { readKeptMails } from '@/features/newsletter/read/mailbox';
import { MailboxPage } from '@/features/newsletter/ui/desk/mailbox-page';
import { readSite } from '@/features/settings/read';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Mailbox' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function DeskMailboxPage({ searchParams }: { searchParams: Search }) {
  const { before } = await searchParams;
  const [page, { timeZone }] = await Promise.all([
    readKeptMails(typeof before === 'string' ? before.slice(0, 40) : undefined),
    readSite(),
  ]);
  return page ? <MailboxPage {...page} timeZone={timeZone} /> : <NoEntry />;
}
