import { escapeHtml } from '@/lib/html';
import type { RichNode, RichText } from './document';
import { childrenOf } from './unknown';

/** What a card to another of our own stories shows. */
export interface CardFacts {
  id: number;
  title: string;
  href: string;
  /** BCP 47, where it is not the site's language. */
  lang: string | null;
}

/**
 * Where a card stands in stored HTML. It is empty there: what it shows is that other story's, whose headline and address
 * change, and which may be taken away; so it is filled in each time a page is made.
 */
export const storyCardPlace = (storyId: number): string =>
  `<aside class="read-more" data-story="${storyId}"></aside>`;

const places = /<aside class="read-more" data-story="(\d{1,15})"><\/aside>\n?/g;

/** The stories that a rendered text points at, each once. */
export const storyCardIds = (html: string): number[] =>
  html.includes(' data-story="') ? [...new Set([...html.matchAll(places)].map(([, id]) => Number(id)))] : [];

/** The text with its cards filled in. Of a story that readers cannot see nothing is left. `label` stands over each. */
export function fillStoryCards(html: string, stories: readonly CardFacts[], label: string): string {
  if (!html.includes(' data-story="')) return html;
  const byId = new Map(stories.map((story) => [story.id, story]));
  return html.replace(places, (_place, id: string) => {
    const story = byId.get(Number(id));
    if (!story) return '';
    const lang = story.lang ? ` lang="${escapeHtml(story.lang)}"` : '';
    return `<aside class="read-more"><p>${escapeHtml(label)}</p><a href="${escapeHtml(story.href)}" dir="auto"${lang}>${escapeHtml(story.title)}</a></aside>\n`;
  });
}

/** The stories that a document has cards of. */
export const storyCardsIn = (node: RichNode): number[] => {
  const id = node.type === 'storyCard' ? Number(node.attrs?.storyId) : 0;
  return [...(id > 0 ? [id] : []), ...childrenOf(node).flatMap(storyCardsIn)];
};

/** A document whose cards say where their stories are and what they are called now; those of no live story say nothing. */
export const storiesLookedUp = (document: RichText, stories: readonly CardFacts[]): RichText => {
  const byId = new Map(stories.map((story) => [story.id, story]));
  const lookUp = <N extends RichNode>(node: N): N => {
    if (node.type !== 'storyCard')
      return node.content ? { ...node, content: node.content.map(lookUp) } : node;
    const story = byId.get(Number(node.attrs?.storyId));
    return { ...node, attrs: { ...node.attrs, title: story?.title, href: story?.href } };
  };
  return lookUp(document);
};
