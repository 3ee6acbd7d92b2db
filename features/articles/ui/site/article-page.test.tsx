import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { messages } from '@/lib/messages';
import type { ArticleView, StoryCard } from '../../queries/site';
import { ArticlePage } from './article-page';
import { FrontPageView } from './front-page';
import { ListPage } from './list-page';
import { NoPage } from './no-page';
import { articleMetadata } from './page-metadata';
import type { SiteFrame } from './site-frame';
import { articleGraph, StructuredData } from './structured-data';

const site: SiteFrame = {
  siteName: 'The Gazette',
  language: 'en-GB',
  timeZone: 'Europe/Berlin',
  year: 2026,
  origin: 'https://paper.example',
  words: messages('en'),
};
const named = (id: number, name: string, href: string) => ({ id, name, href });
const picture = {
  mediaId: 1,
  hash: 'a1b2c3d4',
  width: 1600,
  height: 900,
  alt: 'Bent trees',
  caption: 'Trees (old ones)',
  credit: 'Agency',
};

const card: StoryCard = {
  id: 8,
  kind: 'story',
  href: '/news/other',
  title: 'Another story',
  standfirst: 'In short.',
  section: named(1, 'News', '/news'),
  authors: [],
  liveAt: new Date('2026-03-01T10:00:00Z'),
  updatedAt: null,
  readingMinutes: 2,
  commentCount: 0,
  lead: null,
  lang: null,
};

const article: ArticleView = {
  id: 7,
  kind: 'story',
  href: '/asia-pacific/talks',
  title: 'Talks </script><b>“on”</b> & on',
  standfirst: 'What was said.',
  summary: 'What was said.',
  lang: null,
  html: '<p>Body &amp; soul.</p>',
  words: 836,
  readingMinutes: 4,
  sections: [named(2, 'Asia-Pacific', '/asia-pacific'), named(1, 'News', '/news'), named(3, 'US', '/us')],
  tags: [named(5, 'Security', '/tag/security'), named(6, 'Trade', '/tag/trade')],
  authors: [
    named(1, 'Ada Byline', '/author/ada'),
    named(2, 'Bo O’Neill', '/author/bo'),
    named(3, 'Cy', '/author/cy'),
  ],
  liveAt: new Date('2026-03-29T00:30:00Z'),
  updatedAt: new Date('2026-03-29T01:30:00Z'),
  lead: picture,
  pictures: [],
  commentCount: 2,
  commentPolicy: 'open',
  corrections: [
    {
      id: 4,
      text: 'It was 10.',
      passage: 'It was 11.',
      at: new Date('2026-03-30T12:00:00Z'),
      amendedAt: null,
    },
  ],
  related: [card],
  series: null,
  cards: [],
};

const page = (change: Partial<ArticleView> = {}, commentLine: string | null = '2 comments on it') =>
  renderToStaticMarkup(
    <ArticlePage article={{ ...article, ...change }} site={site} commentLine={commentLine}>
      <section id="comments" />
    </ArticlePage>,
  );
const textOf = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

