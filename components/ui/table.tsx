import type { HTMLAttributes, ReactNode, TdHTMLAttributes, ThHTMLAttributes } from 'react';
import { classNames } from './class-names';

interface TableProps {
  /** Says what the table lists; read out, and shown when `showCaption`. */
  caption: string;
  showCaption?: boolean;
  children: ReactNode;
}

/** A table that scrolls sideways by itself where it is too wide; the page never does. */
export function Table({ caption, showCaption = false, children }: TableProps) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative max-w-full overflow-x-auto border-rule border-y"
    >
      <table className="w-full border-collapse text-start text-sm">
        <caption className={showCaption ? 'py-2 text-start text-muted' : 'sr-only'}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export const TableHead = ({ children }: { children: ReactNode }) => (
  <thead className="border-rule border-b">{children}</thead>
);

export const TableBody = ({ children }: { children: ReactNode }) => (
  <tbody className="divide-y divide-rule">{children}</tbody>
);

export const TableRow = ({ className, ...rest }: HTMLAttributes<HTMLTableRowElement>) => (
  <tr {...rest} className={classNames('hover:bg-sunken aria-selected:bg-accent-ground', className)} />
);

interface CellProps {
  /** Figures stand at the end and line up. */
  numeric?: boolean;
}

export const TableHeading = ({
  numeric = false,
  className,
  ...rest
}: ThHTMLAttributes<HTMLTableCellElement> & CellProps) => (
  <th
    scope="col"
    {...rest}
    className={classNames(
      'whitespace-nowrap px-3 py-2 font-medium text-muted text-xs first:ps-2 last:pe-2',
      numeric ? 'text-end' : 'text-start',
      className,
    )}
  />
);

export const TableCell = ({
  numeric = false,
  className,
  ...rest
}: TdHTMLAttributes<HTMLTableCellElement> & CellProps) => (
  <td
    {...rest}
    className={classNames(
      'px-3 py-2.5 align-baseline first:ps-2 last:pe-2',
      numeric && 'text-end tabular-nums',
      className,
    )}
  />
);
