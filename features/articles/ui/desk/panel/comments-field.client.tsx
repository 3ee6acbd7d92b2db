'use client';

import { useOptimistic, useTransition } from 'react';
import { SelectField } from '@/components/ui/text-field.client';
import { toast } from '@/components/ui/toast.client';
import { setCommentPolicyAction } from '../../../actions';
import type { Draft } from '../../../queries/draft';
import { ask } from '../ask';

type Policy = Draft['commentPolicy'];

const options: { value: Policy; label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Closed, those there are stay' },
  { value: 'hidden', label: 'None shown' },
];

/** Whether readers may comment. It counts at once, without an update of the story. */
export function CommentsField({
  articleId,
  policy,
  readOnly,
}: {
  articleId: number;
  policy: Policy;
  readOnly: boolean;
}) {
  const [shown, show] = useOptimistic(policy);
  const [, startTransition] = useTransition();
  return (
    <SelectField
      label="Comments"
      name=""
      value={shown}
      disabled={readOnly}
      options={options}
      hint="Counts at once, for readers too."
      onChange={(event) => {
        const chosen = options.find(({ value }) => value === event.currentTarget.value)?.value ?? policy;
        startTransition(async () => {
          show(chosen);
          const answer = await ask(setCommentPolicyAction, { articleId, policy: chosen });
          if (!answer.ok) toast.error(answer.sentence);
        });
      }}
    />
  );
}
