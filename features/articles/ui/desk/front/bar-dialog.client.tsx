'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { Dialog, DialogContent, DialogFooter, DialogTitle } from '@/components/ui/dialog.client';
import { ActionForm, SubmitButton } from '@/components/ui/form.client';
import { SelectField, TextField } from '@/components/ui/text-field.client';
import { changeBarAction, raiseBarAction } from '../../../front-actions';
import type { BarForDesk } from '../../../queries/bar';
import type { ChosenStory } from '../../../queries/curation';
import { BarLook } from './bar-look';
import { StoryFinder } from './story-finder.client';

interface BarDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  bar: BarForDesk | null;
  newest: ChosenStory[];
  breaking: string;
  showTime: (at: Date) => string;
  onDone: () => void;
}

const spans = [
  { value: '60', label: 'after one hour' },
  { value: '180', label: 'after three hours' },
  { value: '360', label: 'after six hours' },
  { value: '720', label: 'after twelve hours' },
  { value: '1440', label: 'after a day' },
  { value: '0', label: 'when somebody lowers it' },
];

/** Writing the bar, with what readers will see over the form: raising it is the confirmation. */
export function BarDialog({
  open,
  onOpenChange,
  bar: standing,
  newest,
  breaking,
  showTime,
  onDone,
}: BarDialogProps) {
  // As it stood when this was opened: the page learns of the new one before the form has heard that it is done.
  const [bar] = useState(standing);
  const [text, setText] = useState(bar?.text ?? '');
  const [label, setLabel] = useState(bar?.label ?? '');
  const [href, setHref] = useState(bar?.href ?? '');
  const [story, setStory] = useState<{ articleId: number; title: string } | null>(bar?.story ?? null);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent width="large">
        <DialogTitle>{bar ? 'Change the breaking bar' : 'Raise the breaking bar'}</DialogTitle>
        <ActionForm action={bar ? changeBarAction : raiseBarAction} onDone={onDone}>
          {bar && <input type="hidden" name="barId" value={bar.id} />}
          <input type="hidden" name="articleId" value={story?.articleId ?? ''} />
          <div className="space-y-1">
            <p className="text-muted text-xs">Readers see this over every page:</p>
            <BarLook
              label={label || breaking}
              text={text || 'What readers should know at once'}
              linked={story !== null || href !== ''}
            />
          </div>
          <TextField
            label="Text"
            name="text"
            value={text}
            maxLength={200}
            required
            autoFocus
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              label="Label"
              name="label"
              value={label}
              placeholder={breaking}
              maxLength={30}
              optional
              onChange={(event) => setLabel(event.currentTarget.value)}
            />
            <SelectField
              label="It lowers itself"
              name="minutes"
              defaultValue={bar ? '' : '180'}
              placeholder={
                bar
                  ? bar.lowerAt
                    ? `as planned, on ${showTime(bar.lowerAt)}`
                    : 'as planned, when somebody lowers it'
                  : undefined
              }
              options={spans}
            />
          </div>
          {story ? (
            <p className="flex items-center gap-2 border border-rule bg-raised px-3 py-1">
              <span className="min-w-0 flex-1 truncate" dir="auto">
                Leads to “{story.title}”
              </span>
              <IconButton
                label="Do not lead there"
                size="small"
                icon={<X />}
                onClick={() => setStory(null)}
              />
            </p>
          ) : (
            <StoryFinder
              page="front"
              newest={newest}
              chosenIds={[]}
              label="Leads to a story"
              verb="Link"
              showTime={showTime}
              onChoose={setStory}
              short
            />
          )}
          <TextField
            label="Or to an address"
            name="href"
            value={href}
            hint="Begins with / for this paper, with https:// for elsewhere."
            maxLength={500}
            optional
            onChange={(event) => setHref(event.currentTarget.value)}
          />
          <DialogFooter>
            <Button onClick={() => onOpenChange(false)}>Cancel</Button>
            <SubmitButton>{bar ? 'Change it for readers' : 'Raise it over every page'}</SubmitButton>
          </DialogFooter>
        </ActionForm>
      </DialogContent>
    </Dialog>
  );
}
