import type { RichMark, RichNode, RichText } from '@/lib/rich-text/document';
import { childrenOf } from '@/lib/rich-text/unknown';
import type { Article, Revision } from '../rules';

/** What the rules look at: a revision, and what is known of the world around it. */
export interface CheckedStory
  extends Pick<Revision, 'title' | 'standfirst' | 'lang' | 'leadAlt' | 'leadCredit'> {
  kind: Article['kind'];
  body: RichText;
  /** Null without a lead picture; its width 0 where the library does not know it. */
  lead: { width: number } | null;
  /** What is wrong with a link's address, by address; what is not in it is well, or was not looked at. */
  deadLinks: ReadonlyMap<string, string>;
}

/** Where in a story something stands: a field of its head, or a block of its text with the words meant. */
export type Place = { field: 'title' | 'standfirst' | 'lead' } | { block: number; words: string };

/** A line of running text and the block of the body that it stands in. */
export interface Line {
  block: number;
  text: string;
  isHeading: boolean;
}

const lineBlocks = new Set(['paragraph', 'heading', 'pullQuote']);

/** Every line that is read as text, in order; code is not. */
export function linesOf(body: RichText): Line[] {
  return everyNode(body)
    .filter(({ node }) => lineBlocks.has(node.type))
    .map(({ node, block }) => ({ block, text: textOf(node), isHeading: node.type === 'heading' }))
    .filter(({ text }) => text.trim() !== '');
}

/** Every node below the document with the number of the top-level block it stands in. */
export function everyNode(body: RichText): { node: RichNode; block: number }[] {
  return childrenOf(body).flatMap((top, block) => withDescendants(top).map((node) => ({ node, block })));
}

const withDescendants = (node: RichNode): RichNode[] => [node, ...childrenOf(node).flatMap(withDescendants)];

/** The words of a line, without those of its footnotes. */
const textOf = (node: RichNode): string =>
  childrenOf(node)
    .map((child) => (child.type === 'text' ? (child.text ?? '') : child.type === 'hardBreak' ? ' ' : ''))
    .join('');

/** Every link of the text with the words it stands on, in order. */
export function linksOf(body: RichText): { href: string; words: string; block: number }[] {
  return everyNode(body).flatMap(({ node, block }) =>
    (node.marks ?? [])
      .filter((mark: RichMark) => mark.type === 'link' && typeof mark.attrs?.href === 'string')
      .map((mark) => ({ href: String(mark.attrs?.href), words: node.text ?? '', block })),
  );
}
