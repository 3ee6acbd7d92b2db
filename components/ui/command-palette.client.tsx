'use client';

import { Command } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { veilLook } from './dialog.client';
import { Kbd } from './kbd';

export interface PaletteEntry {
  id: string;
  label: string;
  /** Other words it is found by. */
  words?: string[];
  keys?: string;
  icon?: ReactNode;
  /** Where it goes, or what it does. */
  href?: string;
  run?: () => void;
}

export interface PaletteGroup {
  heading: string;
  entries: PaletteEntry[];
}

interface CommandPaletteProps {
  groups: PaletteGroup[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** How an address is opened; the browser's way by default. */
  onGo?: (href: string) => void;
  placeholder?: string;
}

/** Opened and closed by Ctrl or Cmd with K, everywhere on the desk; deaf where another one on the page listens. */
export function useCommandKey(listens = true): [open: boolean, setOpen: (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!listens) return;
    const onKey = (event: KeyboardEvent) => {
      if (
        // Within a text the same key means a link.
        event.defaultPrevented ||
        event.key.toLowerCase() !== 'k' ||
        !(event.metaKey || event.ctrlKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [listens]);
  return [open, setOpen];
}

/** Everything that can be done from here, found by typing. */
export function CommandPalette({
  groups,
  open,
  onOpenChange,
  onGo,
  placeholder = 'Type a command or a page',
}: CommandPaletteProps) {
  const choose = ({ href, run }: PaletteEntry) => {
    onOpenChange(false);
    run?.();
    if (href) (onGo ?? ((to) => location.assign(to)))(href);
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={veilLook} />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-[12vh] z-50 mx-auto max-w-xl overflow-hidden rounded-lg border border-edge bg-raised text-ink"
        >
          <Radix.Title className="sr-only">Commands</Radix.Title>
          <Command label="Commands" loop>
            <Command.Input
              placeholder={placeholder}
              className="w-full border-rule border-b bg-transparent px-4 py-3 text-base outline-none placeholder:text-muted"
            />
            <Command.List className="max-h-80 overflow-y-auto p-1">
              <Command.Empty className="px-3 py-6 text-center text-muted text-sm">
                Nothing by that name.
              </Command.Empty>
              {groups.map(({ heading, entries }) => (
                <Command.Group
                  key={heading}
                  heading={heading}
                  className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
                >
                  {entries.map((entry) => (
                    <Command.Item
                      key={entry.id}
                      value={entry.id}
                      keywords={[entry.label, ...(entry.words ?? [])]}
                      onSelect={() => choose(entry)}
                      className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-3 text-sm data-[selected=true]:bg-sunken forced-colors:data-[selected=true]:outline-2 [&_svg]:size-4 [&_svg]:text-muted"
                    >
                      {entry.icon}
                      <span className="flex-1">{entry.label}</span>
                      {entry.keys?.split(' ').map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
