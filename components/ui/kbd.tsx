import type { ReactNode } from 'react';

/** A key, as printed on it: `<Kbd>Ctrl</Kbd> <Kbd>K</Kbd>`. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid min-h-5 min-w-5 place-items-center rounded-sm border border-rule bg-sunken px-1 font-sans text-soft text-xs">
      {children}
    </kbd>
  );
}