describe('R2 the article page', () => {
  test('R2 section links in order, no comma at the end, then the comment line that leads to the comments', () => {
    const [kicker = ''] = /<p class="kicker">.*?<\/p>/.exec(page()) ?? [];
    expect(textOf(kicker)).toBe('Asia-Pacific, News, US 2 comments on it');
    expect([...kicker.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      '/asia-pacific',
      '/news',
      '/us',
      '#comments',
    ]);
    expect(page({}, null)).not.toContain('#comments"');
  });

  test('R2 one h1, standfirst, three authors with links, both times with their zones, minutes', () => {
    const html = page();
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('Talks &lt;/script&gt;&lt;b&gt;“on”&lt;/b&gt; &amp; on</h1>');
    expect(html).toContain('<p class="standfirst" dir="auto">What was said.</p>');
    expect(textOf(html)).toContain('By Ada Byline, Bo O’Neill and Cy');
    for (const href of ['/author/ada', '/author/bo', '/author/cy'])
      expect(html).toContain(`href="${href}" rel="author"`);
    // The hour that clocks skip lies between the two.
    expect(html).toContain('<time dateTime="2026-03-29T01:30:00+01:00">29 March 2026 at 01:30 CET</time>');
    expect(html).toContain('<time dateTime="2026-03-29T03:30:00+02:00">29 March 2026 at 03:30 CEST</time>');
    expect(html).toContain('4 minute read');
  });

  test('R2 without authors it is by Staff; without an update or correction nothing is said of them', () => {
    const html = page({ authors: [], updatedAt: null, corrections: [], tags: [], standfirst: '' });
    expect(textOf(html)).toContain('By Staff');
    for (const absent of ['Updated', 'Correction', 'Tags', 'standfirst']) expect(html).not.toContain(absent);
  });

  test('R2 body, tags, share links, correction, discussion, related', () => {
    const html = page();
    const order = [
      '<p>Body &amp; soul.</p>',
      'id="corrections"',
      'rel="tag"',
      'class="share"',
      'id="comments"',
      'id="related"',
    ];
    const places = order.map((part) => html.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(textOf(html)).toContain('Tags: Security, Trade');
    expect(textOf(html)).toContain('30 March 2026 It was 10.');
    expect(html).toContain('<q>It was 11.</q>');
    expect(html).toContain(`u=${encodeURIComponent('https://paper.example/asia-pacific/talks')}`);
    expect(html).toContain('mailto:?subject=Talks%20%3C%2Fscript%3E');
  });

  test('R6 nothing related, no heading', () => {
    expect(page({ related: [] })).not.toContain('related');
  });

  test('R4 caption and credit stand apart; a credit shows without a caption; the place of the picture is kept', () => {
    expect(page()).toContain(
      '<span class="caption">Trees (old ones)</span> <span class="credit">Agency</span>',
    );
    const creditOnly = page({ lead: { ...picture, caption: '' } });
    expect(creditOnly).toContain('<figcaption><span class="credit">Agency</span></figcaption>');
    expect(creditOnly).toContain('width="1600" height="900" alt="Bent trees"');
    expect(page({ lead: null })).not.toContain('<figure');
  });

  test('R14 a story in another language says so, and reads its own way', () => {
    const html = page({ lang: 'ar', title: 'محادثات' });
    expect(html).toContain('<h1 id="headline" lang="ar" dir="rtl">محادثات</h1>');
    expect(html).toContain('<div class="prose" lang="ar" dir="rtl">');
  });
});

test('R5 the comment line pluralises', () => {
  const { line } = site.words.comments;
  expect([0, 1, 2, 1234].map((n) => line(n, 'TITLE'))).toEqual([
    'No comments on TITLE',
    '1 comment on TITLE',
    '2 comments on TITLE',
    '1,234 comments on TITLE',
  ]);
});

describe('R11 metadata', () => {
  const html = renderToStaticMarkup(<StructuredData graph={articleGraph(article, site)} />);
  const graph = () => JSON.parse(html.replace(/^<script[^>]*>/, '').replace(/<\/script>$/, ''))['@graph'];

  test('R11 no title can break out of its element', () => {
    expect(html.match(/<\/script/g)).toHaveLength(1);
    expect(graph()[0].headline).toBe(article.title);
  });

  test('R11 NewsArticle has every author, dates with zones, the credit, and its corrections', () => {
    expect(graph()).toMatchObject([
      {
        '@type': 'NewsArticle',
        url: 'https://paper.example/asia-pacific/talks',
        datePublished: '2026-03-29T01:30:00+01:00',
        dateModified: '2026-03-30T14:00:00+02:00',
        author: [
          { name: 'Ada Byline', url: 'https://paper.example/author/ada' },
          { name: 'Bo O’Neill' },
          { name: 'Cy' },
        ],
        image: [{ creditText: 'Agency', width: 1280, height: 720 }],
        correction: [
          { '@type': 'CorrectionComment', text: 'It was 10.', datePublished: '2026-03-30T14:00:00+02:00' },
        ],
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { position: 1, name: 'Asia-Pacific' },
          { position: 2, item: 'https://paper.example/asia-pacific/talks' },
        ],
      },
      { '@type': 'NewsMediaOrganization', name: 'The Gazette' },
    ]);
  });

  test('R11 canonical, Open Graph and a large card with the picture', () => {
    expect(articleMetadata(article, site)).toMatchObject({
      alternates: { canonical: 'https://paper.example/asia-pacific/talks' },
      openGraph: {
        type: 'article',
        publishedTime: '2026-03-29T01:30:00+01:00',
        modifiedTime: '2026-03-29T03:30:00+02:00',
        images: [{ url: 'https://paper.example/media/a1b2c3d4/1280.jpeg', width: 1280, height: 720 }],
      },
      twitter: { card: 'summary_large_image' },
    });
    const drawn = articleMetadata({ ...article, lead: null }, site);
    expect(drawn).toMatchObject({
      openGraph: {
        images: [
          {
            url: expect.stringMatching(/^https:\/\/paper\.example\/media\/share\/7-[0-9a-f]{16}\.png$/),
            width: 1200,
            height: 630,
            alt: article.title,
            type: 'image/png',
          },
        ],
      },
      twitter: { card: 'summary_large_image' },
    });
    const unwritable = articleMetadata({ ...article, lead: null }, { ...site, siteName: '朝日' });
    expect(unwritable).toMatchObject({ openGraph: { images: undefined }, twitter: { card: 'summary' } });
  });

  test.each([
    ['en', 'en_US'],
    ['en-GB', 'en_GB'],
    ['de', 'de_DE'],
    ['zh-Hant', 'zh_TW'],
  ])('R11 Open Graph names %s with a territory: %s', (lang, locale) => {
    expect(articleMetadata({ ...article, lang }, site)).toMatchObject({ openGraph: { locale } });
  });

  test('R11 a page that staff wrote is no article to machines', () => {
    const { openGraph } = articleMetadata({ ...article, kind: 'page' }, site);
    expect(openGraph).toMatchObject({ type: 'website', title: article.title });
    expect(openGraph).not.toHaveProperty('publishedTime');
  });
});

