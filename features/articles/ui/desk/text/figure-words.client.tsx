'use client';

import { useState } from 'react';
import { GrowingText } from './growing-text';

interface FigureWordsProps {
  label: string;
  placeholder: string;
  value: string;
  readOnly: boolean;
  maxLength: number;
  onChange: (value: string) => void;
  /** The field is left, with these words in it. */
  onLeave?: (value: string) => void;
}

/**
 * A line of a figure's words. While it has the focus it shows what is typed and nothing else: the document's own copy
 * comes round a moment later, and a field that waited for it would throw the caret to its end.
 */
export function FigureWords({ value, onChange, onLeave, ...rest }: FigureWordsProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <GrowingText
      {...rest}
      value={typed ?? value}
      onFocus={() => setTyped(value)}
      onChange={(next) => {
        setTyped(next);
        onChange(next);
      }}
      onBlur={() => {
        setTyped(null);
        if (typed !== null) onLeave?.(typed);
      }}
      // These are single lines: Enter would only be lost.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    />
  );
}
