'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ActionForm, SubmitButton } from '@/components/ui/form.client';
import { TextAreaField, TextField } from '@/components/ui/text-field.client';
import { addCorrectionAction } from '../../../actions';
import type { Draft } from '../../../queries/draft';

interface CorrectionsFieldProps {
  articleId: number;
  corrections: Draft['corrections'];
  mayCorrect: boolean;
  showTime: (at: Date) => string;
}

/** What was owned up to, and the form that does so: readers see it at once, with the story. */
export function CorrectionsField({ articleId, corrections, mayCorrect, showTime }: CorrectionsFieldProps) {
  const [open, setOpen] = useState(false);
  return (
    <section className="space-y-2" aria-label="Corrections">
      <h3 className="font-medium text-ink text-sm">Corrections</h3>
      {corrections.length === 0 && <p className="text-muted text-xs">None so far.</p>}
      <ol className="space-y-2">
        {corrections.map((correction) => (
          <li key={correction.id} className="border-rule border-s-2 ps-2">
            <p dir="auto">{correction.text}</p>
            <p className="text-muted text-xs">{showTime(correction.correctedAt)}</p>
          </li>
        ))}
      </ol>
      {mayCorrect && !open && <Button onClick={() => setOpen(true)}>Add a correction</Button>}
      {open && (
        <ActionForm action={addCorrectionAction} onDone={() => setOpen(false)} className="space-y-3">
          <input type="hidden" name="articleId" value={articleId} />
          <TextAreaField
            label="What was wrong, and what is right"
            name="text"
            rows={3}
            required
            maxLength={2000}
            autoFocus
          />
          <TextField
            label="Passage"
            name="passage"
            optional
            hint="The words that were wrong."
            maxLength={1000}
          />
          <div className="flex gap-2">
            <SubmitButton>Publish the correction</SubmitButton>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </div>
        </ActionForm>
      )}
    </section>
  );
}
