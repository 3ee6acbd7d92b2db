'use client';

import { Command } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { veilLook } from './dialog.client';
import { Kbd } from './kbd';
import { entriesFor, firstOf } from './palette-search';

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
}

/** Opened and closed by Ctrl or Cmd with K, everywhere on the desk; deaf where another one on the page listens. */
export function useCommandKey(listens = true): [open: boolean, setOpen: (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!listens) return;
    const onKey = (event: KeyboardEvent) => {
      const { key, metaKey, ctrlKey, shiftKey, altKey } = event;
      if (key.toLowerCase() !== 'k' || !(metaKey || ctrlKey) || shiftKey || altKey) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [listens]);
  return [open, setOpen];
}

/** Everything that can be done from here, found by typing. */
export function CommandPalette({ groups, open, onOpenChange, onGo }: CommandPaletteProps) {
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
          <Entries groups={groups} onChoose={choose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/**
 * What was typed and what it finds. The first find is chosen in the same breath as the letter is taken, so that Enter
 * right after it does what is on the screen; cmdk's own search chooses later, and sometimes what has gone.
 */
function Entries({ groups, onChoose }: { groups: PaletteGroup[]; onChoose: (entry: PaletteEntry) => void }) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(() => firstOf(groups));
  const found = entriesFor(groups, typed);
  const search = (text: string) => {
    setTyped(text);
    setChosen(firstOf(entriesFor(groups, text)));
  };
  return (
    <Command label="Commands" loop shouldFilter={false} value={chosen} onValueChange={setChosen}>
      <Command.Input
        value={typed}
        onValueChange={search}
        placeholder="Type a command or a page"
        className="w-full border-rule border-b bg-transparent px-4 py-3 text-base outline-none placeholder:text-muted"
      />
      <Command.List className="max-h-80 overflow-y-auto p-1">
        {found.length === 0 && (
          <p role="presentation" className="px-3 py-6 text-center text-muted text-sm">
            Nothing by that name.
          </p>
        )}
        {found.map(({ heading, entries }) => (
          <Command.Group key={heading} heading={<Heading>{heading}</Heading>}>
            {entries.map((entry) => (
              <Command.Item
                key={entry.id}
                value={entry.id}
                onSelect={() => onChoose(entry)}
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
  );
}

const Heading = ({ children }: { children: string }) => (
  <span className="block px-3 pt-2 pb-1 font-medium text-muted text-xs">{children}</span>
);
