'use client';

import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './kbd';

interface TooltipProps {
  /** A few words. Never the only place where something is said: the trigger needs a name of its own. */
  label: string;
  keys?: string;
  side?: 'top' | 'bottom' | 'left' | 'right';
  /** One element that takes focus. */
  children: ReactNode;
}

export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={400}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={4}
            collisionPadding={8}
            className="z-50 flex items-center gap-2 rounded-md border border-fill bg-fill px-2 py-1 text-on-fill text-xs"
          >
            {label}
            {keys?.split(' ').map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
