'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';

/** One file on its way, or why it did not get there. */
export interface Sending {
  name: string;
  /** From 0 to 1; 1 while the server looks at it. */
  share: number;
  /** There is no connection; it goes on by itself. */
  waiting: boolean;
  /** Why it is not there; null while it is on its way. */
  sentence: string | null;
  /** Whether sending the same file once more may do. */
  again: boolean;
}

interface UploadLineProps {
  sending: Sending;
  onAgain: () => void;
  /** Gives it up, or puts the refusal away. */
  onAway: () => void;
}

/** How far an upload is. What failed keeps its file, and goes on where it was. */
export function UploadLine({ sending, onAgain, onAway }: UploadLineProps) {
  const { name, share, waiting, sentence, again } = sending;
  if (sentence !== null)
    return (
      <Notice
        tone="danger"
        action={
          <span className="flex gap-2">
            {again && (
              <Button aria-label={`Try again: ${name}`} onClick={onAgain}>
                Try again
              </Button>
            )}
            <Button variant="quiet" aria-label={`Dismiss: ${name}`} onClick={onAway}>
              Dismiss
            </Button>
          </span>
        }
      >
        {name}: {sentence}
      </Notice>
    );
  return (
    <div className="flex items-center gap-3 text-sm">
      <div className="min-w-0 flex-1 space-y-1">
        <p className="truncate">{saying(name, share, waiting)}</p>
        <Progress label={`Uploading ${name}`} value={share < 1 || waiting ? share : undefined} max={1} />
      </div>
      <Button variant="quiet" aria-label={`Cancel: ${name}`} onClick={onAway}>
        Cancel
      </Button>
    </div>
  );
}

const saying = (name: string, share: number, waiting: boolean): string => {
  if (waiting) return `No connection. ${name} goes on by itself at ${Math.floor(share * 100)}%`;
  return share < 1 ? `Uploading ${name}, ${Math.floor(share * 100)}%` : `Looking at ${name}`;
};
