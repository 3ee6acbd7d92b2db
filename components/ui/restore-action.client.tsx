'use client';

import { useTransition } from 'react';
import { Button } from './button';
import { formOf } from './confirm-action.client';
import type { FormAction } from './form.client';
import { reach } from './reaching';
import { toast } from './toast.client';

interface RestoreActionProps<R> {
  action: FormAction<R>;
  /** What is sent, by field name. */
  values: Record<string, string | number>;
  /** What is taken out of the trash. */
  name: string;
  /** What the button says, before the name. */
  label?: string;
}

/** Takes something out of the trash, or says why that cannot be. */
export function RestoreAction<R>({ action, values, name, label = 'Take out' }: RestoreActionProps<R>) {
  const [pending, startTransition] = useTransition();
  const restore = () =>
    startTransition(async () => {
      const answer = await reach(action({ status: 'idle' }, formOf(values)));
      if (answer.status === 'refused') toast.error(answer.sentence);
      else toast(`“${name}” is back.`);
    });
  return (
    <Button size="small" loading={pending} onClick={restore}>
      {label} <span className="sr-only">“{name}”</span>
    </Button>
  );
}
