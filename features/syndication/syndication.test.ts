import { beforeAll, describe, expect, test } from 'vitest';
import { authors, tags } from '@/db/schema';
import { addCorrection, killArticle, publishArticle } from '@/features/articles/commands';
import { readSettings } from '@/features/settings/queries';
import { editSection } from '@/features/taxonomy/commands';
import { cacheTags } from '@/lib/cache-tags';
import { env } from '@/lib/env';
import { openPressNotes, type PressNotes, withPressNotes } from '@/lib/press-notes';
import { lastEvent, openTestNewsroom, staleSince, story, write } from '../articles/testing';
import { type FeedFormat, feedFiles } from './feed';
import {
  readFeed,
  readNewsSitemap,
  readRobots,
  readSitemap,
  readSitemapIndex,
  type SyndicatedFile,
} from './read';
import { all as everyOne, feedFaults, type Parsed, parseXml } from './testing';
import { element, xmlDocument } from './xml';

const { at, room } = await openTestNewsroom();
let id: number;
const hostile = 'Quotes " and \' & <b>tags</b> ]]> </script> \u0001\u{1f32c}\u{fe0f} עברית';
const origin = env().siteUrl;
const paragraphs = story('First <i>words</i>.', 'Last & least.').content ?? [];
const linked = (href: string) => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'link & "link"', marks: [{ type: 'link', attrs: { href } }] }],
});
/** One of everything that could be relative, run, or be referred to. */
const parts = (mediaId: number) => [
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'A <part> of it' }] },
  ...[
    '/news/other?a=1&b=2',
    '#h-a-part-of-it',
    'mailto:desk@paper.example',
    'javascript:alert(1)',
    '//other.example',
  ].map(linked),
  {
    type: 'figure',
    attrs: {
      mediaId,
      hash: 'a1b2c3d4e5f6',
      width: 1600,
      height: 900,
      alt: '"><script>',
      caption: '<b>',
      credit: '',
    },
  },
  { type: 'bulletList', content: [{ type: 'listItem', content: paragraphs }] },
  { type: 'horizontalRule' },
];

beforeAll(async () => {
  await at.setClock(-3600);
  const written = await write(room.as.editor, {
    title: hostile,
    slug: 'hostile',
    standfirst: 'In short & sweet',
    body: { type: 'doc', content: [...paragraphs, ...parts(room.picture.id)] },
    sectionIds: [room.asia, room.news],
    tagIds: [room.tag],
    authorIds: [room.author],
    leadMediaId: room.picture.id,
    leadCaption: 'A caption (Image Credit: Agency & Sons)',
  });
  id = written.id;
  await publishArticle(room.as.editor, { articleId: id });
  await at.setClock(0);
  await addCorrection(room.as.editor, { articleId: id, text: 'It rained.' });
});

const first = (node: Parsed, name: string): Parsed => {
  const [found] = everyOne(node, name);
  if (!found) throw new Error(`no <${name}>`);
  return found;
};

async function fetchFile(work: () => Promise<SyndicatedFile | { state: 'moved' | 'missing' | 'gone' }>) {
  const notes = openPressNotes();
  const found = await withPressNotes(notes, work);
  if (found.state !== 'live') throw new Error(`it is ${found.state}`);
  return { ...found, notes };
}

async function refused(work: () => Promise<unknown>): Promise<PressNotes> {
  const notes = openPressNotes();
  await withPressNotes(notes, work);
  return notes;
}

const served = async (shelf: string, format: FeedFormat) => {
  const { body, contentType } = await fetchFile(() => readFeed(shelf, format));
  return { body, contentType, url: `${origin}${shelf === '/' ? '' : shelf}/${feedFiles[format]}` };
};
const formats = Object.keys(feedFiles) as FeedFormat[];

