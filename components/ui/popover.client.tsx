'use client';

import { Popover as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { floatLook } from './menu.client';

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;

/** A small part that floats at its trigger; name it by `aria-label`. */
export function PopoverContent({
  align = 'start',
  className,
  ...rest
}: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        align={align}
        sideOffset={4}
        collisionPadding={8}
        {...rest}
        className={classNames(floatLook, 'w-72 max-w-[calc(100vw-1rem)] p-3', className)}
      />
    </Radix.Portal>
  );
}
