import type { RichNode, RichText } from './document';

/**
 * The running text in reading order, a paragraph, heading or list line each. Pictures with their captions, credits and
 * descriptions are left out (R3), and so is what this version does not know.
 */
export function textLines(document: RichText): string[] {
  const lines: string[] = [];
  const visit = (node: RichNode) => {
    if (textBlocks.has(node.type)) {
      const text = inlineText(node);
      if (text.trim() !== '') lines.push(text);
    } else if (containers.has(node.type)) for (const child of node.content ?? []) visit(child);
  };
  visit(document);
  return lines;
}

/** The running text with an empty line between its parts: for search, excerpts and mail. */
export const plainText = (document: RichText): string => textLines(document).join('\n\n');

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
  const first = firstParagraph(document.content ?? [])
    .replace(/\s+/g, ' ')
    .trim();
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
export function pictureIds(document: RichText): number[] {
  const ids = new Set<number>();
  forEachNode(document, (node) => {
    if (node.type === 'figure' && typeof node.attrs?.mediaId === 'number') ids.add(node.attrs.mediaId);
  });
  return [...ids];
}

const textBlocks = new Set(['paragraph', 'heading', 'codeBlock']);
const containers = new Set(['doc', 'bulletList', 'orderedList', 'listItem', 'blockquote']);

export function inlineText(node: RichNode): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'text') return node.text ?? '';
  return textBlocks.has(node.type) ? (node.content ?? []).map(inlineText).join('') : '';
}

function firstParagraph(nodes: RichNode[]): string {
  for (const node of nodes) {
    const text = node.type === 'paragraph' ? inlineText(node) : '';
    const found =
      text.trim() !== '' ? text : firstParagraph(containers.has(node.type) ? (node.content ?? []) : []);
    if (found !== '') return found;
  }
  return '';
}

function forEachNode(node: RichNode, visit: (node: RichNode) => void): void {
  visit(node);
  for (const child of node.content ?? []) forEachNode(child, visit);
}

function wordSegmenter(lang: string | null | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity: 'word' });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.Segmenter(undefined, { granularity: 'word' });
    throw error;
  }
}
