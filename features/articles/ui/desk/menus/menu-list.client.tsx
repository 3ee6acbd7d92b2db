'use client';

import { CornerDownRight, CornerUpLeft } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Grip, MoveButtons, useMovable } from '@/components/ui/movable.client';
import { TextField } from '@/components/ui/text-field.client';
import type { MenuLink } from '@/features/settings/queries';
import { moved } from '@/lib/moved';
import type { LineFaults, MenuLine } from './menu-lines';

interface MenuListProps {
  label: string;
  lines: MenuLine[];
  /** What an entry leads to, by its own name; null when that is gone. */
  nameOf: (line: MenuLine) => string | null;
  /** What was refused, by the keys of the lines. */
  faults: Record<string, LineFaults>;
  onChange: (lines: MenuLine[]) => void;
}

/** The entries of a menu: dragged, or moved by the buttons or Alt with the arrows, renamed in place. */
export function MenuList({ label, lines, nameOf, faults, onChange }: MenuListProps) {
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
                  error={faults[line.key]?.label}
                  onChange={(event) =>
                    change(at, { link: { ...line.link, label: event.currentTarget.value } })
                  }
                />
                <LeadsTo
                  link={line.link}
                  name={name}
                  error={faults[line.key]?.href}
                  onChange={(link) => change(at, { link })}
                />
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

interface LeadsToProps {
  link: MenuLink;
  name: string | null;
  error: string | undefined;
  onChange: (link: MenuLink) => void;
}

/** What an entry leads to; an address can be put right here. */
function LeadsTo({ link, name, error, onChange }: LeadsToProps) {
  if (link.kind === 'address')
    return (
      <div className="pt-1">
        <TextField
          label={`Where “${link.label}” leads`}
          hideLabel
          name=""
          value={link.href}
          maxLength={500}
          error={error}
          onChange={(event) => onChange({ ...link, href: event.currentTarget.value })}
        />
      </div>
    );
  return (
    <p className={classNames('truncate pt-0.5 text-xs', name ? 'text-muted' : 'text-danger')}>
      {name === null
        ? 'What it led to is gone, so readers do not see it.'
        : `${kindWords[link.kind]}: ${name}`}
    </p>
  );
}

const kindWords = { section: 'Section', page: 'Page', tag: 'Tag' } as const;
