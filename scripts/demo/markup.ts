import type { RichMark, RichNode, RichText } from '@/lib/rich-text/document';
import { parseRichText } from '@/lib/rich-text/parse';

/**
 * The demonstration stories' own small markup as a body: `## heading`, `> quote`, `- item`, `1. item`, `![name]` for a
 * picture, **strong**, *emphasis*, [words](address); parts are apart by an empty line. `picture` gives a figure by name.
 */
export function bodyOf(markup: string, picture: (name: string) => RichNode): RichText {
  const parts = markup.trim().split(/\n{2,}/);
  return parseRichText({ type: 'doc', content: parts.map((part) => blockOf(part, picture)) });
}

function blockOf(part: string, picture: (name: string) => RichNode): RichNode {
  const heading = /^(#{2,4}) (.+)$/.exec(part);
  if (heading)
    return { type: 'heading', attrs: { level: heading[1]?.length }, content: wordsOf(heading[2] ?? '') };
  const figure = /^!\[(\w+)\]$/.exec(part);
  if (figure) return picture(figure[1] ?? '');
  if (part.startsWith('> ')) return { type: 'blockquote', content: [paragraph(part.replace(/^> /gm, ''))] };
  if (part.startsWith('- ')) return listOf('bulletList', part, /^- /);
  if (/^1\. /.test(part)) return listOf('orderedList', part, /^\d+\. /);
  return paragraph(part);
}

const listOf = (type: string, part: string, sign: RegExp): RichNode => ({
  type,
  content: part
    .split('\n')
    .map((item) => ({ type: 'listItem', content: [paragraph(item.replace(sign, ''))] })),
});

const paragraph = (text: string): RichNode => ({
  type: 'paragraph',
  content: wordsOf(text.replace(/\n/g, ' ')),
});

const signs = /(\*\*[^*]+\*\*|\*[^*]+\*|\[[^\]]+\]\([^)]+\))/;

const wordsOf = (text: string): RichNode[] => text.split(signs).filter(Boolean).map(marked);

function marked(text: string): RichNode {
  const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(text);
  if (link) return plain(link[1] ?? '', { type: 'link', attrs: { href: link[2] } });
  if (/^\*\*.+\*\*$/.test(text)) return plain(text.slice(2, -2), { type: 'bold' });
  if (/^\*.+\*$/.test(text)) return plain(text.slice(1, -1), { type: 'italic' });
  return plain(text);
}

const plain = (text: string, mark?: RichMark): RichNode => ({
  type: 'text',
  text,
  ...(mark && { marks: [mark] }),
});