describe('R1 the front page', () => {
  test('R1 an empty paper welcomes and leads to the desk', () => {
    const html = renderToStaticMarkup(
      <FrontPageView front={{ lead: null, seconds: [], strips: [], river: [] }} site={site} />,
    );
    expect(html).toContain('Welcome to The Gazette');
    expect(html).toContain('href="/admin"');
  });

  test('R1 headings fall one level at a time, each story has one link to it', () => {
    const story = (id: number) => ({ ...card, id, href: `/news/${id}`, title: `Story ${id}` });
    const front = {
      lead: story(1),
      seconds: [story(2)],
      strips: [{ section: named(1, 'News', '/news'), stories: [story(3), story(4)] }],
      river: [story(5)],
    };
    const html = renderToStaticMarkup(<FrontPageView front={front} site={site} />);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels).toEqual([1, 2, 2, 2, 3, 3, 2, 3]);
    for (const id of [1, 2, 3, 4, 5]) expect(html.split(`href="/news/${id}"`)).toHaveLength(2);
  });
});

test('R7 an empty list says so and leads on; a page offers its neighbours', () => {
  const list = {
    title: 'Sport',
    stories: [],
    newerHref: null,
    olderHref: null,
    feedHref: '/sport/feed.xml',
    site,
  };
  expect(renderToStaticMarkup(<ListPage {...list} />)).toContain('Nothing has been published here yet.');
  const middle = renderToStaticMarkup(
    <ListPage {...list} stories={[card]} newerHref="/sport" olderHref="/sport?before=1-1" />,
  );
  expect(middle).toContain('href="/sport" rel="prev"');
  expect(middle).toContain('href="/sport?before=1-1" rel="next"');
});

test('R12 gone and missing are told apart in words', () => {
  expect(renderToStaticMarkup(<NoPage state="gone" site={site} newest={[]} />)).toContain(
    'no longer published',
  );
  expect(renderToStaticMarkup(<NoPage state="missing" site={site} newest={[card]} />)).toContain(
    'There is no such page',
  );
});
