'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button';
import { ConfirmDialog } from './confirm-dialog.client';
import type { FormAction } from './form.client';
import { sayWithUndo } from './say-with-undo';

interface ConfirmActionProps<R, U> {
  action: FormAction<R>;
  /** What is sent, by field name. */
  values: Record<string, string | number>;
  /** The button that asks. */
  label: string;
  /** What it is about, for those who only hear the button. */
  describedAs?: string;
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
  /** The question, what will happen, and the verb. */
  title: string;
  children: ReactNode;
  confirmLabel: string;
  tone?: 'danger' | 'primary';
  /** Where to go once it is done, for the page of something that is then gone. */
  doneHref?: string;
  /** The way back: a server action that is sent what the first gave, and what is said before and after. */
  undo?: WayBack<U>;
}

interface WayBack<U> {
  action: FormAction<U>;
  done: string;
  undone: string;
}

/** A button that asks before it runs a server action; a refusal's sentence is shown in the question. */
export function ConfirmAction<R, U = never>({
  action,
  values,
  label,
  describedAs,
  variant,
  size,
  doneHref,
  undo,
  ...question
}: ConfirmActionProps<R, U>) {
  const router = useRouter();
  const confirm = async () => {
    const answer = await action({ status: 'idle' }, formOf(values));
    if (answer.status === 'refused') return answer.sentence;
    if (doneHref) router.push(doneHref);
    if (undo && answer.status === 'done') offer(undo, answer.result);
  };
  return (
    <ConfirmDialog
      {...question}
      onConfirm={confirm}
      trigger={
        <Button variant={variant} size={size}>
          {label} {describedAs && <span className="sr-only">{describedAs}</span>}
        </Button>
      }
    />
  );
}

export const formOf = (values: object): FormData => {
  const sent = new FormData();
  for (const [name, value] of Object.entries(values)) sent.set(name, String(value));
  return sent;
};

function offer<U>({ action, done, undone }: WayBack<U>, result: unknown): void {
  const takeBack = async () => {
    const answer = await action({ status: 'idle' }, formOf(Object(result)));
    return answer.status === 'refused'
      ? ({ ok: false, sentence: answer.sentence } as const)
      : ({ ok: true } as const);
  };
  sayWithUndo(done, takeBack, undone);
}
