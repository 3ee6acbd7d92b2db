import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readKeptMail } from '@/features/newsletter/read/mailbox';
import { KeptMailPage } from '@/features/newsletter/ui/desk/kept-mail-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata: Metadata = { title: 'Mail' };

export default async function DeskMailPage({ params }: { params: Promise<{ id: string }> }) {
  const mail = await readKeptMail((await params).id);
  if (!mail) return <NoEntry />;
  if (mail === 'missing') notFound();
  return <KeptMailPage mail={mail} />;
}
