'use client';

import { CornerDownRight, CornerUpLeft } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Grip, MoveButtons, useMovable } from '@/components/ui/movable.client';
import { TextField } from '@/components/ui/text-field.client';
import { moved } from '@/lib/moved';
import type { MenuLine } from './menu-lines';

interface MenuListProps {
  label: string;
  lines: MenuLine[];
  /** What an entry leads to, by its own name; null when that is gone. */
  nameOf: (line: MenuLine) => string | null;
  onChange: (lines: MenuLine[]) => void;
}

/** The entries of a menu: dragged, or moved by the buttons or Alt with the arrows, renamed in place. */
export function MenuList({ label, lines, nameOf, onChange }: MenuListProps) {
  const [said, setSaid] = useState('');
  const shown = (line: MenuLine) => line.link.label || (nameOf(line) ?? 'Nothing any more');
  const change = (at: number, part: Partial<MenuLine>) =>
    onChange(lines.map((line, place) => (place === at ? { ...line, ...part } : line)));
  const remove = (at: number) => {
    const line = lines[at];
    onChange(lines.filter((_, place) => place !== at));
    if (line) setSaid(`${shown(line)}: taken out.`);
  };
  const { list, entry, move } = useMovable({
    count: lines.length,
    nameOf: (at) => (lines[at] ? shown(lines[at]) : null),
    onMove: (from, to) => {
      onChange(moved(lines, from, to));
      setSaid(`${lines[from] ? shown(lines[from]) : ''}: now ${to + 1} of ${lines.length}.`);
    },
    onRemove: remove,
  });

  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ol ref={list} className="divide-y divide-rule border-rule border-y" aria-label={label}>
        {lines.map((line, at) => {
          const name = nameOf(line);
          return (
            <li
              key={line.key}
              {...entry(
                at,
                classNames('flex items-center gap-2 bg-raised py-1.5 pe-1', line.under && at > 0 && 'ps-8'),
              )}
            >
              <Grip />
              <div className="min-w-0 flex-1">
                <TextField
                  label={`Words to show for ${name ?? 'this entry'}`}
                  hideLabel
                  name=""
                  value={line.link.label}
                  placeholder={name ?? ''}
                  maxLength={60}
                  onChange={(event) =>
                    change(at, { link: { ...line.link, label: event.currentTarget.value } })
                  }
                />
                <p className={classNames('truncate pt-0.5 text-xs', name ? 'text-muted' : 'text-danger')}>
                  {name === null
                    ? 'What it led to is gone, so readers do not see it.'
                    : `${kindWords[line.link.kind]}: ${line.link.kind === 'address' ? line.link.href : name}`}
                </p>
              </div>
              <span className="flex shrink-0">
                <IconButton
                  label={
                    line.under
                      ? `Put “${shown(line)}” at the top`
                      : `Put “${shown(line)}” under the entry above`
                  }
                  size="small"
                  icon={line.under ? <CornerUpLeft /> : <CornerDownRight />}
                  disabled={at === 0}
                  onClick={() => change(at, { under: !line.under })}
                />
                <MoveButtons
                  name={shown(line)}
                  at={at}
                  count={lines.length}
                  onMove={move}
                  onRemove={remove}
                />
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

const kindWords = { section: 'Section', page: 'Page', tag: 'Tag', address: 'Address' } as const;
