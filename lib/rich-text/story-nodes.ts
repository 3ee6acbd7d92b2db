import { Node } from '@tiptap/core';

/** A line of words that belongs to a part: kept as `data-<name>` when it travels as HTML. */
export const textAttribute = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attrs: Record<string, unknown>) =>
    attrs[name] ? { [`data-${name}`]: String(attrs[name]) } : {},
});

/** A sentence of the story set large; `source` is who said it. */
const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ source: textAttribute('source') }),
  parseHTML: () => [{ tag: 'aside[data-pull-quote]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, 'data-pull-quote': '' }, 0],
});

/** A box beside the running text: what to know, how we know it. */
const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'div[data-callout]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-callout': '' }, 0],
});

/** Figures side by side. One alone is a figure again once it is saved, none is gone. */
const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'figure*',
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-gallery]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-gallery': '' }, 0],
});

/** Something of another site: a video, a post, a chart. See `embedOf`. */
const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ url: textAttribute('url'), caption: textAttribute('caption') }),
  parseHTML: () => [{ tag: 'div[data-embed]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    { ...HTMLAttributes, 'data-embed': '' },
    String(node.attrs.url),
  ],
});

/** A card to another of our own stories. `title` is what it was called when it was put in. See `fillStoryCards`. */
const StoryCard = Node.create({
  name: 'storyCard',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    storyId: {
      default: null,
      parseHTML: (element: HTMLElement) => Number.parseInt(element.dataset.storyCard ?? '', 10) || null,
      renderHTML: ({ storyId }: Record<string, unknown>) => ({ 'data-story-card': String(storyId ?? '') }),
    },
    title: textAttribute('title'),
  }),
  parseHTML: () => [{ tag: 'div[data-story-card]' }],
  renderHTML: ({ node, HTMLAttributes }) => ['div', HTMLAttributes, String(node.attrs.title)],
});

/** A note where it belongs in the text; its number and its place at the end follow from the order. */
const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'text*',
  atom: true,
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-footnote': '' }, 0],
});

export const storyNodes = [PullQuote, Callout, Gallery, Embed, StoryCard, Footnote];
