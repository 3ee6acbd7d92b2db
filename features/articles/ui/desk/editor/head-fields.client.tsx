'use client';

import type { KeyboardEvent, RefObject } from 'react';
import { headLimits } from '../../../head-limits';
import type { Fields } from '../saving/use-saving.client';
import { GrowingText } from '../text/growing-text';

interface HeadFieldsProps {
  fields: Fields;
  change: (part: Partial<Fields>) => void;
  readOnly: boolean;
  headline: RefObject<HTMLTextAreaElement | null>;
  standfirst: RefObject<HTMLTextAreaElement | null>;
  /** On from the standfirst into the text. */
  onLeaveDown: () => void;
}

/** Headline and standfirst, as part of the page: Enter and the arrows go from one to the next and into the text. */
export function HeadFields({ fields, change, readOnly, headline, standfirst, onLeaveDown }: HeadFieldsProps) {
  const lang = fields.lang ?? undefined;
  return (
    <header className="story-head">
      <GrowingText
        ref={headline}
        className="story-headline"
        label="Headline"
        placeholder="Headline"
        value={fields.title}
        readOnly={readOnly}
        maxLength={headLimits.title}
        lang={lang}
        onChange={(title) => change({ title })}
        onKeyDown={(event) => goOn(event, { down: () => moveTo(standfirst.current, 'start') })}
      />
      <GrowingText
        ref={standfirst}
        className="story-standfirst"
        label="Standfirst"
        placeholder="Standfirst: the story in one or two sentences"
        value={fields.standfirst}
        readOnly={readOnly}
        maxLength={headLimits.standfirst}
        lang={lang}
        onChange={(text) => change({ standfirst: text })}
        onKeyDown={(event) => goOn(event, { down: onLeaveDown, up: () => moveTo(headline.current, 'end') })}
      />
    </header>
  );
}

/** Puts the caret at an edge of a field. */
export function moveTo(field: HTMLTextAreaElement | null, edge: 'start' | 'end'): void {
  if (!field) return;
  field.focus();
  const at = edge === 'start' ? 0 : field.value.length;
  field.setSelectionRange(at, at);
}

function goOn(
  event: KeyboardEvent<HTMLTextAreaElement>,
  { down, up }: { down: () => void; up?: () => void },
): void {
  if (event.nativeEvent.isComposing) return;
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  const [atStart, atEnd] = [selectionEnd === 0, selectionStart === value.length];
  const goesDown = event.key === 'Enter' || (event.key === 'ArrowDown' && atEnd && !event.shiftKey);
  const goesUp =
    atStart && ((event.key === 'ArrowUp' && !event.shiftKey) || (event.key === 'Backspace' && value === ''));
  if (goesDown) {
    event.preventDefault();
    down();
  } else if (goesUp && up) {
    event.preventDefault();
    up();
  }
}
