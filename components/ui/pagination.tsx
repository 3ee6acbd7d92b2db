import { ChevronLeft, ChevronRight } from 'lucide-react';
import { ButtonLink } from './button';

interface PaginationProps {
  /** Names the landmark: "Pages of stories". */
  label: string;
  previousHref?: string | null;
  nextHref?: string | null;
  previousLabel?: string;
  nextLabel?: string;
}

/** Keyset pages: there is a way on and a way back, and no page numbers. Nothing when there is neither. */
export function Pagination({
  label,
  previousHref,
  nextHref,
  previousLabel = 'Newer',
  nextLabel = 'Older',
}: PaginationProps) {
  if (!previousHref && !nextHref) return null;
  return (
    <nav aria-label={label} className="flex justify-between gap-2 py-4">
      {previousHref ? (
        <ButtonLink href={previousHref} rel="prev" icon={<ChevronLeft className="rtl:-scale-x-100" />}>
          {previousLabel}
        </ButtonLink>
      ) : (
        <span />
      )}
      {nextHref && (
        <ButtonLink href={nextHref} rel="next">
          {nextLabel}
          <ChevronRight className="rtl:-scale-x-100" />
        </ButtonLink>
      )}
    </nav>
  );
}
