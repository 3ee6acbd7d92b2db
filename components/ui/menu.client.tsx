'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { Kbd } from './kbd';

export const Menu = Radix.Root;
export const MenuTrigger = Radix.Trigger;
export const MenuRadioGroup = Radix.RadioGroup;

/** What floats over the page: menus, popovers, lists. Told apart by its edge, not by a shadow. */
export const floatLook =
  'z-50 rounded-lg border border-edge bg-raised p-1 text-ink text-sm outline-none motion-safe:data-[state=open]:animate-[fade-in_100ms_ease-out]';

export function MenuContent({ align = 'end', className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        align={align}
        sideOffset={4}
        collisionPadding={8}
        {...rest}
        className={classNames(
          floatLook,
          'max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto',
          className,
        )}
      />
    </Radix.Portal>
  );
}

const itemLook =
  'flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-md px-2 text-ink no-underline outline-none data-[disabled]:cursor-not-allowed data-[highlighted]:bg-accent-ground data-[disabled]:text-muted pointer-coarse:min-h-11 forced-colors:data-[highlighted]:outline-2 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted';

interface Extras {
  icon?: ReactNode;
  /** The key that does the same: `E`, `Ctrl S`. */
  keys?: string;
  tone?: 'danger';
}

const Filling = ({ icon, keys, children }: Extras & { children: ReactNode }) => (
  <>
    {icon}
    <span className="flex-1">{children}</span>
    {keys?.split(' ').map((key) => (
      <Kbd key={key}>{key}</Kbd>
    ))}
  </>
);

export function MenuItem({
  icon,
  keys,
  tone,
  className,
  children,
  ...rest
}: ComponentProps<typeof Radix.Item> & Extras) {
  return (
    <Radix.Item {...rest} className={classNames(itemLook, tone === 'danger' && 'text-danger!', className)}>
      <Filling icon={icon} keys={keys}>
        {children}
      </Filling>
    </Radix.Item>
  );
}

/** An entry that goes somewhere. */
export function MenuLink({
  href,
  icon,
  keys,
  children,
  ...rest
}: ComponentProps<'a'> & Extras & { href: string }) {
  return (
    <Radix.Item asChild>
      <a {...rest} href={href} className={itemLook}>
        <Filling icon={icon} keys={keys}>
          {children}
        </Filling>
      </a>
    </Radix.Item>
  );
}

const Ticked = () => (
  <span className="grid size-4 place-items-center">
    <Radix.ItemIndicator>
      <Check className="text-ink!" />
    </Radix.ItemIndicator>
  </span>
);

export const MenuCheckboxItem = ({ children, ...rest }: ComponentProps<typeof Radix.CheckboxItem>) => (
  <Radix.CheckboxItem {...rest} className={itemLook}>
    <Ticked />
    {children}
  </Radix.CheckboxItem>
);

export const MenuRadioItem = ({ children, ...rest }: ComponentProps<typeof Radix.RadioItem>) => (
  <Radix.RadioItem {...rest} className={itemLook}>
    <Ticked />
    {children}
  </Radix.RadioItem>
);

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Radix.Label className="px-2 pt-2 pb-1 font-medium text-muted text-xs">{children}</Radix.Label>
);

export const MenuSeparator = () => <Radix.Separator className="my-1 border-rule border-t" />;
