interface PagerProps {
  words: { pages: string; newer: string; older: string };
  newerHref?: string | null;
  olderHref?: string | null;
}

/** Keyset pages of a public list. */
export function Pager({ words, newerHref, olderHref }: PagerProps) {
  if (!newerHref && !olderHref) return null;
  return (
    <nav aria-label={words.pages} className="pager">
      {newerHref && (
        <a href={newerHref} rel="prev" className="button">
          {words.newer}
        </a>
      )}
      {olderHref && (
        <a href={olderHref} rel="next" className="button">
          {words.older}
        </a>
      )}
    </nav>
  );
}
