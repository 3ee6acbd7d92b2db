import { Fragment } from 'react';
import type { Piece, WordPart } from '@/lib/rich-text/diff-words';
import type { RichMark } from '@/lib/rich-text/document';

/**
 * A line with what was inserted, deleted or given another form. Underlined and struck through, not coloured alone, and
 * named for who listens. `data-change` is where "next change" stops: once for words and what takes their place.
 */
export function DiffWords({ parts, stops = true }: { parts: WordPart[]; stops?: boolean }) {
  return parts.map((part, n) => {
    const takesPlace = part.change === 'inserted' && parts[n - 1]?.change === 'deleted';
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no other name
    return <Part key={n} part={part} stops={stops && !takesPlace} />;
  });
}

const stop = { 'data-change': '', tabIndex: -1 };
const outline = 'mx-px rounded-xs outline-offset-2 focus:outline-2 focus:outline-focus';

function Part({ part: { change, pieces, says }, stops }: { part: WordPart; stops: boolean }) {
  const words = <Pieces pieces={pieces} />;
  const at = stops ? stop : {};
  if (change === 'same') return words;
  if (change === 'inserted')
    return (
      <ins
        {...at}
        className={`bg-success-ground text-ink underline decoration-2 decoration-success ${outline}`}
      >
        <Said>Inserted: </Said>
        {words}
        <Said>, end of insertion. </Said>
      </ins>
    );
  if (change === 'deleted')
    return (
      <del {...at} className={`bg-danger-ground text-ink line-through decoration-danger ${outline}`}>
        <Said>Deleted: </Said>
        {words}
        <Said>, end of deletion. </Said>
      </del>
    );
  return (
    <span {...at} className={`border-info border-b-2 border-dotted ${outline}`}>
      {words}
      <span className="mx-1 bg-info-ground px-1 font-sans text-info text-xs [overflow-wrap:anywhere]">
        {says.join('; ')}
      </span>
    </span>
  );
}

/** For who listens: a copied passage need not have it. */
const Said = ({ children }: { children: string }) => <span className="sr-only select-none">{children}</span>;

const Pieces = ({ pieces }: { pieces: Piece[] }) =>
  pieces.map((piece, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line have no other name
    <Fragment key={n}>{drawn(piece)}</Fragment>
  ));

function drawn(piece: Piece) {
  switch (piece.kind) {
    case 'text':
      return piece.marks.reduceRight(marked, piece.text as React.ReactNode);
    case 'break':
      return (
        <>
          <span aria-hidden="true" className="text-muted">
            ↵
          </span>
          <br />
        </>
      );
    case 'noteBegins':
      return <span className="text-muted"> [Footnote: </span>;
    case 'noteEnds':
      return <span className="text-muted">]</span>;
    case 'unknown':
      return <span className="bg-sunken px-1">{piece.text || 'a part that this version does not know'}</span>;
  }
}

/** Forms are drawn; a link is underlined and says where it leads when pointed at, but leads nowhere from here. */
function marked(words: React.ReactNode, { type, attrs }: RichMark): React.ReactNode {
  if (type === 'bold') return <strong>{words}</strong>;
  if (type === 'italic') return <em>{words}</em>;
  if (type === 'code') return <code className="font-mono text-sm">{words}</code>;
  if (type === 'strike') return <s>{words}</s>;
  if (type === 'underline') return <u>{words}</u>;
  if (type === 'link')
    return (
      <span className="underline decoration-edge" title={String(attrs?.href ?? '')}>
        {words}
      </span>
    );
  return words;
}
