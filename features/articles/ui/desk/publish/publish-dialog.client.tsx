'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { RadioField, SwitchField } from '@/components/ui/choice-field.client';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from '@/components/ui/dialog.client';
import { Notice } from '@/components/ui/notice';
import { wallClock } from '@/lib/zoned-time';
import { planArticleAction, publishArticleAction, withdrawArticleAction } from '../../../actions';
import type { Draft } from '../../../queries/draft';
import { type Answer, ask } from '../ask';
import { CheckBefore } from '../check/check-before.client';
import type { Saver } from '../saving/saver';
import { EmbargoField } from './embargo-field.client';
import { chosenInstant, nextHour, WhenField, type Which } from './when-field.client';

export type Intent = 'publish' | 'update' | 'withdraw';

interface PublishDialogProps {
  intent: Intent;
  draft: Draft;
  saver: Saver;
  timeZone: string;
  onClose: () => void;
  onDone: (sentence: string) => void;
  /** What is missing, by field, so that the panel can show it in its place. */
  onRefused: (fields: Record<string, string>) => void;
}

const words = {
  publish: {
    title: 'Publish',
    says: 'Readers see it the moment it goes live, on every page where it belongs.',
    now: 'Now',
    act: 'Publish now',
    done: 'It is live.',
  },
  update: {
    title: 'Update the live story',
    says: 'Readers see the story as it was last updated. Your changes reach them with this.',
    now: 'Now',
    act: 'Update now',
    done: 'Readers see your changes.',
  },
  withdraw: {
    title: 'Withdraw the story',
    says: 'It disappears from every page. It can be published again later, under the same address.',
    now: 'Now',
    act: 'Withdraw now',
    done: 'It is withdrawn.',
  },
} as const satisfies Record<Intent, Record<string, string>>;

/** Now or at a time, for what readers are to see: the version on screen, saved to the last letter first. */
export function PublishDialog({
  intent,
  draft,
  saver,
  timeZone,
  onClose,
  onDone,
  onRefused,
}: PublishDialogProps) {
  const planned = draft.pending.find(({ kind }) => kind === intent);
  const { embargoAt } = draft;
  const embargoed = intent !== 'withdraw' && embargoAt !== null && embargoAt.getTime() > Date.now();
  const [later, setLater] = useState(planned !== undefined || embargoed);
  const [when, setWhen] = useState(() => {
    if (planned) return wallClock(planned.effectiveAt, timeZone);
    return embargoed ? wallClock(embargoAt, timeZone) : nextHour(timeZone);
  });
  const [which, setWhich] = useState<Which>();
  const [minor, setMinor] = useState(false);
  const [refusal, setRefusal] = useState<{ sentence: string; fields: Record<string, string> }>();
  const [pending, startTransition] = useTransition();
  const { title, says, now, act, done } = words[intent];
  const ready = !later || chosenInstant(when, which, timeZone) !== null;
  const send = () =>
    startTransition(async () => {
      if (intent !== 'withdraw' && !(await saver.flush()))
        return setRefusal({ sentence: notKept, fields: {} });
      const plan = { articleId: draft.articleId, revisionId: saver.revisionId, material: !minor };
      const answer = later
        ? await ask(planArticleAction, {
            ...plan,
            kind: intent,
            wallClock: when,
            which,
            replace: planned !== undefined,
          })
        : await actNow(intent, plan);
      if (answer.ok) return onDone(later ? 'It is planned.' : done);
      setRefusal(answer);
      onRefused(answer.fields);
    });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>{title}</DialogTitle>
        <DialogDescription>{says}</DialogDescription>
        <div className="space-y-4">
          <RadioField
            label="When"
            name="when"
            inline
            value={later ? 'later' : 'now'}
            onChange={(chosen) => setLater(chosen === 'later')}
            options={[
              { value: 'now', label: now },
              { value: 'later', label: 'At a time' },
            ]}
          />
          {later && (
            // Enter in the time sends it; nothing else in here does, least of all "Now".
            <form
              onSubmit={(event) => {
                event.preventDefault();
                event.stopPropagation();
                if (ready && !pending) send();
              }}
            >
              <WhenField
                value={when}
                which={which}
                timeZone={timeZone}
                error={refusal?.fields.wallClock ?? refusal?.fields.effectiveAt}
                onChange={(value) => {
                  setWhen(value);
                  setWhich(undefined);
                  setRefusal(undefined);
                }}
                onWhich={setWhich}
              />
              {/* Without one, Enter in a time means nothing to a browser. */}
              <button type="submit" hidden>
                Schedule
              </button>
            </form>
          )}
          {intent === 'update' && (
            <SwitchField
              label="Minor change"
              name=""
              hint="A comma or a typing error: no “Updated” line for readers."
              checked={minor}
              onChange={(event) => setMinor(event.currentTarget.checked)}
            />
          )}
          {intent !== 'withdraw' && (draft.state !== 'live' || embargoed) && (
            <EmbargoField articleId={draft.articleId} embargoAt={embargoAt} timeZone={timeZone} />
          )}
          {intent !== 'withdraw' && <CheckBefore articleId={draft.articleId} saver={saver} />}
          {refusal && (
            <Notice tone="danger" announce="alert">
              {refusal.sentence}
            </Notice>
          )}
        </div>
        <DialogFooter>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={intent === 'withdraw' ? 'danger' : 'primary'}
            loading={pending}
            disabled={!ready}
            onClick={send}
          >
            {later ? (planned ? 'Move it there' : 'Schedule') : act}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

const notKept =
  'Not everything you typed is on the server yet, so nothing was published. Look at the notice over the text, then try again.';

interface Plan {
  articleId: number;
  revisionId: number;
  material: boolean;
}

const actNow = (intent: Intent, plan: Plan): Promise<Answer<unknown>> =>
  intent === 'withdraw'
    ? ask(withdrawArticleAction, { articleId: plan.articleId })
    : ask(publishArticleAction, plan);
