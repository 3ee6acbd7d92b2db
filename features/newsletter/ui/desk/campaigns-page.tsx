import { Mail } from 'lucide-react';
import { Status } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Progress } from '@/components/ui/progress';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import { When } from '@/components/ui/when';
import type { CampaignSummary, ListForDesk } from '../../queries';
import { countOf, figure, readersOf, stateWords } from './campaign-words';
import { KeepFresh } from './keep-fresh.client';
import { NewIssue } from './new-issue.client';
import { NewsletterTabs } from './newsletter-tabs';

interface CampaignsPageProps {
  campaigns: CampaignSummary[];
  nextBefore: number | null;
  lists: ListForDesk[];
  timeZone: string;
}

/** Every issue with how it stands; the numbers of those on their way move by themselves. */
export function CampaignsPage({ campaigns, nextBefore, lists, timeZone }: CampaignsPageProps) {
  const moving = campaigns.some(({ state }) => state === 'sending' || state === 'scheduled');
  const readers = lists.reduce((sum, list) => sum + list.readers, 0);
  return (
    <>
      {moving && <KeepFresh everyMs={2_000} />}
      <PageHeader
        title="Newsletter"
        description="Issues go to everybody who confirmed a list, each reader once."
        actions={lists.length > 0 ? <NewIssue /> : undefined}
      >
        <NewsletterTabs current="/admin/newsletter" />
      </PageHeader>
      {campaigns.length === 0 ? (
        <NoIssues readers={readers} />
      ) : (
        <Issues campaigns={campaigns} timeZone={timeZone} />
      )}
      <Pagination
        label="Pages of issues"
        nextHref={nextBefore === null ? null : `/admin/newsletter?before=${nextBefore}`}
      />
    </>
  );
}

function NoIssues({ readers }: { readers: number }) {
  return (
    <EmptyState title="No issue yet" icon={<Mail />} action={<NewIssue />}>
      <p>An issue is a choice of live stories with a few words before them.</p>
      <p className="mt-2">
        {readers === 0
          ? 'Nobody has confirmed a subscription yet. The sign-up box stands under every story and on the page “Newsletter” of the paper.'
          : `${readersOf(readers)} ${readers === 1 ? 'is' : 'are'} waiting for the first one.`}
      </p>
    </EmptyState>
  );
}

const Issues = ({ campaigns, timeZone }: { campaigns: CampaignSummary[]; timeZone: string }) => (
  <Table caption="Issues">
    <TableHead>
      <tr>
        <TableHeading>Subject</TableHeading>
        <TableHeading className="max-md:hidden">List</TableHeading>
        <TableHeading>State</TableHeading>
        <TableHeading className="max-md:hidden">When</TableHeading>
        <TableHeading numeric>Sent</TableHeading>
      </tr>
    </TableHead>
    <TableBody>
      {campaigns.map((campaign) => (
        <Issue key={campaign.id} campaign={campaign} timeZone={timeZone} />
      ))}
    </TableBody>
  </Table>
);

function Issue({ campaign, timeZone }: { campaign: CampaignSummary; timeZone: string }) {
  const { id, subject, listName, state, trouble } = campaign;
  const { label, tone } = stateWords[state];
  const when = campaign.finishedAt ?? campaign.startedAt ?? campaign.dueAt ?? campaign.savedAt;
  return (
    <TableRow>
      <TableCell className="md:min-w-56">
        <a href={`/admin/newsletter/${id}`} className="font-medium" dir="auto">
          {subject || 'No subject yet'}
        </a>
        <span className="block text-muted text-xs md:hidden">
          {listName} · <When at={when} timeZone={timeZone} />
        </span>
        {trouble && (
          <div className="mt-2 max-w-measure">
            <Notice tone="warning">{trouble}</Notice>
          </div>
        )}
      </TableCell>
      <TableCell className="max-md:hidden">{listName}</TableCell>
      <TableCell>
        <Status tone={tone}>{label}</Status>
      </TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">
        <When at={when} timeZone={timeZone} />
      </TableCell>
      <TableCell numeric className="whitespace-nowrap md:min-w-28">
        <SentSoFar campaign={campaign} />
      </TableCell>
    </TableRow>
  );
}

function SentSoFar({ campaign: { audience, tally, state, subject } }: { campaign: CampaignSummary }) {
  if (audience === null) return <span className="text-muted">–</span>;
  const sent = countOf(tally, ['sent']);
  return (
    <>
      {figure(sent)} of {figure(audience)}
      {state === 'sending' && (
        <Progress label={`Sent of ${subject}`} value={sent} max={Math.max(1, audience)} />
      )}
    </>
  );
}
