'use client';

import { useState } from 'react';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { TextAreaField } from '@/components/ui/text-field.client';
import { tryCommentAction } from '../../actions';
import type { Verdict } from '../../rules';

const becomes = {
  approved: 'It would be published at once.',
  held: 'It would wait for a moderator.',
  spam: 'It would be taken for spam.',
} as const satisfies Record<Verdict['state'], string>;

/** Shows what the checks make of a text by a reader who never commented; nothing of it is kept. */
export function TryComment() {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  return (
    <section aria-labelledby="try-words">
      <h2 id="try-words" className="mb-4 font-medium text-base">
        Try a comment
      </h2>
      <ActionForm action={tryCommentAction} onDone={setVerdict}>
        <TextAreaField
          label="What a reader writes"
          name="body"
          className="min-h-28"
          dir="auto"
          hint="Judged by the saved lists and the rules, as if by somebody new. Nothing is kept."
        />
        <FormActions>
          <SubmitButton variant="secondary">See what becomes of it</SubmitButton>
        </FormActions>
      </ActionForm>
      <div role="status" className="mt-4 text-sm">
        {verdict && (
          <>
            <p className="font-medium">{becomes[verdict.state]}</p>
            <ul className="mt-1 text-muted">
              {verdict.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
