'use client';

import { useState } from 'react';
import { CheckboxField } from '@/components/ui/choice-field.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';
import { TextAreaField } from '@/components/ui/text-field.client';
import type { PastedLine } from '../../../commands/redirects/set-redirects';
import { pasteRedirectsAction } from '../../../redirect-actions';

/** Many at once. What was refused stays in the box, each line with what is wrong with it. */
export function PasteRedirects() {
  const [lines, setLines] = useState('');
  const [report, setReport] = useState<PastedLine[] | null>(null);
  const show = (told: PastedLine[]) => {
    setReport(told);
    setLines(
      told
        .filter(({ outcome }) => outcome === 'refused')
        .map(({ text }) => text)
        .join('\n'),
    );
  };
  return (
    <section className="space-y-4">
      <h2 className="font-semibold text-base">Paste many</h2>
      <ActionForm action={pasteRedirectsAction} onDone={show}>
        <TextAreaField
          label="Lines"
          name="lines"
          rows={6}
          value={lines}
          onChange={(event) => setLines(event.target.value)}
          placeholder={'/old-page /news/new-page\n/shop https://shop.example/'}
          hint="One a line: the old address, a space, the new one. Columns of a table and CSV are read too."
          spellCheck={false}
          className="font-mono"
        />
        <CheckboxField label="Lead anew what leads elsewhere already" name="replace" />
        <FormActions>
          <SubmitButton variant="secondary">Set these</SubmitButton>
        </FormActions>
      </ActionForm>
      {report && <Report report={report} />}
    </section>
  );
}

function Report({ report }: { report: PastedLine[] }) {
  const count = (outcome: PastedLine['outcome']) =>
    report.filter((line) => line.outcome === outcome).length.toLocaleString('en');
  const refused = report.filter(({ outcome }) => outcome === 'refused');
  const done = report.filter(({ outcome }) => outcome !== 'refused');
  return (
    <div className="space-y-3 text-sm">
      <Notice
        tone={refused.length > 0 ? 'warning' : 'success'}
        title={`${count('added')} set, ${count('changed')} led anew, ${count('same')} stood already, ${count('refused')} refused.`}
        announce="status"
      >
        {refused.length > 0 && 'The refused ones stand in the box again.'}
      </Notice>
      {refused.length > 0 && (
        <ol aria-label="Refused lines" className="max-h-80 space-y-2 overflow-y-auto">
          {refused.map(({ line, text, sentence }) => (
            <li key={line} className="[overflow-wrap:anywhere]">
              <span className="text-muted">Line {line}:</span> <code>{text}</code>
              <span className="block text-danger">{sentence}</span>
            </li>
          ))}
        </ol>
      )}
      {done.length > 0 && (
        <details>
          <summary className="cursor-pointer">Lines that were taken</summary>
          <ol aria-label="Lines that were taken" className="mt-2 max-h-80 space-y-1 overflow-y-auto">
            {done.map(({ line, sentence }) => (
              <li key={line} className="text-muted [overflow-wrap:anywhere]">
                Line {line}: {sentence}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
