import { SaxesParser } from 'saxes';

/** An element of a parsed document; names as written, with their prefix. */
export interface Parsed {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Parsed[];
}

/** The document as a tree, by a parser that refuses what is not well-formed or uses an undeclared prefix. */
export function parseXml(xml: string): Parsed {
  const root: Parsed = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node = {
      name,
      attributes: Object.fromEntries(Object.values(attributes).map((a) => [a.name, a.value])),
      text: '',
      children: [],
    };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [document] = root.children;
  if (!document) throw new Error('no element');
  return document;
}

/** Every element of that name below, in document order. */
export const all = (node: Parsed, name: string): Parsed[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

export interface ServedFeed {
  /** The address it was fetched from. */
  url: string;
  contentType: string;
  body: string;
}

/**
 * What the W3C's feed validator would say against a feed, and what JSON Feed 1.1 demands; empty when it is valid. Sources:
 * rssboard.org/rss-specification, RFC 4287, jsonfeed.org/version/1.1, validator.w3.org/feed/docs.
 */
export function feedFaults(feed: ServedFeed): string[] {
  const found = new Faults();
  found.check(!control.test(feed.body) && feed.body.isWellFormed(), 'characters that XML forbids');
  found.check(feed.body.length < 2_000_000, 'too long for readers of feeds');
  if (feed.contentType.startsWith('application/feed+json')) jsonFaults(feed, found);
  else {
    found.check(feed.body.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<'), 'XML declaration');
    const root = parseXml(feed.body);
    if (root.name === 'rss') rssFaults(root, feed, found);
    else if (root.name === 'feed') atomFaults(root, feed, found);
    else found.check(false, `neither RSS nor Atom: ${root.name}`);
  }
  return found.sentences;
}

class Faults {
  readonly sentences: string[] = [];
  check(holds: boolean, sentence: string): void {
    if (!holds) this.sentences.push(sentence);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const languageTag = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const rfc822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/;

const isAbsolute = (url: string): boolean => /^https?:\/\/[^/\s]+\/[^\s]*$/.test(url) && URL.canParse(url);
const isIri = (id: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/i.test(id);
/** A date that says what weekday it was says the right one. */
const isRfc822 = (text: string): boolean =>
  rfc822.test(text) && new Date(text).toUTCString().slice(0, 3) === text.slice(0, 3);
const isPast = (text: string): boolean => new Date(text).getTime() <= Date.now() + 60_000;
const areDistinct = (values: string[]): boolean => new Set(values).size === values.length;

/** The direct children of that name. */
const own = (node: Parsed, name: string): Parsed[] => node.children.filter((child) => child.name === name);
const textOf = (node: Parsed, name: string): string => own(node, name)[0]?.text ?? '';

function rssFaults(root: Parsed, { url, contentType }: ServedFeed, found: Faults): void {
  found.check(contentType === 'application/rss+xml; charset=utf-8', `type ${contentType}`);
  found.check(root.attributes.version === '2.0', 'version');
  const channels = own(root, 'channel');
  found.check(channels.length === 1 && root.children.length === 1, 'one channel');
  const [channel] = channels;
  if (!channel) return;
  for (const name of ['title', 'link', 'description', 'language'])
    found.check(own(channel, name).length === 1 && textOf(channel, name).trim() !== '', `channel ${name}`);
  found.check(isAbsolute(textOf(channel, 'link')), 'channel link');
  found.check(languageTag.test(textOf(channel, 'language')), 'channel language');
  for (const { text } of own(channel, 'lastBuildDate')) found.check(isRfc822(text), `lastBuildDate ${text}`);
  selfFaults(own(channel, 'atom:link'), url, 'application/rss+xml', found);
  const items = own(channel, 'item');
  found.check(areDistinct(items.map((item) => textOf(item, 'guid'))), 'guids differ');
  for (const item of items) itemFaults(item, found);
}

function itemFaults(item: Parsed, found: Faults): void {
  const at = `item ${textOf(item, 'guid')}`;
  for (const name of ['title', 'link', 'guid', 'pubDate', 'description', 'content:encoded', 'atom:updated'])
    found.check(own(item, name).length === 1, `${at}: one ${name}`);
  found.check(textOf(item, 'title').trim() !== '', `${at}: title`);
  found.check(isAbsolute(textOf(item, 'link')), `${at}: link`);
  const [guid] = own(item, 'guid');
  found.check(guid?.attributes.isPermaLink === 'false' && isIri(guid.text), `${at}: guid`);
  found.check(isRfc822(textOf(item, 'pubDate')) && isPast(textOf(item, 'pubDate')), `${at}: pubDate`);
  found.check(rfc3339.test(textOf(item, 'atom:updated')), `${at}: updated`);
  const creators = own(item, 'dc:creator');
  found.check(creators.length > 0 && creators.every(({ text }) => text.trim() !== ''), `${at}: creators`);
  for (const { text } of own(item, 'dc:language')) found.check(languageTag.test(text), `${at}: language`);
  for (const { text } of own(item, 'category')) found.check(text.trim() !== '', `${at}: category`);
  for (const picture of own(item, 'media:content')) {
    const { url = '', width = '', height = '', medium, type = '' } = picture.attributes;
    found.check(isAbsolute(url) && medium === 'image' && type.startsWith('image/'), `${at}: media:content`);
    found.check(Number(width) > 0 && Number(height) > 0, `${at}: size of media:content`);
  }
  htmlFaults(textOf(item, 'content:encoded'), at, found);
}

function atomFaults(feed: Parsed, { url, contentType }: ServedFeed, found: Faults): void {
  found.check(contentType === 'application/atom+xml; charset=utf-8', `type ${contentType}`);
  found.check(feed.attributes.xmlns === 'http://www.w3.org/2005/Atom', 'namespace');
  found.check(languageTag.test(feed.attributes['xml:lang'] ?? ''), 'feed language');
  for (const name of ['id', 'title', 'updated'])
    found.check(own(feed, name).length === 1, `feed: one ${name}`);
  found.check(isIri(textOf(feed, 'id')) && textOf(feed, 'title').trim() !== '', 'feed id and title');
  found.check(rfc3339.test(textOf(feed, 'updated')), 'feed updated');
  const links = own(feed, 'link');
  selfFaults(
    links.filter(({ attributes }) => attributes.rel === 'self'),
    url,
    'application/atom+xml',
    found,
  );
  for (const { attributes } of links) found.check(isAbsolute(attributes.href ?? ''), 'feed link');
  authorFaults(feed, 'feed', found);
  found.check(own(feed, 'author').length > 0, 'feed: an author for entries that have none');
  const entries = own(feed, 'entry');
  found.check(areDistinct(entries.map((entry) => textOf(entry, 'id'))), 'ids differ');
  for (const entry of entries) entryFaults(entry, found);
}

function entryFaults(entry: Parsed, found: Faults): void {
  const at = `entry ${textOf(entry, 'id')}`;
  for (const name of ['id', 'title', 'updated', 'published', 'content', 'summary'])
    found.check(own(entry, name).length === 1, `${at}: one ${name}`);
  found.check(isIri(textOf(entry, 'id')) && textOf(entry, 'title').trim() !== '', `${at}: id and title`);
  const [published, updated] = [textOf(entry, 'published'), textOf(entry, 'updated')];
  found.check(rfc3339.test(published) && rfc3339.test(updated), `${at}: dates`);
  found.check(new Date(published) <= new Date(updated) && isPast(updated), `${at}: order of dates`);
  const links = own(entry, 'link');
  found.check(
    links.filter(({ attributes }) => attributes.rel === 'alternate').length === 1,
    `${at}: alternate`,
  );
  for (const { attributes } of links)
    found.check(isAbsolute(attributes.href ?? '') && Boolean(attributes.type), `${at}: link`);
  for (const { attributes } of own(entry, 'category'))
    found.check(Boolean(attributes.term), `${at}: category`);
  const lang = entry.attributes['xml:lang'];
  found.check(lang === undefined || languageTag.test(lang), `${at}: language`);
  authorFaults(entry, at, found);
  found.check(own(entry, 'content')[0]?.attributes.type === 'html', `${at}: type of content`);
  htmlFaults(textOf(entry, 'content'), at, found);
}

function authorFaults(node: Parsed, at: string, found: Faults): void {
  for (const author of own(node, 'author')) {
    found.check(textOf(author, 'name').trim() !== '', `${at}: author’s name`);
    for (const { text } of own(author, 'uri')) found.check(isAbsolute(text), `${at}: author’s address`);
  }
}

function selfFaults(links: Parsed[], url: string, type: string, found: Faults): void {
  found.check(links.length === 1, 'one link to itself');
  const { rel, href, type: given } = links[0]?.attributes ?? {};
  found.check(rel === 'self' && href === url && given === type, `link to itself: ${href}`);
}

function jsonFaults({ url, contentType, body }: ServedFeed, found: Faults): void {
  found.check(contentType === 'application/feed+json; charset=utf-8', `type ${contentType}`);
  const feed = JSON.parse(body);
  found.check(!body.includes('null'), 'nothing is null');
  found.check(feed.version === 'https://jsonfeed.org/version/1.1', 'version');
  found.check(typeof feed.title === 'string' && feed.title !== '', 'title');
  found.check(feed.feed_url === url && isAbsolute(feed.home_page_url), 'addresses');
  found.check(languageTag.test(feed.language), 'language');
  found.check(areDistinct(feed.items.map(({ id }: { id: string }) => id)), 'ids differ');
  for (const item of feed.items) {
    const at = `item ${item.id}`;
    found.check(
      typeof item.id === 'string' && isAbsolute(item.url) && item.title !== '',
      `${at}: id, url, title`,
    );
    found.check(rfc3339.test(item.date_published) && rfc3339.test(item.date_modified), `${at}: dates`);
    found.check(item.image === undefined || isAbsolute(item.image), `${at}: image`);
    found.check(item.language === undefined || languageTag.test(item.language), `${at}: language`);
    for (const author of item.authors ?? [])
      found.check(author.name !== '' && isAbsolute(author.url), `${at}: author`);
    found.check(
      item.tags.every((tag: unknown) => typeof tag === 'string' && tag !== ''),
      `${at}: tags`,
    );
    htmlFaults(item.content_html, at, found);
  }
}

/** What readers of feeds let through; everything else they cut out, or the whole item. */
const allowed = new Set(
  'a blockquote br code em figcaption figure h2 h3 h4 hr img li ol p pre q s span strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);
const empty = new Set(['br', 'hr', 'img']);

/** A text must stand by itself anywhere: whole addresses, nothing that runs, styles or is referred to, every tag closed. */
function htmlFaults(html: string, at: string, found: Faults): void {
  const open: string[] = [];
  for (const [, close, name = '', attributes = ''] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/gi,
  )) {
    found.check(allowed.has(name), `${at}: <${name}>`);
    if (close) found.check(open.pop() === name, `${at}: </${name}>`);
    else if (!empty.has(name)) open.push(name);
    for (const [, attribute = '', value = ''] of attributes.matchAll(/\s([a-z-]+)="([^"]*)"/gi)) {
      found.check(!/^(?:id|style|on.*|srcset)$/i.test(attribute), `${at}: ${attribute} on <${name}>`);
      if (attribute === 'src') found.check(isAbsolute(value), `${at}: src ${value}`);
      if (attribute === 'href')
        found.check(isAbsolute(value) || /^(?:mailto|tel):/.test(value), `${at}: href ${value}`);
    }
    if (name === 'img') found.check(/\salt="/.test(attributes), `${at}: alt`);
  }
  found.check(open.length === 0, `${at}: open ${open}`);
  const bare = html.replace(/<\/?[a-z][^<>]*>/gi, '');
  found.check(!/[<>]/.test(bare), `${at}: a bare < or >`);
}
