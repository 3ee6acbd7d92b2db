'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { IconButton } from './button';
import { classNames } from './class-names';

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

export const veilLook =
  'fixed inset-0 z-40 bg-veil motion-safe:data-[state=open]:animate-[fade-in_120ms_ease-out]';

interface DialogContentProps extends ComponentProps<typeof Radix.Content> {
  width?: 'small' | 'medium' | 'large';
}

const widths = { small: 'max-w-sm', medium: 'max-w-lg', large: 'max-w-3xl' };

/** The sheet itself; give it a `DialogTitle`. Escape and a press outside close it, focus goes back where it came from. */
export function DialogContent({ width = 'medium', className, children, ...rest }: DialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className={veilLook} />
      <Radix.Content
        aria-describedby={undefined}
        {...rest}
        className={classNames(
          'fixed inset-x-4 top-[max(1rem,8vh)] z-50 mx-auto max-h-[84vh] overflow-y-auto overscroll-contain rounded-lg border border-rule bg-raised p-5 text-ink',
          'motion-safe:data-[state=open]:animate-[rise-in_120ms_ease-out]',
          widths[width],
          className,
        )}
      >
        {children}
        <Radix.Close asChild>
          <IconButton label="Close" icon={<X />} className="absolute end-3 top-3" />
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  );
}

export const DialogTitle = ({ children }: { children: ReactNode }) => (
  <Radix.Title className="mb-3 pe-8 font-semibold font-serif text-xl">{children}</Radix.Title>
);

/** A sentence under the title. Pass its id by Radix itself: leave `aria-describedby` away. */
export const DialogDescription = ({ children }: { children: ReactNode }) => (
  <Radix.Description className="-mt-2 mb-4 text-muted text-sm">{children}</Radix.Description>
);

export const DialogFooter = ({ children }: { children: ReactNode }) => (
  <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>
);

interface SheetProps {
  title: string;
  /** Which edge it comes from. */
  side?: 'start' | 'end';
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

/** A dialog along one edge, for what stands beside the work: navigation on a phone, an article's settings. */
export function Sheet({ title, side = 'end', trigger, open, onOpenChange, children }: SheetProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={veilLook} />
        <Radix.Content
          aria-describedby={undefined}
          className={classNames(
            'fixed inset-y-0 z-50 w-[min(22rem,calc(100vw-3rem))] overflow-y-auto overscroll-contain border-rule bg-raised p-4 text-ink',
            side === 'start' ? 'start-0 border-e' : 'end-0 border-s',
          )}
        >
          <div className="mb-3 flex min-h-8 items-center justify-between gap-2">
            <Radix.Title className="font-semibold text-base">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label="Close" icon={<X />} />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
