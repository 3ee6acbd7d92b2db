import { EyeOff } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import type { AsSeen } from '../../../queries/as-seen';
import type { HistoryHead } from '../../../queries/history';
import { DeskTime } from '../list/desk-time';
import { PreviewFrame } from '../preview/preview-frame.client';
import { historyHref } from './history-address';

interface AsSeenPageProps {
  head: HistoryHead;
  at: Date;
  seen: AsSeen;
  paper: { timeZone: string };
}

/** The page of then in a frame, or why readers had none. */
export function AsSeenPage({ head: { articleId, title }, at, seen, paper }: AsSeenPageProps) {
  const back = { href: historyHref(articleId, {}), label: 'History' };
  const moment = <DeskTime at={at} timeZone={paper.timeZone} seconds />;
  if (seen.state === 'seen')
    return (
      <PreviewFrame
        title={seen.article.title}
        about="As readers saw it: "
        back={back}
        pageHref={`/admin/articles/${articleId}/as-seen/page?${new URLSearchParams({ at: at.toISOString() })}`}
      />
    );
  return (
    <>
      <PageHeader title={title || 'Untitled story'} back={back} />
      <EmptyState
        title="Readers saw nothing of this story then"
        icon={<EyeOff />}
        action={<ButtonLink href={`${back.href}#as-seen-title`}>Choose another time</ButtonLink>}
      >
        {seen.state === 'not yet' ? (
          <>On {moment} it had not been published yet.</>
        ) : (
          <>
            On {moment} it was {seen.kind === 'kill' ? 'killed' : 'withdrawn'}, and had been since{' '}
            <DeskTime at={seen.since} timeZone={paper.timeZone} seconds />.
          </>
        )}
      </EmptyState>
    </>
  );
}
