import { Bell } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import type { NoticePage } from '../../../queries/notices';
import { NoticeList } from './notice-list.client';

interface NoticesPageProps {
  page: NoticePage;
  before: number | null;
  timeZone: string;
}

/** What the desk wants of one: notes that name her, stories that were given to her. */
export function NoticesPage({ page: { lines, next }, before, timeZone }: NoticesPageProps) {
  return (
    <>
      <PageHeader
        title="Notices"
        description={
          <>
            Notes that name you, and stories that were given to you. They are mailed as well, unless{' '}
            <a href="/admin/account#notices">your account</a> says otherwise.
          </>
        }
      />
      {lines.length > 0 ? (
        <NoticeList key={lines[0]?.id} lines={lines} timeZone={timeZone} />
      ) : (
        <EmptyState
          title={before ? 'That was the last' : 'Nobody has called you yet'}
          icon={<Bell />}
          action={before ? <ButtonLink href="/admin/notices">Show the newest</ButtonLink> : undefined}
        >
          {before ? (
            'There are no older notices.'
          ) : (
            <>
              Open a story, press <Kbd>Ctrl</Kbd> <Kbd>;</Kbd> for its notes and write <Kbd>@</Kbd> to call
              somebody.
            </>
          )}
        </EmptyState>
      )}
      <Pagination
        label="Pages of notices"
        previousHref={before ? '/admin/notices' : null}
        previousLabel="Newest"
        nextHref={next ? `/admin/notices?before=${next}` : null}
      />
    </>
  );
}
