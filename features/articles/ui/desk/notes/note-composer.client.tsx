'use client';

import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState, useTransition } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { controlLook } from '@/components/ui/text-field.client';
import { maxNoteLength, mentionTyped } from '../../../mentions';
import type { Named } from '../panel/named';
import { forgetUnsent, useUnsent } from './unsent.client';

interface NoteComposerProps {
  label: string;
  verb: string;
  /** Where its words are kept until they are sent. */
  place: string;
  begin?: string;
  people: Named[];
  focus?: boolean;
  /** Gives a sentence when it was refused; the words then stay. */
  onSend: (note: { text: string; chosenIds: number[]; sendKey: string }) => Promise<string | undefined>;
  onCancel?: () => void;
}

const shown = 8;
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('');

/** Where a note is written. `@` offers who may read it; Ctrl or Cmd with Enter sends. */
export function NoteComposer(props: NoteComposerProps) {
  const { label, verb, place, begin, people, focus = false, onSend, onCancel } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useUnsent(place, begin);
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const [chosenIds, setChosenIds] = useState<number[]>([]);
  const [sentence, setSentence] = useState<string>();
  const [pending, startTransition] = useTransition();
  const sendKey = useRef(newKey());
  useEffect(() => {
    if (!focus || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [focus]);

  const options = typed === null ? [] : people.filter(({ name }) => fits(name, typed)).slice(0, shown);
  const open = options.length > 0;
  const current = Math.min(at, options.length - 1);
  const look = (element: HTMLTextAreaElement) => {
    setTyped(mentionTyped(element.value.slice(0, element.selectionStart)));
    setAt(0);
  };
  const choose = (person: Named | undefined) => {
    const element = field.current;
    if (!element || !person || typed === null) return;
    const end = element.selectionStart;
    const start = end - typed.length;
    const next = `${text.slice(0, start)}${person.name} ${text.slice(end).replace(/^ /, '')}`;
    const caret = start + person.name.length + 1;
    // At once, not with the next frame: the next letters may come first.
    flushSync(() => {
      setText(next);
      setChosenIds((ids) => [...new Set([...ids, person.id])]);
      setTyped(null);
    });
    element.setSelectionRange(caret, caret);
  };
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (pending || text.trim() === '') return;
    startTransition(async () => {
      const refused = await onSend({ text, chosenIds, sendKey: sendKey.current });
      setSentence(refused);
      if (refused) return;
      forgetUnsent(place);
      setText('');
      setChosenIds([]);
      sendKey.current = newKey();
    });
  };
  const cancel = () => {
    forgetUnsent(place);
    onCancel?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      setAt((current + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length);
    else if (open && (event.key === 'Enter' || event.key === 'Tab')) choose(options[current]);
    else if (open && event.key === 'Escape') setTyped(null);
    else if (event.key === 'Escape' && onCancel && text.trim() === (begin ?? '').trim()) cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form className="space-y-2" onSubmit={send}>
      <div className="relative">
        <textarea
          ref={field}
          aria-label={label}
          placeholder={label}
          rows={onCancel ? 2 : 3}
          maxLength={maxNoteLength}
          value={text}
          dir="auto"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={open ? `${id}-list` : undefined}
          aria-activedescendant={open ? `${id}-${current}` : undefined}
          aria-invalid={sentence ? true : undefined}
          aria-describedby={sentence ? `${id}-error` : undefined}
          className={classNames(controlLook, 'field-sizing-content max-h-60 min-h-14 py-1.5')}
          onChange={(event) => {
            setText(event.currentTarget.value);
            look(event.currentTarget);
          }}
          onSelect={(event) => {
            if (typed !== null) look(event.currentTarget);
          }}
          onBlur={() => setTyped(null)}
          onKeyDown={onKeyDown}
        />
        {open && (
          <div id={`${id}-list`} role="listbox" aria-label="Who is called" className="pick-list">
            {options.map((person, n) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus; the choice is its active descendant
              <div
                key={person.id}
                id={`${id}-${n}`}
                role="option"
                aria-selected={n === current}
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(person);
                }}
                className={classNames(
                  'flex min-h-8 cursor-pointer items-center rounded-md px-2 pointer-coarse:min-h-11',
                  n === current && 'bg-accent-ground forced-colors:outline-2',
                )}
              >
                <span dir="auto">{person.name}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      {sentence && (
        <p id={`${id}-error`} role="alert" className="text-danger text-xs">
          {sentence}
        </p>
      )}
      <div className="flex items-center gap-2">
        <Button
          type="submit"
          size="small"
          variant={onCancel ? 'secondary' : 'primary'}
          loading={pending}
          disabled={text.trim() === ''}
        >
          {verb}
        </Button>
        {onCancel && (
          <Button size="small" variant="quiet" onClick={cancel}>
            Cancel
          </Button>
        )}
        <span className="ms-auto text-muted text-xs pointer-coarse:hidden">
          @ calls somebody · Ctrl Enter
        </span>
      </div>
    </form>
  );
}

/** Each word typed begins a word of the name. */
function fits(name: string, typed: string): boolean {
  const words = name.toLocaleLowerCase().split(/\s+/);
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}
