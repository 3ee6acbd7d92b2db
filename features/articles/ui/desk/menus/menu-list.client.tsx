'use client';

import { ArrowDown, ArrowUp, CornerDownRight, CornerUpLeft, GripVertical, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
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
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);

  const shown = (line: MenuLine) => line.link.label || (nameOf(line) ?? 'Nothing any more');
  const move = (from: number, to: number) => {
    const line = lines[from];
    if (!line || to < 0 || to >= lines.length || to === from) return;
    onChange(moved(lines, from, to));
    setSaid(`${shown(line)}: now ${to + 1} of ${lines.length}.`);
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-line]')[to]?.focus());
  };
  const change = (at: number, part: Partial<MenuLine>) =>
    onChange(lines.map((line, place) => (place === at ? { ...line, ...part } : line)));
  const remove = (at: number) => {
    const line = lines[at];
    onChange(lines.filter((_, place) => place !== at));
    if (line) setSaid(`${shown(line)}: taken out.`);
  };
  const onKey = (event: KeyboardEvent, at: number) => {
    if (event.target !== event.currentTarget) return;
    if (event.altKey && event.key === 'ArrowUp') move(at, at - 1);
    else if (event.altKey && event.key === 'ArrowDown') move(at, at + 1);
    else if (event.key === 'Delete') remove(at);
    else return;
    event.preventDefault();
  };

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
              data-line={at}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: Alt with the arrows moves the entry that has focus
              tabIndex={0}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
              draggable
              onKeyDown={(event) => onKey(event, at)}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', shown(line));
                setDragged(at);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(at);
              }}
              onDrop={(event) => {
                event.preventDefault();
                setOver(null);
                if (dragged !== null) move(dragged, at);
              }}
              className={classNames(
                'flex items-center gap-2 bg-raised py-1.5 pe-1',
                line.under && at > 0 && 'ps-8',
                dragged === at && 'opacity-50',
                over === at && dragged !== null && 'outline-2 outline-accent -outline-offset-2',
              )}
            >
              <GripVertical aria-hidden="true" className="size-4 shrink-0 cursor-grab text-muted" />
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
                <IconButton
                  label={`Move “${shown(line)}” up`}
                  size="small"
                  icon={<ArrowUp />}
                  disabled={at === 0}
                  onClick={() => move(at, at - 1)}
                />
                <IconButton
                  label={`Move “${shown(line)}” down`}
                  size="small"
                  icon={<ArrowDown />}
                  disabled={at === lines.length - 1}
                  onClick={() => move(at, at + 1)}
                />
                <IconButton
                  label={`Take “${shown(line)}” out`}
                  size="small"
                  icon={<X />}
                  onClick={() => remove(at)}
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
