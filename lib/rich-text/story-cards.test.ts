import { expect, test } from 'vitest';
import { parseRichText } from './parse';
import { renderHtml } from './render';
import { fillStoryCards, storiesLookedUp, storyCardIds, storyCardsIn } from './story-cards';

const card = (storyId: unknown, title = 'What it was called') => ({
  type: 'storyCard',
  attrs: { storyId, title, href: '//evil.example/' },
});
const docOf = (...content: object[]) => parseRichText({ type: 'doc', content });
const story = (id: number, title: string) => ({ id, title, href: `/news/${id}`, lang: null });

test('D1 a card is a place in the stored text, filled with what its story is called now', () => {
  const doc = docOf(
    card(7),
    { type: 'paragraph', content: [{ type: 'text', text: 'On.' }] },
    card(8),
    card(7),
  );
  const html = renderHtml(doc);
  expect(html).toContain('<p>On.</p>');
  expect(html).not.toContain('called');
  expect(storyCardIds(html)).toEqual([7, 8]);
  const filled = fillStoryCards(html, [story(7, 'Now <this>')], 'Read more');
  expect(filled.match(/<a href="\/news\/7" dir="auto">Now &lt;this&gt;<\/a>/g)).toHaveLength(2);
  expect(filled).not.toContain('data-story');
  expect(fillStoryCards('<p>data-story</p>', [], 'x')).toBe('<p>data-story</p>');
});

test('D1 of a story that is not live, or of none, nothing is left', () => {
  for (const id of [8, null, -1, 'x', 1.5, Number.MAX_VALUE])
    expect(fillStoryCards(renderHtml(docOf(card(id))), [], 'Read more').trim()).toBe('');
});

test('R9 in a feed a card is a link to the live story, and no address that was typed', () => {
  const doc = docOf({ type: 'callout', content: [card(7), card(8)] });
  expect(storyCardsIn(doc)).toEqual([7, 8]);
  const origin = 'https://paper.example';
  expect(renderHtml(doc, { origin })).toBe('');
  expect(renderHtml(storiesLookedUp(doc, [story(7, 'A & B')]), { origin })).toBe(
    '<p><a href="https://paper.example/news/7">A &amp; B</a></p>',
  );
});
