'use client';

import { Command } from 'cmdk';
import { useState } from 'react';
import { Kbd } from './kbd';
import { type PaletteEntry, type PaletteGroup, paletteInputLook } from './palette';
import { entriesFor, firstOf } from './palette-search';

interface PaletteEntriesProps {
  groups: PaletteGroup[];
  /** What was found elsewhere for the words typed; not searched again. */
  found?: PaletteGroup[];
  typed: string;
  onType: (text: string) => void;
  onChoose: (entry: PaletteEntry) => void;
}

/**
 * What was typed and what it finds. The first find is chosen in the same breath as the letter is taken, so that Enter
 * right after it does what is on the screen; cmdk's own search chooses later, and sometimes what has gone.
 */
export function PaletteEntries({ groups, found: others = [], typed, onType, onChoose }: PaletteEntriesProps) {
  const [chosen, setChosen] = useState(() => firstOf(entriesFor(groups, typed)));
  const found = [...entriesFor(groups, typed), ...others];
  // What comes later takes nobody's choice away, unless there was none.
  const isThere = found.some(({ entries }) => entries.some(({ id }) => id === chosen));
  const search = (text: string) => {
    onType(text);
    setChosen(firstOf(entriesFor(groups, text)));
  };
  return (
    <Command
      label="Commands"
      loop
      shouldFilter={false}
      value={isThere ? chosen : firstOf(found)}
      onValueChange={setChosen}
    >
      <Command.Input
        value={typed}
        onValueChange={search}
        autoFocus
        placeholder="A story, a page or a command"
        className={paletteInputLook}
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
                className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md border-transparent border-s-2 px-3 text-sm data-[selected=true]:border-accent data-[selected=true]:bg-accent-ground forced-colors:data-[selected=true]:outline-2 [&_svg]:size-4 [&_svg]:text-muted"
              >
                {entry.icon}
                <span className="min-w-0 flex-1 truncate">
                  <bdi>{entry.label}</bdi>
                </span>
                {entry.hint && <span className="shrink-0 text-muted text-xs">{entry.hint}</span>}
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
