'use client';

import { useEffect, useRef } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';
import { later } from '@/components/ui/later.client';
import type { SlashState } from './slash-commands';

const CommandIcon = later(async () => (await import('./command-icon.client')).CommandIcon);

export const slashMenuId = 'slash-menu';
export const slashOptionId = (id: string): string => `slash-${id}`;

const width = 272;
const height = 320;

/** The list at the caret. The caret stays in the text: the choice is told to screen readers by aria-activedescendant. */
export function SlashMenu({ state }: { state: SlashState }) {
  const { commands, chosen, at, run } = state;
  const list = useRef<HTMLDivElement>(null);
  const current = commands[chosen]?.id;
  useEffect(() => {
    if (current) document.getElementById(slashOptionId(current))?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const above = at.bottom + height > innerHeight && at.top > height;
  return (
    <div
      ref={list}
      id={slashMenuId}
      role="listbox"
      tabIndex={0}
      aria-label="What to put here"
      className="slash-menu"
      style={{
        left: Math.max(8, Math.min(at.left, innerWidth - width - 8)),
        ...(above ? { bottom: innerHeight - at.top + 4 } : { top: at.bottom + 4 }),
      }}
    >
      {commands.map((command, n) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the caret keeps the focus; the choice is its active descendant
        <div
          key={command.id}
          id={slashOptionId(command.id)}
          role="option"
          aria-selected={n === chosen}
          // Before the press takes the caret out of the text.
          onMouseDown={(event) => {
            event.preventDefault();
            run(command);
          }}
          className={classNames(
            'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:text-muted',
            n === chosen && 'bg-accent-ground forced-colors:outline-2',
          )}
        >
          <CommandIcon id={command.id} now fallback={<span className="size-4" />} />
          <span className="flex-1">{command.label}</span>
          {command.typed && <Kbd>{command.typed}</Kbd>}
        </div>
      ))}
    </div>
  );
}
