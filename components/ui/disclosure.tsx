import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** A part that opens on demand: native `details`, so it works and is found by the browser's search without scripts. */
export function Disclosure({
  summary,
  open = false,
  bare = false,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  /** Without a rule, where one follows anyway. */
  bare?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className={classNames('group', !bare && 'border-rule border-b')}>
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-2 font-medium text-sm [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 text-muted transition-transform group-open:rotate-90 rtl:-scale-x-100"
        />
        {summary}
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  );
}
