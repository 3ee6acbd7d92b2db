import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { messages } from '@/lib/messages';
import type { ArticleView } from '../../queries/site';
import type { SiteFrame } from './site-frame';
import { articleGraph, frontGraph, listGraph, personGraph, StructuredData } from './structured-data';

const site: SiteFrame = {
  siteName: 'The Gazette',
  language: 'en-GB',
  timeZone: 'America/New_York',
  year: 2026,
  origin: 'https://paper.example',
  words: messages('en'),
};
const named = (id: number, name: string, href: string) => ({ id, name, href });
const picture = (hash: string, credit: string) => ({
  mediaId: 1,
  hash,
  width: 2400,
  height: 1350,
  alt: 'The quay',
  caption: '',
  credit,
});

const article: ArticleView = {
  id: 7,
  kind: 'story',
  href: '/news/trams',
  title: 'Trams return',
  standfirst: '',
  summary: 'The first one leaves at night.',
  lang: 'fr',
  html: '<p>Words.</p>',
  words: 836,
  readingMinutes: 4,
  sections: [named(1, 'News', '/news'), named(2, 'City', '/city')],
  tags: [named(5, 'Trams', '/tag/trams'), named(6, 'Night', '/tag/night')],
  authors: [named(1, 'Ada Byline', '/author/ada'), named(2, 'Bo O’Neill', '/author/bo')],
  // The hour that is had twice: the first time in summer time, an hour later in winter time.
  liveAt: new Date('2026-11-01T05:30:00Z'),
  updatedAt: new Date('2026-11-01T06:30:00Z'),
  lead: picture('aaaa1111', 'Agency'),
  pictures: [picture('bbbb2222', '')],
  commentCount: 2,
  commentPolicy: 'open',
  corrections: [
    {
      id: 3,
      text: 'It is tram 4.',
      passage: 'tram 5',
      at: new Date('2026-11-01T06:00:00Z'),
      amendedAt: new Date('2026-11-03T12:00:00Z'),
    },
    {
      id: 4,
      text: 'It is night tram 4.',
      passage: '',
      at: new Date('2026-11-02T12:00:00Z'),
      amendedAt: null,
    },
  ],
  related: [],
  series: null,
  cards: [],
};

const organization = {
  '@type': 'NewsMediaOrganization',
  '@id': 'https://paper.example/#organization',
  name: 'The Gazette',
  url: 'https://paper.example/',
  logo: {
    '@type': 'ImageObject',
    url: 'https://paper.example/apple-touch-icon.png',
    width: 180,
    height: 180,
  },
};

/** What a machine reads: parsed from the page, as it would. */
function read(graph: object[]) {
  const html = renderToStaticMarkup(<StructuredData graph={graph as never} />);
  const [, json = ''] = /^<script type="application\/ld\+json">(.*)<\/script>$/.exec(html) ?? [];
  return { html, data: JSON.parse(json) };
}

