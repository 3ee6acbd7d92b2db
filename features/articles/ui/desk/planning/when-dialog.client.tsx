'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from '@/components/ui/dialog.client';
import { Notice } from '@/components/ui/notice';
import type { Answer } from '../ask';
import { chosenInstant, WhenField, type Which } from '../publish/when-field.client';

interface WhenDialogProps {
  title: string;
  /** What will happen then. */
  says: string;
  confirmLabel: string;
  wallClock: string;
  timeZone: string;
  onSend: (wallClock: string, which: Which | undefined) => Promise<Answer<unknown>>;
  onClose: () => void;
}

/** Asks for the time of something that is put on a day. A refusal stays in sight, and what was typed stands. */
export function WhenDialog({
  title,
  says,
  confirmLabel,
  wallClock,
  timeZone,
  onSend,
  onClose,
}: WhenDialogProps) {
  const [when, setWhen] = useState(wallClock);
  const [which, setWhich] = useState<Which>();
  const [sentence, setSentence] = useState<string>();
  const [pending, startTransition] = useTransition();
  const send = () =>
    startTransition(async () => {
      const answer = await onSend(when, which);
      if (answer.ok) onClose();
      else setSentence(answer.sentence);
    });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>{title}</DialogTitle>
        <DialogDescription>{says}</DialogDescription>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <WhenField
            value={when}
            which={which}
            timeZone={timeZone}
            onChange={(value) => {
              setWhen(value);
              setWhich(undefined);
              setSentence(undefined);
            }}
            onWhich={setWhich}
          />
          {sentence && (
            <div className="mt-3">
              <Notice tone="danger" announce="alert">
                {sentence}
              </Notice>
            </div>
          )}
          <DialogFooter>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              type="submit"
              variant="primary"
              loading={pending}
              disabled={chosenInstant(when, which, timeZone) === null}
            >
              {confirmLabel}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
