'use client';

import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isShortcut } from '@/lib/shortcuts';
import { veilLook } from './dialog.client';
import { later, restMs } from './later.client';
import { type PaletteEntry, type PaletteGroup, paletteInputLook } from './palette';
import { summons } from './summons';

interface CommandPaletteProps {
  groups: PaletteGroup[];
  /** Looks elsewhere for what was typed, when somebody pauses. */
  find?: (words: string) => Promise<PaletteGroup[] | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** How an address is opened; the browser's way by default. */
  onGo?: (href: string) => void;
}

const asked = summons();

/** Opens the palette of the page from where its key means something else. */
export const openCommands = asked.call;

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
      if (!isShortcut('everywhere.commands', event)) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    const end = asked.answer(() => setOpen(true));
    document.addEventListener('keydown', onKey);
    return () => {
      end();
      document.removeEventListener('keydown', onKey);
    };
  }, [listens]);
  return [open, setOpen];
}

/** Everything that can be done from here, found by typing. */
export function CommandPalette({
  groups,
  find = findNothing,
  open,
  onOpenChange,
  onGo,
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
        <Plate>
          <Radix.Title className="sr-only">Commands</Radix.Title>
          <Search groups={groups} find={find} onChoose={choose} />
        </Plate>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Plate({ children }: { children: ReactNode }) {
  // Radix looks where the focus was after our own line has taken it, and would give it back to that.
  const [from] = useState(() => document.activeElement);
  return (
    <Radix.Content
      aria-describedby={undefined}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        if (from instanceof HTMLElement && document.activeElement === document.body) from.focus();
      }}
      className="fixed inset-x-4 top-[12vh] z-50 mx-auto max-w-xl overflow-hidden rounded-lg border border-edge bg-raised text-ink"
    >
      {children}
    </Radix.Content>
  );
}

const findNothing = async (): Promise<PaletteGroup[]> => [];

interface SearchProps {
  groups: PaletteGroup[];
  find: (words: string) => Promise<PaletteGroup[] | null>;
  onChoose: (entry: PaletteEntry) => void;
}

const pauseMs = 150;

function Search({ groups, find, onChoose }: SearchProps) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<PaletteGroup[]>([]);
  const search = useRef(find);
  search.current = find;
  useEffect(() => {
    let late = false;
    const words = typed.trim();
    const timer = setTimeout(
      () =>
        search.current(words).then(
          (groups) => !late && setFound(groups ?? []),
          () => !late && setFound([]),
        ),
      words === '' ? 0 : pauseMs,
    );
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [typed]);
  return (
    <Entries
      groups={groups}
      found={found}
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
          placeholder="A story, a page or a command"
          className={paletteInputLook}
        />
      }
    />
  );
}
