'use client';

import { useTransition } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/form.client';
import { toast } from '@/components/ui/toast.client';

interface PressActionProps<R> {
  action: FormAction<R>;
  /** What is sent, by field name. */
  values: Record<string, string | number>;
  label: string;
  variant?: ButtonProps['variant'];
}

/** A button that runs a server action at once, for what can be taken back. */
export function PressAction<R>({ action, values, label, variant }: PressActionProps<R>) {
  const [pending, startTransition] = useTransition();
  const press = () =>
    startTransition(async () => {
      const sent = new FormData();
      for (const [name, value] of Object.entries(values)) sent.set(name, String(value));
      const answer = await action({ status: 'idle' }, sent).catch(() => null);
      if (answer?.status === 'refused') toast.error(answer.sentence);
      else if (!answer) toast.error('The server did not answer. Nothing was done; try again.');
    });
  return (
    <Button variant={variant} loading={pending} onClick={press}>
      {label}
    </Button>
  );
}
