import type { RichNode, RichText } from './document';
import { childrenOf } from './unknown';

/**
 * The running text in reading order, a paragraph, heading, list line or table cell each. Pictures with their captions,
 * credits and descriptions are left out (R3), and so are pull quotes, which the text says already, footnotes, embeds, and
 * what this version does not know.
 */
export const textLines = (document: RichText): string[] => linesOf(document, textBlocks);

/** The same with pull quotes, and the footnotes after it: everything that somebody wrote as text. */
export const allLines = (document: RichText): string[] => [
  ...linesOf(document, new Set([...textBlocks, 'pullQuote'])),
  ...noteLines(document),
];

function linesOf(document: RichText, wanted: ReadonlySet<string>): string[] {
  const lines: string[] = [];
  const visit = (node: RichNode) => {
    if (wanted.has(node.type)) lines.push(inlineText(node));
    else if (containers.has(node.type)) for (const child of childrenOf(node)) visit(child);
  };
  visit(document);
  return lines.filter((line) => line.trim() !== '');
}

function noteLines(document: RichText): string[] {
  const lines: string[] = [];
  forEachNode(document, (node) => {
    if (node.type === 'footnote') lines.push(childrenOf(node).map(inlineText).join(''));
  });
  return lines.filter((line) => line.trim() !== '');
}

/** The running text and its footnotes, an empty line between the parts: for search, excerpts and mail. */
export const plainText = (document: RichText): string =>
  [...textLines(document), ...noteLines(document)].join('\n\n');

/** Words of the running text by the word rules of its language. Source: Unicode TR29 through Intl.Segmenter. */
export function countWords(document: RichText, lang?: string | null): number {
  const segmenter = wordSegmenter(lang);
  let words = 0;
  for (const line of textLines(document)) {
    for (const { isWordLike } of segmenter.segment(line)) if (isWordLike) words++;
  }
  return words;
}

/** The beginning of the first paragraph for cards and descriptions, cut between words with an ellipsis. */
export function excerpt(document: RichText, maxCharacters = 200): string {
  const first = firstParagraph(childrenOf(document)).replace(/\s+/g, ' ').trim();
  return shorten(first, maxCharacters);
}

/** One line of at most so many characters, cut between words with an ellipsis. */
export function shorten(line: string, maxCharacters: number): string {
  if (line.length <= maxCharacters) return line;
  const begin = line.slice(0, maxCharacters);
  const space = begin.lastIndexOf(' ');
  return `${(space > maxCharacters / 2 ? begin.slice(0, space) : begin.toWellFormed()).replace(/[\s,;:–—-]+$/, '')}…`;
}

/** Every media id that stands in the body, each once. */
export function mediaIds(document: RichText): number[] {
  const ids = new Set<number>();
  forEachNode(document, (node) => {
    if ((node.type === 'figure' || node.type === 'file') && typeof node.attrs?.mediaId === 'number')
      ids.add(node.attrs.mediaId);
  });
  return [...ids];
}

const textBlocks = new Set(['paragraph', 'heading', 'codeBlock']);
const running = ['doc', 'bulletList', 'orderedList', 'listItem', 'blockquote'];
const beginnings = new Set(running);
const containers = new Set([...running, 'callout', 'table', 'tableRow', 'tableCell', 'tableHeader']);

/** The words of a text block, without those of its footnotes. */
export function inlineText(node: RichNode): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'text') return typeof node.text === 'string' ? node.text : '';
  return textBlocks.has(node.type) || node.type === 'pullQuote'
    ? childrenOf(node).map(inlineText).join('')
    : '';
}

/** Every word in a part of whatever kind. */
export const allText = (node: RichNode): string =>
  typeof node.text === 'string' ? node.text : childrenOf(node).map(allText).join(' ');

function firstParagraph(nodes: RichNode[]): string {
  for (const node of nodes) {
    const text = node.type === 'paragraph' ? inlineText(node) : '';
    const found =
      text.trim() !== '' ? text : firstParagraph(beginnings.has(node.type) ? childrenOf(node) : []);
    if (found !== '') return found;
  }
  return '';
}

function forEachNode(node: RichNode, visit: (node: RichNode) => void): void {
  visit(node);
  for (const child of childrenOf(node)) forEachNode(child, visit);
}

function wordSegmenter(lang: string | null | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity: 'word' });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.Segmenter(undefined, { granularity: 'word' });
    throw error;
  }
}
