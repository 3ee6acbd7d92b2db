'use client';

import { Dialog as Radix } from 'radix-ui';
import { useEffect, useState } from 'react';
import { veilLook } from './dialog.client';
import { later, restMs } from './later.client';
import { type PaletteEntry, type PaletteGroup, paletteInputLook } from './palette';

interface CommandPaletteProps {
  groups: PaletteGroup[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** How an address is opened; the browser's way by default. */
  onGo?: (href: string) => void;
}

const Entries = later(async () => (await import('./palette-entries.client')).PaletteEntries);

/** Opened and closed by Ctrl or Cmd with K, everywhere on the desk; deaf where another one on the page listens. */
export function useCommandKey(listens = true): [open: boolean, setOpen: (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!listens) return;
    const rest = setTimeout(Entries.fetch, restMs);
    return () => clearTimeout(rest);
  }, [listens]);
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
          <Search groups={groups} onChoose={choose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Search({ groups, onChoose }: { groups: PaletteGroup[]; onChoose: (entry: PaletteEntry) => void }) {
  const [typed, setTyped] = useState('');
  return (
    <Entries
      groups={groups}
      typed={typed}
      onType={setTyped}
      onChoose={onChoose}
      now
      fallback={
        // Whoever is quicker types into a plain line, and loses no letter.
        <input
          aria-label="Commands"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="Type a command or a page"
          className={paletteInputLook}
        />
      }
    />
  );
}