describe('R9 feeds', () => {
  const title = hostile.replace('\u0001', '');
  const guid = () => `tag:${new URL(origin).hostname},${new Date().getUTCFullYear()}:article/${id}`;

  test('R9 RSS carries the whole text, authors, picture with credit, correction and its own address', async () => {
    const file = await fetchFile(() => readFeed('/', 'rss'));
    const channel = first(parseXml(file.body), 'channel');
    const item = first(channel, 'item');
    expect(first(channel, 'atom:link').attributes).toMatchObject({ rel: 'self', href: `${origin}/feed.xml` });
    expect(first(item, 'title').text).toBe(title);
    expect(first(item, 'link').text).toBe(`${origin}/asia-pacific/hostile`);
    expect(first(item, 'guid')).toMatchObject({ text: guid(), attributes: { isPermaLink: 'false' } });
    expect(first(item, 'dc:creator').text).toBe('Ada Byline');
    expect(everyOne(item, 'category').map(({ text }) => text)).toEqual(['Asia-Pacific', 'News', 'Storm']);
    expect(first(item, 'media:credit').text).toBe('Agency & Sons');
    expect(first(item, 'media:content').attributes).toMatchObject({
      url: `${origin}/media/${room.picture.hash}/1280.jpeg`,
      medium: 'image',
      width: '1280',
      height: '720',
    });
    const html = first(item, 'content:encoded').text;
    expect(html).toContain('<p>First &lt;i&gt;words&lt;/i&gt;.</p>');
    expect(html).toContain(`src="${origin}/media/`);
    expect(html).toContain('<span class="credit">Agency &amp; Sons</span>');
    expect(html).toContain('<strong>Correction: </strong>It rained.');
    expect(html).not.toMatch(/(?:src|href|srcset)="\//);
    expect(new Date(first(item, 'pubDate').text).getTime()).toBeLessThan(Date.now() - 3_590_000);
    expect(new Date(first(item, 'atom:updated').text).getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect([...file.notes.tags]).toEqual(expect.arrayContaining(['latest', 'settings', 'taxonomy']));
  });

  test('R9 Atom has an id, dates with zones and the same GUID; JSON Feed is version 1.1', async () => {
    const entry = first(parseXml((await fetchFile(() => readFeed('/news', 'atom'))).body), 'entry');
    expect(first(entry, 'id').text).toBe(guid());
    expect(first(entry, 'title').text).toBe(title);
    expect(first(entry, 'published').text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(first(entry, 'content').text).toContain('Last &amp; least.');

    const json = JSON.parse((await fetchFile(() => readFeed('/tag/storm', 'json'))).body);
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${origin}/tag/storm/feed.json`,
      items: [{ id: guid(), title, authors: [{ name: 'Ada Byline', url: `${origin}/author/ada-byline` }] }],
    });
  });

  test('R9 every shelf has feeds; an empty one is valid, an unknown one 404, a renamed one moves', async () => {
    for (const shelf of ['/sport', '/asia-pacific', '/author/ada-byline']) {
      const { body } = await fetchFile(() => readFeed(shelf, 'rss'));
      expect(everyOne(parseXml(body), 'item')).toHaveLength(shelf === '/sport' ? 0 : 1);
      parseXml((await fetchFile(() => readFeed(shelf, 'atom'))).body);
    }
    const [empty] = await at.db.insert(tags).values({ name: 'Nothing yet', slug: 'nothing-yet' }).returning();
    expect((await fetchFile(() => readFeed(`/tag/${empty?.slug}`, 'json'))).body).toContain('"items":[]');
    for (const shelf of ['/nowhere', '/tag/none', '/author/none', '/a/b/c', '/%00', `/${'x'.repeat(10_000)}`])
      expect((await refused(() => readFeed(shelf, 'rss'))).status, shelf.slice(0, 30)).toBe(404);
    expect(await refused(() => readFeed('/News', 'rss'))).toMatchObject({
      status: 301,
      location: '/news/feed.xml',
    });

    await editSection(room.as.administrator, {
      sectionId: room.sport,
      name: 'Sport',
      slug: 'sports',
      description: '',
    });
    expect(await refused(() => readFeed('/sport', 'atom'))).toMatchObject({
      status: 301,
      location: '/sports/atom.xml',
    });
  });
});

describe('R9 every feed is valid', () => {
  test('R9 site, section, tag and author, full or empty, in every format, by the rules of the validators', async () => {
    await at.db.insert(tags).values({ name: 'Ever & <empty>', slug: 'ever-empty' });
    for (const shelf of [
      '/',
      '/news',
      '/asia-pacific',
      '/tag/storm',
      '/tag/ever-empty',
      '/author/ada-byline',
    ])
      for (const format of formats)
        expect(feedFaults(await served(shelf, format)), `${shelf} as ${format}`).toEqual([]);
  });

  test.each<[FeedFormat, string, RegExp, string]>([
    [
      'rss',
      'a relative link in the text',
      /href=&quot;http:\/\/localhost:3000\/news\/other/,
      'href=&quot;/news/other',
    ],
    ['rss', 'a script', /&lt;hr&gt;/, '&lt;script&gt;&lt;/script&gt;'],
    ['rss', 'an id', /&lt;h2&gt;/, '&lt;h2 id=&quot;x&quot;&gt;'],
    ['rss', 'a date without a zone', / GMT<\/pubDate>/, '</pubDate>'],
    ['rss', 'the address of another feed', /href="[^"]*feed\.xml"/, 'href="http://localhost:3000/feed.xml"'],
    ['rss', 'an author without a name', /<dc:creator>[^<]*/, '<dc:creator>'],
    ['rss', 'an unclosed element', /&lt;\/figure&gt;/, ''],
    ['atom', 'no id', /<id>tag[^<]*<\/id>/, ''],
    ['atom', 'no date of change', /<updated>[^<]*<\/updated>/, ''],
    ['atom', 'an update before publication', /<published>\d{4}/, '<published>9999'],
    ['json', 'another version', /version\/1\.1/, 'version/1'],
    ['json', 'a date that is none', /"date_published":"[^"]*"/, '"date_published":"today"'],
  ])('R9 the rules notice, in %s, %s', async (format, _what, find, put) => {
    const feed = await served('/asia-pacific', format);
    expect(feed.body).toMatch(find);
    expect(feedFaults({ ...feed, body: feed.body.replace(find, put) })).not.toEqual([]);
  });
});

describe('R10 sitemaps', () => {
  test('R10 the index leads to sitemaps that name every page with its date and picture', async () => {
    const index = parseXml((await fetchFile(readSitemapIndex)).body);
    expect(everyOne(index, 'loc').map(({ text }) => text)).toEqual([
      `${origin}/sitemap-0.xml`,
      `${origin}/sitemap-1.xml`,
    ]);
    const part = parseXml((await fetchFile(() => readSitemap('1'))).body);
    expect(first(part, 'loc').text).toBe(`${origin}/asia-pacific/hostile`);
    expect(first(part, 'image:loc').text).toBe(`${origin}/media/${room.picture.hash}/1280.jpeg`);
    const shelves = parseXml((await fetchFile(() => readSitemap('0'))).body);
    expect(everyOne(shelves, 'loc').map(({ text }) => text)).toEqual(
      ['/', '/latest', '/news', '/asia-pacific', '/sports', '/author/ada-byline'].map((path) =>
        expect.stringMatching(new RegExp(`${path}$`)),
      ),
    );
    for (const part of ['2', '999999', '-1', 'x', '1.5', ''])
      expect((await refused(() => readSitemap(part))).status, part).toBe(404);
  });

  test('R10 the news sitemap names the paper and turns when its oldest story is two days old', async () => {
    const file = await fetchFile(readNewsSitemap);
    const url = first(parseXml(file.body), 'url');
    expect(first(url, 'news:title').text).toBe(hostile.replace('\u0001', ''));
    expect(first(url, 'news:language').text).toBe('en');
    expect(first(url, 'news:publication_date').text).toMatch(/(?:Z|[+-]\d\d:\d\d)$/);
    const hours = ((file.notes.goodUntil?.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(46.9);
    expect(hours).toBeLessThan(47);
  });

  test('R10 robots.txt keeps machines off the desk and names both sitemaps', async () => {
    const { body } = await fetchFile(readRobots);
    expect(body).toContain('Disallow: /admin/\n');
    expect(body).toContain(`Sitemap: ${origin}/sitemap.xml\n`);
    expect(body).toContain(`Sitemap: ${origin}/news-sitemap.xml\n`);
  });

  test('R12 a killed story is gone from every feed and sitemap at once, and from the last good copy of each', async () => {
    const before = await lastEvent(at);
    const files = [() => readFeed('/', 'rss'), () => readSitemap('1'), () => readNewsSitemap()];
    const tagsOf = await Promise.all(files.map(async (work) => (await fetchFile(work)).notes.tags));
    await killArticle(room.as.editor, { articleId: id });
    const stale = await staleSince(at, before);
    for (const tags of tagsOf) {
      expect([...tags].some((tag) => stale.has(tag))).toBe(true);
      expect([...tags].some((tag) => stale.has(cacheTags.gone(tag)))).toBe(true);
    }
    for (const work of [
      () => readFeed('/', 'rss'),
      () => readFeed('/news', 'atom'),
      () => readFeed('/tag/storm', 'json'),
      () => readNewsSitemap(),
    ])
      expect((await fetchFile(work)).body).not.toContain('hostile');
    // R10: after two days without news the file names the front page, as no news.
    const quiet = parseXml((await fetchFile(readNewsSitemap)).body);
    expect(everyOne(quiet, 'loc').map(({ text }) => text)).toEqual([`${origin}/`]);
    expect(everyOne(quiet, 'news:news')).toEqual([]);
    expect((await refused(() => readSitemap('1'))).status).toBe(404);
  });
});

test('R9 a story in another language says so, one without authors is by the paper, several are all named', async () => {
  const { as, sport } = room;
  const [second] = await at.db.insert(authors).values({ name: 'Bo & Bo', slug: 'bo' }).returning();
  const all = [
    { title: 'مقال', lang: 'ar', authorIds: [room.author, second?.id ?? 0] },
    { title: 'Nobody’s', authorIds: [] },
  ];
  for (const content of all) {
    const { id: articleId } = await write(as.editor, { ...content, sectionIds: [sport] });
    await publishArticle(as.editor, { articleId });
  }
  const shelf = '/sports';
  for (const format of formats) expect(feedFaults(await served(shelf, format)), format).toEqual([]);
  const { siteName } = await readSettings(at.system);
  const items = everyOne(parseXml((await served(shelf, 'rss')).body), 'item');
  expect(items.map((item) => everyOne(item, 'dc:creator').map(({ text }) => text))).toEqual([
    [siteName],
    ['Ada Byline', 'Bo & Bo'],
  ]);
  expect(first(items[1] as Parsed, 'dc:language').text).toBe('ar');
  const [, foreign] = everyOne(parseXml((await served(shelf, 'atom')).body), 'entry');
  expect(foreign?.attributes['xml:lang']).toBe('ar');
  expect(everyOne(foreign as Parsed, 'name').map(({ text }) => text)).toEqual(['Ada Byline', 'Bo & Bo']);
});

test.each([
  ['control characters', 'a\u0000b\ufffec\u0008', 'abc'],
  ['a lone surrogate', 'a\ud800', 'a\ufffd'],
  ['line ends', 'a\r\nb', 'a\nb'],
  ['the end of a CDATA section', ']]>', ']]>'],
  ['a comment', '<!-- -->', '<!-- -->'],
  ['an entity', '&amp;&nbsp;', '&amp;&nbsp;'],
  ['the last character there is', '\u{10ffff}', '\u{10ffff}'],
])('R9 XML stays well-formed over %s', (_what, given, expected) => {
  const parsed = parseXml(xmlDocument(element('a', given, { b: given })));
  expect(parsed.text).toBe(expected);
  expect(parsed.attributes.b).toBe(expected.replace('\n', ' '));
});
