import { Fragment } from 'react';

export interface BylineProps {
  /** In the order they sign. */
  authors: { name: string; href?: string | null }[];
  /** "By", or nothing. */
  by?: string;
  /** Who signs when nobody does: "Staff". */
  fallback: string;
  /** BCP 47, for "A, B and C". */
  language: string;
}

/** Who wrote it, each name a link, joined as the language joins a list. */
export function Byline({ authors, by, fallback, language }: BylineProps) {
  const parts = new Intl.ListFormat(language, { type: 'conjunction' }).formatToParts(
    authors.map((_, at) => String(at)),
  );
  return (
    <span className="byline">
      {by && `${by} `}
      {authors.length === 0 && fallback}
      {parts.map(({ type, value }, at) => {
        const author = type === 'element' ? authors[Number(value)] : undefined;
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is the list's own
        if (!author) return <Fragment key={at}>{value}</Fragment>;
        return author.href ? (
          <a key={author.href} href={author.href} rel="author" dir="auto">
            {author.name}
          </a>
        ) : (
          <span key={author.name} dir="auto">
            {author.name}
          </span>
        );
      })}
    </span>
  );
}
