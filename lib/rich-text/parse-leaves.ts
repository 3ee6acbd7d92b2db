import { cleanText } from '@/lib/clean-text';
import { splitCredit } from '@/lib/credit';
import { Invalid } from '@/lib/errors';
import type { RichNode } from './document';
import { isExternal, safeHref } from './links';
import { limits } from './measure';
import { childrenOf } from './unknown';

/** Parts that hold no blocks, with their own attributes only; each takes anything. */

export function codeBlock(node: RichNode): RichNode {
  const given = node.attrs?.language;
  const language = typeof given === 'string' && /^[\w+#.-]{1,30}$/.test(given) ? given : null;
  const text = codeOf(node);
  return {
    type: 'codeBlock',
    attrs: { language },
    ...(text !== '' && { content: [{ type: 'text', text }] }),
  };
}

function codeOf(node: RichNode): string {
  if (node.type === 'hardBreak') return '\n';
  if (typeof node.text === 'string') return cleanText(node.text);
  return childrenOf(node).map(codeOf).join('');
}

export function figure(attrs: Record<string, unknown>): RichNode {
  const given = splitCredit(line(attrs.caption));
  const own = line(attrs.credit);
  const words = own === '' ? given : { caption: line(attrs.caption), credit: own };
  const hash = typeof attrs.hash === 'string' && /^[\w-]{8,128}$/.test(attrs.hash) ? attrs.hash : '';
  return {
    type: 'figure',
    attrs: {
      mediaId: Number.isSafeInteger(attrs.mediaId) && Number(attrs.mediaId) > 0 ? attrs.mediaId : null,
      hash,
      width: within(attrs.width, 0, 100_000),
      height: within(attrs.height, 0, 100_000),
      alt: line(attrs.alt),
      ...words,
    },
  };
}

/** Something of another site, by its address there; what is no address of the web leaves it empty. */
export function embed(attrs: Record<string, unknown>): RichNode {
  const href = safeHref(attrs.url);
  return {
    type: 'embed',
    attrs: { url: href !== null && isExternal(href) ? href : '', caption: line(attrs.caption) },
  };
}

/** A card to another of our own stories; `title` is what it was called when it was put in, for the desk. */
export function storyCard(attrs: Record<string, unknown>): RichNode {
  const known = Number.isSafeInteger(attrs.storyId) && Number(attrs.storyId) > 0;
  return { type: 'storyCard', attrs: { storyId: known ? attrs.storyId : null, title: line(attrs.title) } };
}

/** One line of a caption, credit or alternative text. */
export function line(value: unknown): string {
  const text = typeof value === 'string' ? cleanText(value).trim() : '';
  if (text.length > limits.captionCharacters)
    throw Invalid(
      `A caption, credit or picture description is longer than ${limits.captionCharacters} characters. Shorten it.`,
    );
  return text;
}

export const within = (value: unknown, least: number, most: number): number =>
  Number.isInteger(value) ? Math.min(most, Math.max(least, Number(value))) : least;
