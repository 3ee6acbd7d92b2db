import { commonPairs } from './diff-sequence';
import type { RichMark, RichNode } from './document';
import { allText } from './text';
import { childrenOf } from './unknown';

/**
 * A stretch of a line. `inserted` and `deleted` stand in one of the two only; `restyled` are the same words with another
 * link or form, and `says` tells which.
 */
export interface WordPart {
  change: 'same' | 'inserted' | 'deleted' | 'restyled';
  pieces: Piece[];
  says: string[];
}

/** Words with their marks, or what stands in a line and is no word. */
export type Piece =
  | { kind: 'text'; text: string; marks: RichMark[] }
  | { kind: 'break' }
  /** A footnote's own words stand between these two. */
  | { kind: 'noteBegins' }
  | { kind: 'noteEnds' }
  /** What this version does not know, by its words. */
  | { kind: 'unknown'; text: string };

interface Token {
  key: string;
  piece: Piece;
}

/** The words of two lines compared, links and forms too. Words are those of Unicode TR29 (Intl.Segmenter). */
export function diffWords(before: RichNode[], after: RichNode[]): WordPart[] {
  return diffTokens(before.flatMap(tokensOf), after.flatMap(tokensOf));
}

/** Two plain lines: a headline, a caption. */
export const diffText = (before: string, after: string): WordPart[] =>
  diffTokens(textTokens(before, []), textTokens(after, []));

/** A line that stands in one of the two only, or is the same in both. */
export const wholeLine = (nodes: RichNode[], change: 'same' | 'inserted' | 'deleted'): WordPart[] => {
  const pieces = nodes.flatMap(wholePieces);
  return pieces.length === 0 ? [] : [{ change, pieces, says: [] }];
};

/** Words and the gaps between them; for how much two texts have in common. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

const textTokens = (text: string, marks: RichMark[]): Token[] =>
  Array.from(segmenter.segment(text), ({ segment }) => ({
    key: segment,
    piece: { kind: 'text', text: segment, marks },
  }));

function tokensOf(node: RichNode): Token[] {
  if (node.type === 'text') return textTokens(node.text ?? '', node.marks ?? []);
  if (node.type === 'hardBreak') return [{ key: '\u0000break', piece: { kind: 'break' } }];
  if (node.type === 'footnote')
    return [
      { key: '\u0000note', piece: { kind: 'noteBegins' } },
      ...childrenOf(node).flatMap(tokensOf),
      { key: '\u0000note ends', piece: { kind: 'noteEnds' } },
    ];
  return [{ key: `\u0000${JSON.stringify(node)}`, piece: { kind: 'unknown', text: allText(node) } }];
}

function wholePieces(node: RichNode): Piece[] {
  if (node.type === 'text')
    return node.text ? [{ kind: 'text', text: node.text, marks: node.marks ?? [] }] : [];
  return node.type === 'footnote'
    ? [{ kind: 'noteBegins' }, ...childrenOf(node).flatMap(wholePieces), { kind: 'noteEnds' }]
    : tokensOf(node).map(({ piece }) => piece);
}

/** Either what both have, or what one has in place of the other. */
type Hunk = { same: [Token, Token][] } | { deleted: Token[]; inserted: Token[] };

function diffTokens(before: Token[], after: Token[]): WordPart[] {
  return withoutCrumbs(hunksOf(before, after))
    .flatMap((hunk) =>
      'same' in hunk
        ? hunk.same.map(([old, now]) => samePart(old.piece, now.piece))
        : [part('deleted', hunk.deleted), part('inserted', hunk.inserted)],
    )
    .reduce<WordPart[]>(joined, []);
}

function hunksOf(before: Token[], after: Token[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  const upTo = (endA: number, endB: number) => {
    if (endA > i || endB > j) hunks.push({ deleted: before.slice(i, endA), inserted: after.slice(j, endB) });
  };
  for (const [a, b] of commonPairs(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  )) {
    upTo(a, b);
    const last = hunks.at(-1);
    const pair: [Token, Token] = [before[a] as Token, after[b] as Token];
    if (last && 'same' in last) last.same.push(pair);
    else hunks.push({ same: [pair] });
    [i, j] = [a + 1, b + 1];
  }
  upTo(before.length, after.length);
  return hunks;
}

/** A space or a comma that two rewritten stretches happen to share belongs to both: people read words, not crumbs. */
function withoutCrumbs(hunks: Hunk[]): Hunk[] {
  const kept: Hunk[] = [];
  for (const [n, hunk] of hunks.entries()) {
    const last = kept.at(-1);
    const next = hunks[n + 1];
    if ('same' in hunk && last && 'deleted' in last && next && 'deleted' in next && isCrumb(hunk.same)) {
      last.deleted.push(...hunk.same.map(([old]) => old));
      last.inserted.push(...hunk.same.map(([, now]) => now));
    } else if ('deleted' in hunk && last && 'deleted' in last) {
      last.deleted.push(...hunk.deleted);
      last.inserted.push(...hunk.inserted);
    } else kept.push(hunk);
  }
  return kept;
}

const isCrumb = (same: [Token, Token][]): boolean =>
  same.every(([{ piece }]) => piece.kind === 'text' && !/[\p{L}\p{N}]/u.test(piece.text)) && same.length <= 2;

const part = (change: 'deleted' | 'inserted', tokens: Token[]): WordPart => ({
  change,
  pieces: tokens.map(({ piece }) => piece),
  says: [],
});

function samePart(old: Piece, now: Piece): WordPart {
  const says = old.kind === 'text' && now.kind === 'text' ? markChanges(old.marks, now.marks) : [];
  return { change: says.length > 0 ? 'restyled' : 'same', pieces: [now], says };
}

function joined(parts: WordPart[], next: WordPart): WordPart[] {
  if (next.pieces.length === 0) return parts;
  const last = parts.at(-1);
  if (last?.change === next.change && last.says.join() === next.says.join())
    for (const piece of next.pieces) addPiece(last.pieces, piece);
  else {
    const pieces: Piece[] = [];
    for (const piece of next.pieces) addPiece(pieces, piece);
    parts.push({ ...next, pieces });
  }
  return parts;
}

/** Words of one form are one piece. */
function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (last?.kind === 'text' && piece.kind === 'text' && sameMarks(last.marks, piece.marks))
    pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  else pieces.push(piece);
}

const sameMarks = (a: RichMark[], b: RichMark[]): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

const markNames: Record<string, string> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'struck out',
  code: 'code',
};

/** What became of links and forms, a sentence each. */
function markChanges(before: RichMark[], after: RichMark[]): string[] {
  if (sameMarks(before, after)) return [];
  const [old, now] = [linkOf(before), linkOf(after)];
  const link =
    old === now
      ? []
      : old === null
        ? [`link added: ${now}`]
        : now === null
          ? [`link removed: ${old}`]
          : [`link changed: ${old} → ${now}`];
  const has = (marks: RichMark[], type: string) => marks.some((mark) => mark.type === type);
  const forms = [...new Set([...before, ...after].map(({ type }) => type))]
    .filter((type) => type !== 'link' && has(before, type) !== has(after, type))
    .map((type) => `${has(after, type) ? 'now' : 'no longer'} ${markNames[type] ?? `“${type}”`}`);
  return [...link, ...forms];
}

const linkOf = (marks: RichMark[]): string | null => {
  const link = marks.find(({ type }) => type === 'link');
  return link ? String(link.attrs?.href ?? '') : null;
};
