'use client';

import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { toast } from '@/components/ui/toast.client';
import { lowerBarAction } from '../../../front-actions';
import type { BarForDesk } from '../../../queries/bar';
import type { ChosenStory } from '../../../queries/curation';
import { BarDialog } from './bar-dialog.client';
import { BarLook } from './bar-look';

interface BarPanelProps {
  bar: BarForDesk | null;
  newest: ChosenStory[];
  timeZone: string;
  /** What the label is when none is written, in the paper's language. */
  breaking: string;
  raising: boolean;
}

/** The strip over every page: what stands there, and the way to raise, change and lower it. */
export function BarPanel({ bar, newest, timeZone, breaking, raising }: BarPanelProps) {
  const [open, setOpen] = useState(raising);
  const showTime = (at: Date) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
  return (
    <section aria-label="Breaking bar" className="space-y-3 border-rule border-b pb-6">
      {bar ? (
        <>
          <BarLook
            label={bar.label || breaking}
            text={bar.text}
            linked={bar.story?.live || bar.href !== null}
          />
          <p className="text-muted text-xs">
            Over every page since {showTime(bar.raisedAt)}
            {bar.raisedBy && `, raised by ${bar.raisedBy}`}.{' '}
            {bar.lowerAt
              ? `It lowers itself on ${showTime(bar.lowerAt)}.`
              : 'It stands until somebody lowers it.'}{' '}
            {bar.story &&
              (bar.story.live
                ? `It leads to “${bar.story.title}”.`
                : `“${bar.story.title}” is not live, so it does not lead there now.`)}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setOpen(true)}>Change it</Button>
            <ConfirmAction
              action={lowerBarAction}
              values={{ barId: bar.id }}
              label="Lower it"
              title="Lower the breaking bar?"
              confirmLabel="Lower it"
            >
              It leaves every page at once. You can raise another at any time.
            </ConfirmAction>
          </div>
        </>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <Button icon={<Megaphone />} onClick={() => setOpen(true)}>
            Raise the breaking bar
          </Button>
          <p className="text-muted text-sm">One line over every page, for what cannot wait.</p>
        </div>
      )}
      <BarDialog
        key={String(open)}
        open={open}
        onOpenChange={setOpen}
        bar={bar}
        newest={newest}
        breaking={breaking}
        showTime={showTime}
        onDone={() => {
          setOpen(false);
          toast(bar ? 'Changed. Readers see it now.' : 'Raised. Readers see it on every page now.');
        }}
      />
    </section>
  );
}
