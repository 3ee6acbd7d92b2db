'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { ActionForm, SubmitButton } from '@/components/ui/form.client';
import { TextAreaField, TextField } from '@/components/ui/text-field.client';
import { addCorrectionAction, amendCorrectionAction, removeCorrectionAction } from '../../../actions';
import type { Draft } from '../../../queries/draft';

type Correction = Draft['corrections'][number];

interface CorrectionsFieldProps {
  articleId: number;
  corrections: Correction[];
  mayCorrect: boolean;
  /** What is selected in the text: the words that were wrong. */
  selectedWords: () => string;
  /** Opens the form with these words, each time there are others. */
  asked: { passage: string } | null;
  showTime: (at: Date) => string;
}

/** What was owned up to, and the form that does so: readers see it at once, with the story and on its own page. */
export function CorrectionsField(props: CorrectionsFieldProps) {
  const { articleId, corrections, mayCorrect, selectedWords, asked, showTime } = props;
  const [open, setOpen] = useState<'new' | number | null>(null);
  const [passage, setPassage] = useState('');
  const begin = useCallback((words: string) => {
    setPassage(words);
    setOpen('new');
  }, []);
  useEffect(() => {
    if (asked && mayCorrect) begin(asked.passage);
  }, [asked, mayCorrect, begin]);
  const close = () => setOpen(null);
  return (
    <section className="space-y-2" aria-label="Corrections">
      <h3 className="font-medium text-ink text-sm">Corrections</h3>
      {corrections.length === 0 && <p className="text-muted text-xs">None so far.</p>}
      <ol className="space-y-2">
        {corrections.map((correction) => (
          <li key={correction.id} className="border-rule border-s-2 ps-2">
            {open === correction.id ? (
              <ActionForm action={amendCorrectionAction} onDone={close} className="space-y-3">
                <input type="hidden" name="correctionId" value={correction.id} />
                <Fields correction={correction} />
                <Buttons verb="Amend for readers" onCancel={close} />
              </ActionForm>
            ) : (
              <>
                <p dir="auto">{correction.text}</p>
                {correction.passage && (
                  <p className="text-muted text-xs" dir="auto">
                    <q>{correction.passage}</q>
                  </p>
                )}
                <p className="text-muted text-xs">
                  {showTime(correction.correctedAt)}
                  {correction.amendedAt && `, amended ${showTime(correction.amendedAt)}`}
                </p>
                {mayCorrect && (
                  <p className="flex gap-1">
                    <Button size="small" variant="quiet" onClick={() => setOpen(correction.id)}>
                      Amend
                    </Button>
                    <ConfirmAction
                      action={removeCorrectionAction}
                      values={{ correctionId: correction.id }}
                      label="Remove"
                      size="small"
                      variant="quiet"
                      title="Remove this correction?"
                      confirmLabel="Remove it"
                    >
                      Readers see it no more, neither with the story nor among the corrections. The audit log
                      keeps what it said.
                    </ConfirmAction>
                  </p>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
      {mayCorrect && open === null && (
        <Button onClick={() => begin(selectedWords())}>Add a correction</Button>
      )}
      {open === 'new' && (
        <ActionForm action={addCorrectionAction} onDone={close} className="space-y-3">
          <input type="hidden" name="articleId" value={articleId} />
          <Fields passage={passage} />
          <Buttons verb="Publish the correction" onCancel={close} />
        </ActionForm>
      )}
    </section>
  );
}

const Fields = ({ correction, passage }: { correction?: Correction; passage?: string }) => (
  <>
    <TextAreaField
      label="What was wrong, and what is right"
      name="text"
      rows={3}
      defaultValue={correction?.text}
      required
      maxLength={2000}
      autoFocus
    />
    <TextField
      label="Passage"
      name="passage"
      defaultValue={correction?.passage ?? passage}
      optional
      hint="The words that were wrong, as readers had them: what was selected in the text, or typed here."
      maxLength={1000}
    />
  </>
);

const Buttons = ({ verb, onCancel }: { verb: string; onCancel: () => void }) => (
  <div className="flex gap-2">
    <SubmitButton>{verb}</SubmitButton>
    <Button variant="quiet" onClick={onCancel}>
      Cancel
    </Button>
  </div>
);
