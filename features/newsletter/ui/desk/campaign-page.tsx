import { Status } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import {
  cancelCampaignAction,
  pauseCampaignAction,
  resumeCampaignAction,
  unscheduleCampaignAction,
} from '../../actions';
import type { CampaignForDesk, listAnswers } from '../../queries';
import { mayDo } from '../../rules';
import { countOf, readersOf, stateWords } from './campaign-words';
import { Figures } from './figures';
import { KeepFresh } from './keep-fresh.client';
import { PressAction } from './press-action.client';
import { Unknown } from './unknown';
import { When } from './when';

interface CampaignPageProps extends CampaignForDesk {
  answers: Awaited<ReturnType<typeof listAnswers>>;
  maySend: boolean;
  timeZone: string;
}

/** An issue that is scheduled, on its way or done: its numbers, which always add up, and what can be done to it. */
export function CampaignPage({ campaign, listName, tally, answers, maySend, timeZone }: CampaignPageProps) {
  const { id, subject, state, trouble, audience } = campaign;
  const { label, tone } = stateWords[state];
  const moving = state === 'sending' || state === 'scheduled' || countOf(tally, ['submitting']) > 0;
  return (
    <>
      {moving && <KeepFresh everyMs={1_500} />}
      <PageHeader
        title={<span dir="auto">{subject}</span>}
        back={{ href: '/admin/newsletter', label: 'Issues' }}
        description={
          <>
            <Status tone={tone}>{label}</Status> · {listName} ·{' '}
            <Instant campaign={campaign} timeZone={timeZone} />
          </>
        }
        actions={<Acts campaign={campaign} tally={tally} maySend={maySend} />}
      />
      <div className="grid max-w-3xl gap-6">
        {trouble && (
          <Notice
            tone="warning"
            title={state === 'sending' ? 'Nothing goes out just now' : undefined}
            announce="status"
          >
            {trouble}
            {state === 'sending' && ' It is tried again by itself every half minute at most.'}
          </Notice>
        )}
        {state === 'scheduled' && audience === null && (
          <Notice>
            Who gets it is settled when it starts: everybody who has confirmed the list by then.
          </Notice>
        )}
        {state === 'sending' && audience === null && <Notice announce="status">Settling who gets it…</Notice>}
        {audience !== null && <Figures audience={audience} tally={tally} state={state} />}
        <Unknown
          campaignId={id}
          readers={countOf(tally, ['unknown'])}
          maySend={maySend && mayDo('resend', state)}
        />
        {answers.length > 0 && <Answers answers={answers} />}
        {campaign.html && (
          <Disclosure summary="The mail that goes out">
            <iframe
              title="The mail that goes out"
              sandbox=""
              srcDoc={campaign.html}
              className="block h-[70vh] w-full border border-rule bg-raised"
            />
          </Disclosure>
        )}
      </div>
    </>
  );
}

function Instant({ campaign, timeZone }: { campaign: CampaignForDesk['campaign']; timeZone: string }) {
  const { state, dueAt, startedAt, finishedAt } = campaign;
  const zone = timeZone.replaceAll('_', ' ');
  if (state === 'scheduled' && dueAt)
    return (
      <>
        goes out <When at={dueAt} timeZone={timeZone} /> ({zone})
      </>
    );
  if (finishedAt && startedAt)
    return (
      <>
        <When at={startedAt} timeZone={timeZone} /> to <When at={finishedAt} timeZone={timeZone} />
      </>
    );
  return startedAt ? (
    <>
      since <When at={startedAt} timeZone={timeZone} />
    </>
  ) : (
    <>not started</>
  );
}

function Acts({
  campaign: { id, state, version, audience },
  tally,
  maySend,
}: Pick<CampaignPageProps, 'campaign' | 'tally' | 'maySend'>) {
  const archive = audience !== null && state !== 'cancelled' && (
    <ButtonLink href={`/newsletter/issues/${id}`} variant="quiet">
      See it on the paper
    </ButtonLink>
  );
  if (!maySend) return archive;
  const waiting = countOf(tally, ['pending', 'claimed']);
  return (
    <>
      {archive}
      {mayDo('unschedule', state) && (
        <PressAction
          action={unscheduleCampaignAction}
          values={{ campaignId: id, version }}
          label="Back to draft"
        />
      )}
      {mayDo('cancel', state) && (
        <ConfirmAction
          action={cancelCampaignAction}
          values={{ campaignId: id }}
          label="Cancel issue"
          variant="danger"
          title="Cancel this issue?"
          confirmLabel="Cancel issue"
        >
          {audience === null
            ? 'It will go to nobody. This cannot be taken back.'
            : `${readersOf(waiting)} who have not been tried yet will not get it. What has been sent stays sent. This cannot be taken back.`}
        </ConfirmAction>
      )}
      {mayDo('pause', state) && (
        <PressAction action={pauseCampaignAction} values={{ campaignId: id }} label="Pause" />
      )}
      {mayDo('resume', state) && (
        <PressAction
          action={resumeCampaignAction}
          values={{ campaignId: id }}
          label="Resume"
          variant="primary"
        />
      )}
    </>
  );
}

const Answers = ({ answers }: Pick<CampaignPageProps, 'answers'>) => (
  <section className="space-y-2">
    <h2 className="font-semibold text-base">Why some did not get it</h2>
    <ul className="divide-y divide-rule border-rule border-y">
      {answers.map(({ state, answer, readers }) => (
        <li key={`${state} ${answer}`} className="flex flex-wrap justify-between gap-x-4 px-2 py-2">
          <span className="min-w-0 [overflow-wrap:anywhere]">{answer || 'No reason was given.'}</span>
          <span className="text-muted tabular-nums">{readersOf(readers)}</span>
        </li>
      ))}
    </ul>
  </section>
);
