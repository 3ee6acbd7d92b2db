'use client';

import { History, Tag } from 'lucide-react';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ActionForm, SubmitButton } from '@/components/ui/form.client';
import { TextField } from '@/components/ui/text-field.client';
import { toast } from '@/components/ui/toast.client';
import { restoreRevisionAction } from '../../../actions';
import { nameRevisionAction } from '../../../history-actions';
import { ask } from '../ask';

interface VersionActsProps {
  articleId: number;
  revisionId: number;
  /** The newest version, on top of which an old one is brought back. */
  headRevisionId: number;
  milestone: string | null;
}

/** What can be done with a version: give it a name, bring it back. Bringing back makes a new version, and can be undone. */
export function VersionActs({ articleId, revisionId, headRevisionId, milestone }: VersionActsProps) {
  const [naming, setNaming] = useState(false);
  const [pending, startTransition] = useTransition();
  const bringBack = (wanted: number, onTopOf: number, said: string) =>
    startTransition(async () => {
      const answer = await ask(restoreRevisionAction, {
        articleId,
        baseRevisionId: onTopOf,
        revisionId: wanted,
      });
      if (!answer.ok) return void toast.error(answer.sentence);
      const { revisionId: made } = answer.result;
      const undo = { label: 'Undo', onClick: () => bringBack(onTopOf, made, 'It is as it was before.') };
      toast(said, { action: undo, duration: 20_000 });
    });
  return (
    <div className="flex flex-wrap items-start gap-2">
      {!naming && (
        <Button icon={<Tag />} onClick={() => setNaming(true)}>
          {milestone === null ? 'Name this version' : 'Change its name'}
        </Button>
      )}
      {naming && (
        <ActionForm
          action={nameRevisionAction}
          onDone={() => setNaming(false)}
          className="flex flex-wrap items-end gap-2 space-y-0!"
        >
          <input type="hidden" name="articleId" value={articleId} />
          <input type="hidden" name="revisionId" value={revisionId} />
          <TextField
            label="Name of this version"
            name="milestone"
            defaultValue={milestone ?? ''}
            maxLength={100}
            placeholder="As sent to the lawyer"
            autoFocus
          />
          <SubmitButton>Keep the name</SubmitButton>
          <Button variant="quiet" onClick={() => setNaming(false)}>
            Cancel
          </Button>
        </ActionForm>
      )}
      {revisionId !== headRevisionId && (
        <Button
          variant="primary"
          icon={<History />}
          loading={pending}
          onClick={() =>
            bringBack(
              revisionId,
              headRevisionId,
              'Brought back as the newest version. Readers see it after an update.',
            )
          }
        >
          Bring it back
        </Button>
      )}
    </div>
  );
}
