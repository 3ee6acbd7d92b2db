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
 * paragraph a line.
 */
function paragraphs(text: string): RichNode[] {
  const parted = /\n[ \t]*\n/.test(text.trim());
  const parts = text.split(parted ? /\n(?:[ \t]*\n)+/ : '\n');
  return parts
    .map((part) => part.replace(/^\n+|\s+$/g, ''))
    .filter((part) => part.trim() !== '')
    .map(paragraph);
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
