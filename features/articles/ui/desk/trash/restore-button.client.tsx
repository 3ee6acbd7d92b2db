'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast.client';
import { restoreArticleAction, trashArticleAction } from '../../../actions';
import { ask } from '../ask';
import { sayWithUndo } from '../say-with-undo';

/** Takes a story out of the trash; the way back is offered. */
export function RestoreButton({ articleId, title }: { articleId: number; title: string }) {
  const [pending, startTransition] = useTransition();
  const restore = () =>
    startTransition(async () => {
      const answer = await ask(restoreArticleAction, { articleId });
      if (!answer.ok) return void toast.error(answer.sentence);
      const undo = () => ask(trashArticleAction, { articleId });
      sayWithUndo(`“${title}” is out of the trash.`, undo, 'It is in the trash again.');
    });
  return (
    <Button size="small" loading={pending} onClick={restore} aria-label={`Take out “${title}”`}>
      Take out
    </Button>
  );
}
