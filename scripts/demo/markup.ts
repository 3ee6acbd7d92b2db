import type { RichMark, RichNode, RichText } from '@/lib/rich-text/document';
import { parseRichText } from '@/lib/rich-text/parse';

/**
 * The demonstration stories' own small markup as a body: `## heading`, `> quote`, `>> pull quote | who`, `! box`,
 * `- item`, `1. item`, `| cell | cell` with a head and `|= caption`, `![name]` for a picture, `![name, name]` for a
 * gallery, **strong**, *emphasis*, [words](address), ^[note]; parts are apart by an empty line. Quotation marks are curled.
 * `picture` gives a figure by name.
 */
export function bodyOf(markup: string, picture: (name: string) => RichNode): RichText {
  const parts = curled(markup.trim()).split(/\n{2,}/);
  return parseRichText({ type: 'doc', content: parts.map((part) => blockOf(part, picture)) });
}

function blockOf(part: string, picture: (name: string) => RichNode): RichNode {
  const heading = /^(#{2,4}) (.+)$/.exec(part);
  if (heading)
    return { type: 'heading', attrs: { level: heading[1]?.length }, content: wordsOf(heading[2] ?? '') };
  const figures = /^!\[(\w+(?:, \w+)*)\]$/.exec(part)?.[1]?.split(', ');
  if (figures) return galleryOf(figures.map(picture));
  if (part.startsWith('! '))
    return { type: 'callout', content: part.split('\n').map((line) => paragraph(line.slice(2))) };
  if (part.startsWith('| ')) return tableOf(part.split('\n'));
  const pulled = /^>> (.+) \| (.+)$/.exec(part);
  if (pulled) return { type: 'pullQuote', attrs: { source: pulled[2] }, content: wordsOf(pulled[1] ?? '') };
  if (part.startsWith('> ')) return { type: 'blockquote', content: [paragraph(part.replace(/^> /gm, ''))] };
  if (part.startsWith('- ')) return listOf('bulletList', part, /^- /);
  if (/^1\. /.test(part)) return listOf('orderedList', part, /^\d+\. /);
  return paragraph(part);
}

const curled = (text: string): string =>
  text
    .replace(/(^|[\s(*])"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll("'", '’');

const galleryOf = (figures: RichNode[]): RichNode =>
  figures.length === 1 && figures[0] ? figures[0] : { type: 'gallery', content: figures };

function tableOf(lines: string[]): RichNode {
  const caption = lines.find((line) => line.startsWith('|= '))?.slice(3) ?? '';
  const rows = lines.filter((line) => line.startsWith('| '));
  const content = rows.map((row, at) => ({
    type: 'tableRow',
    content: row
      .slice(2)
      .split(' | ')
      .map((cell) => ({ type: at === 0 ? 'tableHeader' : 'tableCell', content: [paragraph(cell)] })),
  }));
  return { type: 'table', attrs: { caption }, content };
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

const signs = /(\*\*[^*]+\*\*|\*[^*]+\*|\^\[[^\]]+\]|\[[^\]]+\]\([^)]+\))/;

const wordsOf = (text: string): RichNode[] => text.split(signs).filter(Boolean).map(marked);

function marked(text: string): RichNode {
  const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(text);
  if (link) return plain(link[1] ?? '', { type: 'link', attrs: { href: link[2] } });
  if (text.startsWith('^[')) return { type: 'footnote', content: [plain(text.slice(2, -1))] };
  if (/^\*\*.+\*\*$/.test(text)) return plain(text.slice(2, -2), { type: 'bold' });
  if (/^\*.+\*$/.test(text)) return plain(text.slice(1, -1), { type: 'italic' });
  return plain(text);
}

const plain = (text: string, mark?: RichMark): RichNode => ({
  type: 'text',
  text,
  ...(mark && { marks: [mark] }),
});
