import { cleanText } from '@/lib/clean-text';
import type { RichNode } from '@/lib/rich-text/document';
import { looksLikeMarkdown, markdownNodes } from './markdown';

/** Plain text from the clipboard as the editor's nodes: Markdown where it is that, else paragraphs. */
export function nodesOfText(text: string): RichNode[] {
  const clean = cleanText(text).replace(/\ufeff/g, '');
  return looksLikeMarkdown(clean) ? markdownNodes(clean) : paragraphs(clean);
}

/**
 * Empty lines part paragraphs, and single line ends within them stay as they are; text without any empty line has one
 * paragraph a line. Line ends that only kept the lines short, as mail and terminals do, are spaces.
 */
function paragraphs(text: string): RichNode[] {
  const parted = /\n[ \t]*\n/.test(text.trim());
  const parts = text.split(parted ? /\n(?:[ \t]*\n)+/ : '\n');
  const width = wrappedAt(text);
  const whole =
    width === null
      ? parts
      : parted
        ? parts.map((part) => unwrapped(part, width))
        : unwrapped(text, width).split('\n');
  return whole
    .map((part) => part.replace(/^\n+|\s+$/g, ''))
    .filter((part) => part.trim() !== '')
    .map(paragraph);
}

const narrowest = 40;
const widest = 100;
/** Line ends that must have been forced, and at least half of all, before a text is taken for a wrapped one. */
const leastWraps = 3;

/** The width at which a text was broken into lines by a machine, or null: verse, lists and addresses end before it. */
function wrappedAt(text: string): number | null {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  if (width < narrowest || width > widest) return null;
  const ends = lines.flatMap((line, at) =>
    line !== '' && lines[at + 1] ? [isForced(line, lines[at + 1] ?? '', width)] : [],
  );
  const forced = ends.filter(Boolean).length;
  return forced >= leastWraps && forced >= ends.length / 2 ? width : null;
}

/** The next line's first word would not have fitted any more; a line that is set in or begins with a dash is its own. */
const isForced = (line: string, next: string, width: number): boolean =>
  /^(?!(?:[-*•–—]|\d+[.)])\s)\S/.test(next) && line.length + 1 + (/^\S+/.exec(next)?.[0].length ?? 0) > width;

function unwrapped(part: string, width: number): string {
  const lines = part.split('\n').map((line) => line.trimEnd());
  return lines.reduce((whole, line, at) => {
    const before = lines[at - 1] ?? '';
    return at === 0 ? line : `${whole}${before !== '' && isForced(before, line, width) ? ' ' : '\n'}${line}`;
  }, '');
}

const paragraph = (text: string): RichNode => ({
  type: 'paragraph',
  content: text
    .split('\n')
    .flatMap((line, i): RichNode[] => [
      ...(i > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line.trim() === '' ? [] : [{ type: 'text', text: line.trim() }]),
    ]),
});
