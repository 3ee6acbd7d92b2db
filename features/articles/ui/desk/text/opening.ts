import type { RichNode, RichText } from '@/lib/rich-text/document';

const isEmptyParagraph = (node: RichNode | undefined): boolean =>
  node?.type === 'paragraph' && (node.content ?? []).length === 0;

/** The text with an empty line at its end to write on, so that opening it changes nothing. */
export function withLineToWriteOn(document: RichText): RichText {
  const content = document.content ?? [];
  return content.at(-1)?.type === 'paragraph'
    ? document
    : { ...document, content: [...content, { type: 'paragraph' }] };
}

/** The text as it is saved: without the empty lines at its end. */
export function withoutLineToWriteOn(document: RichText): RichText {
  const content = [...(document.content ?? [])];
  while (content.length > 1 && isEmptyParagraph(content.at(-1))) content.pop();
  return { ...document, content };
}
