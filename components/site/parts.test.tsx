import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Byline } from './byline';
import { Figure } from './figure';
import { NewsletterBox } from './newsletter-box';
import { Picture } from './picture';

const authors = [
  { name: 'Ida Wells', href: '/author/ida-wells' },
  { name: 'Nellie Bly' },
  { name: 'A. Third' },
];

test('R2 bylines are joined as the language joins a list, and "Staff" signs for nobody', () => {
  const text = (names: typeof authors) =>
    renderToStaticMarkup(<Byline authors={names} by="By" fallback="Staff" language="en-GB" />).replace(
      /<[^>]+>/g,
      '',
    );
  expect(text(authors)).toBe('By Ida Wells, Nellie Bly and A. Third');
  expect(text([])).toBe('By Staff');
});

test('R4 a credit shows without a caption, and apart from it', () => {
  const figure = (words: { caption?: string; credit?: string }) =>
    renderToStaticMarkup(<Figure {...words}>x</Figure>);
  expect(figure({ credit: 'Reuters' })).toContain(
    '<figcaption><span class="credit">Reuters</span></figcaption>',
  );
  expect(figure({ caption: 'Dusk.', credit: 'Reuters' })).toContain(
    '<span class="caption">Dusk.</span> <span class="credit">Reuters</span>',
  );
  expect(figure({})).not.toContain('figcaption');
});

test('R15 a picture keeps its place, and only the first of a page is fetched at once', () => {
  const picture = { hash: 'abcdefgh12', width: 1600, height: 900, alt: 'A harbour' };
  const html = (first: boolean) =>
    renderToStaticMarkup(<Picture picture={picture} sizes="100vw" first={first} />);
  expect(html(true)).toMatch(/width="1600" height="900" alt="A harbour"/);
  expect(html(true)).toContain('fetchPriority="high"');
  expect(html(true)).not.toContain('loading=');
  expect(html(false)).toContain('loading="lazy"');
});

test('N1 the sign-up box sends one list silently, offers a choice of several, and stays away without any', () => {
  const words = { title: 'T', lead: 'L', email: 'E', choose: 'C', subscribe: 'S', leaveEmpty: 'X' };
  const box = (slugs: string[]) =>
    renderToStaticMarkup(
      <NewsletterBox lists={slugs.map((slug) => ({ slug, name: slug }))} source="footer" words={words} />,
    );
  expect(box(['morning'])).toContain('<input type="hidden" name="list" value="morning"/>');
  expect(box(['morning', 'weekend']).match(/type="checkbox"/g)).toHaveLength(2);
  expect(box([])).toBe('');
});
