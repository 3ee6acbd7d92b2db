'use client';

import { useEffect, useOptimistic, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/text-field.client';
import { toast } from '@/components/ui/toast.client';
import { assignArticleAction } from '../../../notes-actions';
import { ask } from '../ask';
import type { Named } from './named';

interface AssignmentFieldProps {
  articleId: number;
  assignee: Named | null;
  userId: number;
  readOnly: boolean;
}

/** Who is to finish the story: she may edit it as her own, and is told so. Who approves gives it to anybody. */
export function AssignmentField({ articleId, assignee, userId, readOnly }: AssignmentFieldProps) {
  const [shown, show] = useOptimistic(assignee);
  const [people, setPeople] = useState<Named[] | null>(null);
  const [pending, startTransition] = useTransition();
  useEffect(() => {
    if (readOnly) return;
    let gone = false;
    fetchAssignable(articleId).then((found) => gone || setPeople(found));
    return () => {
      gone = true;
    };
  }, [articleId, readOnly]);
  const give = (to: Named | null) =>
    startTransition(async () => {
      show(to);
      const answer = await ask(assignArticleAction, { articleId, assigneeId: to?.id ?? null });
      if (!answer.ok) return void toast.error(answer.sentence);
      toast(sayGiven(to, userId), { action: { label: 'Undo', onClick: () => give(assignee) } });
    });
  const others = (people ?? []).some(({ id }) => id !== userId);
  if (readOnly || !others)
    return (
      <div className="space-y-1">
        <h3 className="font-medium text-ink text-sm">Given to</h3>
        <p dir="auto">{shown?.name ?? 'Nobody'}</p>
        {!readOnly && people && (
          <Button
            size="small"
            loading={pending}
            onClick={() =>
              give(shown?.id === userId ? null : (people.find(({ id }) => id === userId) ?? null))
            }
          >
            {shown?.id === userId ? 'Hand it back' : 'Take it'}
          </Button>
        )}
      </div>
    );
  const known = shown && !people?.some(({ id }) => id === shown.id) ? [shown] : [];
  return (
    <SelectField
      label="Given to"
      name=""
      value={shown?.id ?? ''}
      placeholder="Nobody"
      hint="May edit it as her own, and is told."
      options={[...known, ...(people ?? [])].map(({ id, name }) => ({
        value: String(id),
        label: id === userId ? `${name} (you)` : name,
      }))}
      onChange={(event) => give(people?.find(({ id }) => String(id) === event.currentTarget.value) ?? null)}
    />
  );
}

const sayGiven = (to: Named | null, userId: number): string => {
  if (!to) return 'Given to nobody.';
  return to.id === userId ? 'It is yours.' : `Given to ${to.name}, who is told.`;
};

async function fetchAssignable(articleId: number): Promise<Named[]> {
  const response = await fetch(`/api/articles/${articleId}/people`).catch(() => null);
  return response?.ok ? ((await response.json()) as { assignable: Named[] }).assignable : [];
}
