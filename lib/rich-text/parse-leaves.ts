import { cleanText } from '@/lib/clean-text';
import { type CaptionAndCredit, splitCredit } from '@/lib/credit';
import { Invalid } from '@/lib/errors';
import { isFileExtension } from '@/lib/files';
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
  return {
    type: 'figure',
    attrs: { ...inLibrary(attrs), alt: line(attrs.alt), ...captionOf(attrs) },
  };
}

/** A document, sound or film. What kind it is, the library says when it is saved. */
export function file(attrs: Record<string, unknown>): RichNode {
  const seconds = Number(attrs.seconds);
  return {
    type: 'file',
    attrs: {
      ...inLibrary(attrs),
      extension: isFileExtension(attrs.extension) ? attrs.extension : '',
      bytes: within(attrs.bytes, 0, Number.MAX_SAFE_INTEGER),
      seconds: seconds > 0 && seconds < 1_000_000 ? seconds : 0,
      title: line(attrs.title),
      ...captionOf(attrs),
    },
  };
}

const inLibrary = (attrs: Record<string, unknown>) => ({
  mediaId: Number.isSafeInteger(attrs.mediaId) && Number(attrs.mediaId) > 0 ? attrs.mediaId : null,
  hash: typeof attrs.hash === 'string' && /^[\w-]{8,128}$/.test(attrs.hash) ? attrs.hash : '',
  width: within(attrs.width, 0, 100_000),
  height: within(attrs.height, 0, 100_000),
});

function captionOf(attrs: Record<string, unknown>): CaptionAndCredit {
  const credit = line(attrs.credit);
  return credit === '' ? splitCredit(line(attrs.caption)) : { caption: line(attrs.caption), credit };
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