test('R11 all that a story says to machines', () => {
  expect(read(articleGraph(article, site)).data).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        '@id': 'https://paper.example/news/trams',
        mainEntityOfPage: 'https://paper.example/news/trams',
        url: 'https://paper.example/news/trams',
        headline: 'Trams return',
        description: 'The first one leaves at night.',
        inLanguage: 'fr',
        datePublished: '2026-11-01T01:30:00-04:00',
        dateModified: '2026-11-03T07:00:00-05:00',
        author: [
          { '@type': 'Person', name: 'Ada Byline', url: 'https://paper.example/author/ada' },
          { '@type': 'Person', name: 'Bo O’Neill', url: 'https://paper.example/author/bo' },
        ],
        publisher: { '@id': 'https://paper.example/#organization' },
        image: [
          {
            '@type': 'ImageObject',
            url: 'https://paper.example/media/aaaa1111/1920.jpeg',
            width: 1920,
            height: 1080,
            creditText: 'Agency',
          },
          {
            '@type': 'ImageObject',
            url: 'https://paper.example/media/bbbb2222/1920.jpeg',
            width: 1920,
            height: 1080,
          },
        ],
        articleSection: ['News', 'City'],
        keywords: ['Trams', 'Night'],
        wordCount: 836,
        commentCount: 2,
        isAccessibleForFree: true,
        correction: [
          {
            '@type': 'CorrectionComment',
            text: 'It is tram 4.',
            about: { '@type': 'Quotation', text: 'tram 5' },
            datePublished: '2026-11-01T01:00:00-05:00',
            url: 'https://paper.example/news/trams#correction-3',
          },
          {
            '@type': 'CorrectionComment',
            text: 'It is night tram 4.',
            datePublished: '2026-11-02T07:00:00-05:00',
            url: 'https://paper.example/news/trams#correction-4',
          },
        ],
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'News', item: 'https://paper.example/news' },
          {
            '@type': 'ListItem',
            position: 2,
            name: 'Trams return',
            item: 'https://paper.example/news/trams',
          },
        ],
      },
      organization,
    ],
  });
});

test('R11 what a story has not, it does not speak of; nobody signing, the paper does', () => {
  const bare = {
    ...article,
    lang: null,
    authors: [],
    tags: [],
    lead: null,
    pictures: [],
    corrections: [],
    updatedAt: null,
    commentPolicy: 'hidden' as const,
  };
  const [story] = read(articleGraph(bare, site)).data['@graph'];
  expect(story).toMatchObject({
    inLanguage: 'en-GB',
    author: { '@type': 'Organization', name: 'The Gazette', url: 'https://paper.example/' },
    dateModified: '2026-11-01T01:30:00-04:00',
  });
  for (const absent of ['image', 'keywords', 'correction', 'commentCount'])
    expect(story).not.toHaveProperty(absent);
});

test('R11 the front page names the paper and its search', () => {
  expect(read(frontGraph(site)).data['@graph']).toEqual([
    {
      '@type': 'WebSite',
      '@id': 'https://paper.example/#website',
      url: 'https://paper.example/',
      name: 'The Gazette',
      inLanguage: 'en-GB',
      publisher: { '@id': 'https://paper.example/#organization' },
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: 'https://paper.example/search?q={search_term_string}' },
        'query-input': 'required name=search_term_string',
      },
    },
    organization,
  ]);
});

test('R11 a section below another, and an author, say where they stand and who they are', () => {
  const trail = [
    { name: 'News', href: '/news' },
    { name: 'Asia', href: '/asia' },
  ];
  expect(read(listGraph(trail, site)).data['@graph']).toEqual([
    {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'News', item: 'https://paper.example/news' },
        { '@type': 'ListItem', position: 2, name: 'Asia', item: 'https://paper.example/asia' },
      ],
    },
  ]);
  expect(personGraph({ ...named(1, 'Ada', '/author/ada'), bio: '' }, site)).toEqual({
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', name: 'Ada', url: 'https://paper.example/author/ada' },
  });
});

test.each(['</script><script>alert(1)</script>', '<!--<script>', 'a\u2028b\u2029c', '"\\u003c'])(
  'R11 a headline of %j stays within its element and arrives whole',
  (title) => {
    const { html, data } = read(articleGraph({ ...article, title }, site));
    expect(html.slice(1).match(/[<\u2028\u2029]/g)).toHaveLength(1);
    expect(data['@graph'][0].headline).toBe(title);
  },
);

test('D19 R11 the publisher’s logo is the paper’s own where it has one', () => {
  const logo = { mediaId: 3, hash: 'f'.repeat(32), width: 2400, height: 384 };
  const [, publisher] = frontGraph({ ...site, logos: { logo, darkLogo: null, icon: null } });
  expect(publisher).toMatchObject({
    logo: { url: `https://paper.example/media/${logo.hash}/logo.png`, width: 1200, height: 192 },
  });
});
