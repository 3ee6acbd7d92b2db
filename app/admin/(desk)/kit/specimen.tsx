import type { ReactNode } from 'react';

/** One part with its name. */
export function Specimen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="space-y-3">
      <h2 className="border-rule border-b pb-1 font-medium text-muted text-xs">{title}</h2>
      {children}
    </div>
  );
}

export const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
);
