import { PageHeader } from '@/components/ui/page-header';
import type { ReadMail } from '@/lib/mailer/read-mail';
import { KeptMailParts } from './kept-mail-parts.client';

/** One mail of the development mailbox: as a mail program shows it, as text, and its headers. */
export function KeptMailPage({ mail }: { mail: ReadMail }) {
  const header = (name: string) => mail.headers.find((one) => one.name.toLowerCase() === name)?.value ?? '';
  return (
    <>
      <PageHeader
        title={<span dir="auto">{header('subject') || 'No subject'}</span>}
        back={{ href: '/admin/mailbox', label: 'Mailbox' }}
        description={`From ${header('from')} to ${header('to')}`}
      />
      <KeptMailParts mail={mail} />
    </>
  );
}
