import { type Extensions, Mark, mergeAttributes, Node } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList } from '@tiptap/extension-list/bullet-list';
import { ListItem } from '@tiptap/extension-list/item';
import { ListKeymap } from '@tiptap/extension-list/keymap';
import { OrderedList } from '@tiptap/extension-list/ordered-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { TrailingNode } from '@tiptap/extensions/trailing-node';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { pictureAddress } from '@/lib/pictures';
import { StoryFile } from './file-node';
import { Link } from './link-mark';
import { storyNodes } from './story-nodes';
import { tableNodes } from './table-nodes';

const figureAttrs = ['mediaId', 'hash', 'width', 'height', 'alt', 'caption', 'credit'] as const;
const numbers = new Set<string>(['mediaId', 'width', 'height']);

/** A picture from the library with its words. Attributes are those of `Picture` in lib/pictures.ts. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return Object.fromEntries(
      figureAttrs.map((name) => [
        name,
        {
          default: name === 'mediaId' ? null : numbers.has(name) ? 0 : '',
          parseHTML: (element: HTMLElement) => {
            const value = element.getAttribute(`data-${name.toLowerCase()}`) ?? '';
            return numbers.has(name) ? Number.parseInt(value, 10) || null : value;
          },
          renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name.toLowerCase()}`]: attrs[name] }),
        },
      ]),
    );
  },
  parseHTML: () => [{ tag: 'figure[data-mediaid]' }],
  renderHTML({ node, HTMLAttributes }) {
    const { hash, alt, caption, credit } = node.attrs;
    return [
      'figure',
      HTMLAttributes,
      ['img', { src: pictureAddress(String(hash), 640, 'jpeg'), alt }],
      ['figcaption', {}, [caption, credit].filter(Boolean).join(' ')],
    ];
  },
});

const keptPart = (name: string, tag: 'div' | 'span') =>
  Node.create({
    name,
    group: tag === 'div' ? 'block' : 'inline',
    inline: tag === 'span',
    atom: true,
    addAttributes: () => ({ node: keptJson('data-kept') }),
    parseHTML: () => [{ tag: `${tag}[data-kept]` }],
    renderHTML({ node, HTMLAttributes }) {
      const type = String(node.attrs.node?.type ?? 'unknown');
      return [
        tag,
        mergeAttributes(HTMLAttributes),
        `“${type}”: kept as it is, but this version cannot show or change it`,
      ];
    },
  });

/** A block, or a part of a line, that this version does not know (D3): shown, never lost. See `editorDocument`. */
export const Unknown = keptPart('unknown', 'div');
export const UnknownInline = keptPart('unknownInline', 'span');

export const UnknownMark = Mark.create({
  name: 'unknownMark',
  excludes: '',
  addAttributes: () => ({ mark: keptJson('data-kept-mark') }),
  parseHTML: () => [{ tag: 'span[data-kept-mark]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

export interface RichTextParts {
  /** The editor's own versions, with node views. */
  figure?: Node;
  unknown?: Node;
}

/** What TipTap's starter kit holds, taken one by one: all of it weighs 25 KB more, most of it never used here. */
const written: Extensions = [
  Document,
  Text,
  Paragraph,
  Heading.configure({ levels: [2, 3, 4] }),
  Blockquote,
  BulletList,
  OrderedList,
  ListItem,
  ListKeymap,
  CodeBlock,
  HorizontalRule,
  HardBreak,
  Link,
  Bold,
  Code,
  Italic,
  Strike,
  Underline,
  Dropcursor,
  Gapcursor,
  TrailingNode,
  UndoRedo,
];

/** Every node and mark of a body, for the editor and for the server alike: no React here. */
export const richTextExtensions = ({
  figure = Figure,
  unknown = Unknown,
}: RichTextParts = {}): Extensions => [
  ...written,
  figure,
  ...storyNodes,
  StoryFile,
  ...tableNodes,
  unknown,
  UnknownInline,
  UnknownMark,
];

const keptJson = (attribute: string) => ({
  default: null,
  parseHTML: (element: HTMLElement): unknown => {
    try {
      return JSON.parse(element.getAttribute(attribute) ?? 'null');
    } catch {
      return null;
    }
  },
  renderHTML: (attrs: Record<string, unknown>) => ({ [attribute]: JSON.stringify(attrs.node ?? attrs.mark) }),
});
