'use client';

import { AlertDialog as Radix } from 'radix-ui';
import { type ReactNode, useState, useTransition } from 'react';
import { Button } from './button';
import { veilLook } from './dialog.client';
import { Notice } from './notice';
import { whyUnreached } from './reaching';

interface ConfirmDialogProps {
  /** A question: "Kill this story?" */
  title: string;
  /** What will happen, and whether it can be taken back. */
  children: ReactNode;
  /** The verb, never "OK": "Kill story". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: 'danger' | 'primary';
  /** The button that asks; or steer it by `open` and `onOpenChange`. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Awaited; a returned sentence is shown and the dialog stays. Nothing returned closes it. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler that says nothing has nothing to say
  onConfirm: () => Promise<string | void> | string | void;
}

/** Asks before what is hard to undo. Focus starts on Cancel, a press outside does not close it. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  cancelLabel = 'Cancel',
  tone = 'danger',
  trigger,
  open,
  onOpenChange,
  onConfirm,
}: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const [sentence, setSentence] = useState<string>();
  const [pending, startTransition] = useTransition();
  const show = (next: boolean) => {
    setSentence(undefined);
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  const confirm = () =>
    startTransition(async () => {
      const refusal = await (async () => onConfirm())().catch(whyUnreached);
      if (typeof refusal === 'string') setSentence(refusal);
      else show(false);
    });
  return (
    <Radix.Root open={open ?? ownOpen} onOpenChange={show}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={veilLook} />
        <Radix.Content className="fixed inset-x-4 top-[max(1rem,16vh)] z-50 mx-auto max-h-[80vh] max-w-md overflow-y-auto rounded-lg border border-rule bg-raised p-5 text-ink motion-safe:data-[state=open]:animate-[rise-in_120ms_ease-out]">
          <Radix.Title className="mb-2 font-semibold font-serif text-xl">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="text-soft text-sm">{children}</div>
          </Radix.Description>
          {sentence && (
            <div className="mt-3">
              <Notice tone="danger" announce="alert">
                {sentence}
              </Notice>
            </div>
          )}
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button>{cancelLabel}</Button>
            </Radix.Cancel>
            <Button variant={tone} loading={pending} onClick={confirm}>
              {confirmLabel}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
