'use client';

import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { controlLook } from '@/components/ui/text-field.client';
import type { Named } from './named';
import { useOptions } from './use-options.client';

export interface PickFieldProps {
  label: string;
  hint?: string;
  error?: string;
  placeholder: string;
  picked: Named[];
  onChange: (picked: Named[]) => void;
  /** What fits the letters typed so far. */
  find: (typed: string) => Named[] | Promise<Named[]>;
  /** Makes what does not exist yet. */
  onCreate?: (name: string) => Promise<Named | null>;
  /** A word for the first, which is more than the others. */
  firstIs?: string;
  readOnly: boolean;
}

/** Several things in an order of their own, chosen by typing. Everything goes by keyboard, too. */
export function PickField(props: PickFieldProps) {
  const { label, hint, error, picked, onChange, firstIs, readOnly } = props;
  const id = useId();
  return (
    <fieldset className="pick-field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 font-medium text-ink text-sm">{label}</legend>
      {picked.length > 0 && (
        <ol className="mb-1.5 divide-y divide-rule border-rule border-y">
          {picked.map((pick, n) => (
            <li key={pick.id} className="flex min-h-8 items-center gap-1">
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {pick.name}
              </span>
              {n === 0 && firstIs && picked.length > 1 && <Badge>{firstIs}</Badge>}
              {!readOnly && <Movers picked={picked} at={n} onChange={onChange} />}
            </li>
          ))}
        </ol>
      )}
      {!readOnly && <Chooser {...props} id={id} />}
      {hint && <p className="mt-1 text-muted text-xs">{hint}</p>}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-danger text-xs">
          {error}
        </p>
      )}
    </fieldset>
  );
}

const small =
  'grid size-6 shrink-0 cursor-pointer place-items-center rounded-sm text-muted hover:bg-sunken hover:text-ink disabled:invisible pointer-coarse:size-10 [&_svg]:size-3.5';

function Movers({
  picked,
  at,
  onChange,
}: {
  picked: Named[];
  at: number;
  onChange: (picked: Named[]) => void;
}) {
  const name = picked[at]?.name ?? '';
  const swap = (to: number) => {
    const next = [...picked];
    [next[at], next[to]] = [next[to] as Named, next[at] as Named];
    onChange(next);
  };
  return (
    <>
      {picked.length > 1 && (
        <>
          <button
            type="button"
            className={small}
            aria-label={`Move ${name} up`}
            disabled={at === 0}
            onClick={() => swap(at - 1)}
          >
            <ChevronUp />
          </button>
          <button
            type="button"
            className={small}
            aria-label={`Move ${name} down`}
            disabled={at === picked.length - 1}
            onClick={() => swap(at + 1)}
          >
            <ChevronDown />
          </button>
        </>
      )}
      <button
        type="button"
        className={small}
        aria-label={`Take ${name} away`}
        onClick={() => onChange(picked.filter((_, n) => n !== at))}
      >
        <X />
      </button>
    </>
  );
}

function Chooser({
  label,
  placeholder,
  picked,
  onChange,
  find,
  onCreate,
  error,
  id,
}: PickFieldProps & { id: string }) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const options = useOptions({ typed, open, picked, find, canCreate: onCreate !== undefined });
  const current = Math.min(at, options.length - 1);
  const close = () => {
    setOpen(false);
    setTyped('');
    setAt(0);
  };
  const choose = async (n: number) => {
    const option = options[n];
    if (!option) return;
    const pick = option.id === null ? await onCreate?.(option.name) : { id: option.id, name: option.name };
    if (pick && !picked.some((each) => each.id === pick.id)) onChange([...picked, pick]);
    close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt(options.length === 0 ? 0 : (current + step + options.length) % options.length);
    } else if ((event.key === 'Enter' || (event.key === ',' && onCreate)) && open) void choose(current);
    else if (event.key === 'Escape' && open) close();
    else if (event.key === 'Backspace' && typed === '' && picked.length > 0) onChange(picked.slice(0, -1));
    else return;
    if (event.key !== 'Backspace') event.preventDefault();
    // An open list takes the key; the panel around it does not close.
    event.stopPropagation();
  };
  return (
    <div className="relative">
      <input
        type="text"
        role="combobox"
        aria-label={`Add to ${label.toLowerCase()}`}
        aria-expanded={open && options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && options[current] ? `${id}-${current}` : undefined}
        aria-invalid={error ? true : undefined}
        autoComplete="off"
        maxLength={80}
        placeholder={placeholder}
        value={typed}
        className={controlLook}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
          setAt(0);
        }}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        hidden={!open || options.length === 0}
        className="pick-list"
      >
        {options.map((option, n) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus; the choice is its active descendant
          <div
            key={option.id ?? 'new'}
            id={`${id}-${n}`}
            role="option"
            aria-selected={n === current}
            onMouseDown={(event) => {
              event.preventDefault();
              void choose(n);
            }}
            className={classNames(
              'flex min-h-8 cursor-pointer items-center rounded-md px-2 pointer-coarse:min-h-11',
              n === current && 'bg-accent-ground forced-colors:outline-2',
            )}
          >
            {option.id === null ? <>Make “{option.name}”</> : <span dir="auto">{option.name}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
