'use client';

import { useOptimistic, useTransition } from 'react';
import { toast } from '@/components/ui/toast.client';
import { findPinnableAction, pinRelatedAction } from '../../../actions';
import { ask } from '../ask';
import type { Named } from './named';
import { PickField } from './pick-field.client';

interface RelatedFieldProps {
  articleId: number;
  pinned: Named[];
  readOnly: boolean;
}

/** As many as stand under a story. */
const most = 4;

/** R6: the stories that stand first under this one. It counts at once, without an update of the story. */
export function RelatedField({ articleId, pinned, readOnly }: RelatedFieldProps) {
  const [shown, show] = useOptimistic(pinned);
  const [, startTransition] = useTransition();
  const find = async (words: string): Promise<Named[]> => {
    const answer = await ask(findPinnableAction, { articleId, words });
    return answer.ok ? answer.result : [];
  };
  return (
    <PickField
      label="Related stories"
      placeholder={shown.length < most ? 'Pin a live story' : `${most} are pinned; take one away first`}
      hint={
        shown.length < most
          ? 'Those you pin stand first; the other places fill themselves. Counts at once, for readers too.'
          : 'All places are taken. Counts at once, for readers too.'
      }
      picked={shown}
      find={shown.length < most ? find : () => []}
      onChange={(picked) =>
        startTransition(async () => {
          show(picked);
          const answer = await ask(pinRelatedAction, { articleId, pinnedIds: picked.map(({ id }) => id) });
          if (!answer.ok) toast.error(answer.sentence);
        })
      }
      readOnly={readOnly}
    />
  );
}
