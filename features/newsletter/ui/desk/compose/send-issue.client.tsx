'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from '@/components/ui/dialog.client';
import { ActionForm, SubmitButton } from '@/components/ui/form.client';
import { DateTimeField } from '@/components/ui/text-field.client';
import { toast } from '@/components/ui/toast.client';
import { scheduleCampaignAction, sendTestAction } from '../../../actions';
import type { Preview } from '../../../commands';
import { readersOf } from '../campaign-words';

interface SendIssueProps {
  campaignId: number;
  /** The version that was saved last: what is sent is what was seen. */
  version: number;
  preview: Preview | null;
  /** Everything typed is saved and checked. */
  settled: boolean;
  ownEmail: string;
  listName: string;
  maySend: boolean;
  timeZone: string;
}

/** Try it on oneself, plan it, or send it now after a question that names how many get it. */
export function SendIssue({
  campaignId,
  version,
  preview,
  settled,
  ownEmail,
  listName,
  maySend,
  timeZone,
}: SendIssueProps) {
  const [testing, startTest] = useTransition();
  const router = useRouter();
  const faults = preview?.findings.filter(({ level }) => level === 'fault') ?? [];
  const ready = settled && preview !== null && faults.length === 0;
  const readers = readersOf(preview?.recipients ?? 0);
  const test = () =>
    startTest(async () => {
      const answer = await sendTestAction({ status: 'idle' }, { campaignId }).catch(() => null);
      if (answer?.status === 'done') toast(`A test went to ${answer.result.to}.`);
      else
        toast.error(answer?.status === 'refused' ? answer.sentence : 'The server did not answer. Try again.');
    });
  const send = async () => {
    const answer = await scheduleCampaignAction({ status: 'idle' }, { campaignId, version, local: '' });
    if (answer.status === 'refused') return answer.sentence;
    router.refresh();
  };
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-2">
        <Button loading={testing} disabled={!settled} title={`To ${ownEmail}`} onClick={test}>
          Send me a test
        </Button>
        {maySend && (
          <>
            <PlanIssue {...{ campaignId, version, ready, readers, listName, timeZone }} />
            <ConfirmDialog
              title={`Send to ${readers} now?`}
              confirmLabel={`Send to ${readers}`}
              tone="primary"
              onConfirm={send}
              trigger={
                <Button variant="primary" disabled={!ready}>
                  Send now
                </Button>
              }
            >
              It goes to everybody who has confirmed “{listName}”, one mail each. You can pause or cancel
              while it is on its way, but what has left cannot be called back.
            </ConfirmDialog>
          </>
        )}
      </div>
      {faults.length > 0 && (
        <p className="text-muted text-xs">
          Before it can be sent: {faults.map(({ sentence }) => sentence).join(' ')}
        </p>
      )}
    </div>
  );
}

interface PlanIssueProps {
  campaignId: number;
  version: number;
  ready: boolean;
  readers: string;
  listName: string;
  timeZone: string;
}

function PlanIssue({ campaignId, version, ready, readers, listName, timeZone }: PlanIssueProps) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  return (
    <>
      <Button disabled={!ready} onClick={() => setOpen(true)}>
        Schedule
      </Button>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent width="small">
          <DialogTitle>Schedule this issue</DialogTitle>
          <DialogDescription>
            It goes to everybody who has confirmed “{listName}” by then; {readers} today.
          </DialogDescription>
          <ActionForm
            action={scheduleCampaignAction}
            onDone={() => {
              setOpen(false);
              router.refresh();
            }}
          >
            <input type="hidden" name="campaignId" value={campaignId} />
            <input type="hidden" name="version" value={version} />
            <DateTimeField label="Goes out" name="local" timeZone={timeZone} required />
            <DialogFooter>
              <SubmitButton>Schedule</SubmitButton>
            </DialogFooter>
          </ActionForm>
        </DialogContent>
      </Dialog>
    </>
  );
}
