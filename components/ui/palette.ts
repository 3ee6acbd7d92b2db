import type { ReactNode } from 'react';

export interface PaletteEntry {
  id: string;
  label: string;
  /** Other words it is found by. */
  words?: string[];
  keys?: string;
  /** What it is, said faintly behind its name. */
  hint?: string;
  icon?: ReactNode;
  /** Where it goes, or what it does. */
  href?: string;
  run?: () => void;
}

export interface PaletteGroup {
  heading: string;
  entries: PaletteEntry[];
}

/** The line one types in, the same before and after the list of commands has come. */
export const paletteInputLook =
  'w-full border-rule border-b bg-transparent px-4 py-3 text-base outline-none placeholder:text-muted';
