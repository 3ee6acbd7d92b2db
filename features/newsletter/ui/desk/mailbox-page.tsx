import { Inbox } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import type { MailboxEntry } from '../../read/mailbox';
import { When } from './when';

interface MailboxPageProps {
  mails: MailboxEntry[];
  nextBefore: string | null;
  /** Mail leaves the house: nothing new comes here. */
  relay: boolean;
  timeZone: string;
}

/** N7: where mail lands while no relay is set. */
export function MailboxPage({ mails, nextBefore, relay, timeZone }: MailboxPageProps) {
  return (
    <>
      <PageHeader
        title="Mailbox"
        description="Without a mail relay nothing leaves the house: every mail the paper would send is kept here."
      />
      {relay && (
        <div className="mb-5">
          <Notice>A mail relay is set, so mail goes out to readers and nothing new comes here.</Notice>
        </div>
      )}
      {mails.length === 0 ? (
        <EmptyState title="No mail yet" icon={<Inbox />}>
          Sign up for the newsletter on the paper, and the mail to confirm it comes here.
        </EmptyState>
      ) : (
        <Table caption="Kept mails">
          <TableHead>
            <tr>
              <TableHeading>Subject</TableHeading>
              <TableHeading className="max-sm:hidden">To</TableHeading>
              <TableHeading>When</TableHeading>
              <TableHeading numeric className="max-sm:hidden">
                Size
              </TableHeading>
            </tr>
          </TableHead>
          <TableBody>
            {mails.map(({ id, subject, to, keptAt, bytes }) => (
              <TableRow key={id}>
                <TableCell className="sm:min-w-48">
                  <a href={`/admin/mailbox/${id}`} className="font-medium" dir="auto">
                    {subject || 'No subject'}
                  </a>
                  <span className="block text-muted text-xs [overflow-wrap:anywhere] sm:hidden">{to}</span>
                </TableCell>
                <TableCell className="[overflow-wrap:anywhere] max-sm:hidden">{to}</TableCell>
                <TableCell className="whitespace-nowrap text-muted">
                  <When at={keptAt} timeZone={timeZone} />
                </TableCell>
                <TableCell numeric className="whitespace-nowrap text-muted max-sm:hidden">
                  {Math.ceil(bytes / 1000)} KB
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Pagination label="Pages of mails" nextHref={nextBefore && `/admin/mailbox?before=${nextBefore}`} />
    </>
  );
}
