'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button';
import { ConfirmDialog } from './confirm-dialog.client';
import type { FormAction } from './form.client';

interface ConfirmActionProps<R> {
  action: FormAction<R>;
  /** What is sent, by field name. */
  values: Record<string, string | number>;
  /** The button that asks. */
  label: string;
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
  /** The question, what will happen, and the verb. */
  title: string;
  children: ReactNode;
  confirmLabel: string;
  tone?: 'danger' | 'primary';
  /** Where to go once it is done, for the page of something that is then gone. */
  doneHref?: string;
}

/** A button that asks before it runs a server action; a refusal's sentence is shown in the question. */
export function ConfirmAction<R>({
  action,
  values,
  label,
  variant,
  size,
  doneHref,
  ...question
}: ConfirmActionProps<R>) {
  const router = useRouter();
  const confirm = async () => {
    const sent = new FormData();
    for (const [name, value] of Object.entries(values)) sent.set(name, String(value));
    const answer = await action({ status: 'idle' }, sent);
    if (answer.status === 'refused') return answer.sentence;
    if (doneHref) router.push(doneHref);
  };
  return (
    <ConfirmDialog
      {...question}
      onConfirm={confirm}
      trigger={
        <Button variant={variant} size={size}>
          {label}
        </Button>
      }
    />
  );
}
