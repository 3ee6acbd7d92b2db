'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

export const Tabs = Radix.Root;

/** Parts of one page that take turns. For views with addresses of their own, use `TabLinks`. */
export const TabList = ({ className, ...rest }: ComponentProps<typeof Radix.List>) => (
  <Radix.List
    {...rest}
    className={classNames('flex gap-5 overflow-x-auto border-rule border-b', className)}
  />
);

export const Tab = ({ className, ...rest }: ComponentProps<typeof Radix.Trigger>) => (
  <Radix.Trigger
    {...rest}
    className={classNames(
      '-mb-px min-h-9 cursor-pointer whitespace-nowrap border-transparent border-b-2 text-muted text-sm -outline-offset-2 pointer-coarse:min-h-11',
      'forced-colors:border-[color:Canvas] forced-colors:data-[state=active]:border-[color:Highlight]',
      'hover:border-edge hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink',
      className,
    )}
  />
);

export const TabPanel = ({ className, ...rest }: ComponentProps<typeof Radix.Content>) => (
  <Radix.Content {...rest} className={classNames('pt-4', className)} />
);
