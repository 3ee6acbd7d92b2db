import { escapeHtml } from '@/lib/html';
import { slugify } from '@/lib/slug';
import type { RichMark, RichNode, RichText } from './document';
import { isExternal, safeHref } from './links';
import { drawFile } from './render-file';
import {
  drawEmbed,
  drawFigure,
  drawGallery,
  drawNotes,
  drawReference,
  drawStoryCard,
  type Where,
  words,
} from './render-parts';
import { drawTable } from './render-table';
import { allText, inlineText } from './text';
import { childrenOf, isNode } from './unknown';

export interface RenderOptions {
  /**
   * For feeds and mail, which have neither our style sheet nor our script: put before addresses within the site.
   * `https://example.com`, no slash at the end.
   */
  origin?: string;
  /** The page that has this text, for links to a part of it; without one they would lead nowhere and are left out. */
  pageUrl?: string;
}

interface Page extends Where {
  pageUrl: string;
  headingIds: Set<string>;
  /** The footnotes so far, as HTML. */
  notes: string[];
}
type Draw = (node: RichNode, page: Page) => string;

/**
 * The body as HTML for readers. Only the tags written here can come out, all text is escaped and every link is checked
 * again, so that no stored document, however it got there, can run a script. Parts this version does not know are left
 * out with their text kept, and so is a part that is damaged. Headings have ids beginning `h-`; footnotes `fn-` and `fnref-`.
 */
export function renderHtml(document: RichText, { origin = '', pageUrl = '' }: RenderOptions = {}): string {
  const page: Page = { origin, pageUrl, away: origin !== '', headingIds: new Set(), notes: [] };
  const parts = childrenOf(document).map((node) => draw(node, page));
  return [...parts, ...drawNotes(page.notes, page)].join('\n');
}

const draw: Draw = (node, page) => drawers.get(node.type)?.(node, page) ?? unknown(node);
const inner: Draw = (node, page) =>
  childrenOf(node)
    .map((child) => draw(child, page))
    .join('');

const drawers = new Map<string, Draw>([
  ['paragraph', (node, page) => filled('p', inner(node, page))],
  ['heading', heading],
  ['bulletList', (node, page) => `<ul>${inner(node, page)}</ul>`],
  ['orderedList', orderedList],
  ['listItem', (node, page) => `<li>${ownLine(node, page)}</li>`],
  ['blockquote', (node, page) => `<blockquote>${inner(node, page)}</blockquote>`],
  [
    'callout',
    (node, page) =>
      page.away ? inner(node, page) : `<div class="callout" role="note">${inner(node, page)}</div>`,
  ],
  ['pullQuote', pullQuote],
  ['codeBlock', codeBlock],
  ['horizontalRule', () => '<hr>'],
  ['hardBreak', () => '<br>'],
  ['figure', (node, page) => drawFigure(attrsOf(node), page)],
  ['gallery', drawGallery],
  ['embed', (node, page) => drawEmbed(attrsOf(node), page)],
  ['storyCard', (node, page) => drawStoryCard(attrsOf(node), page)],
  ['file', (node, page) => drawFile(attrsOf(node), page)],
  ['table', (node, page) => drawTable(node, page, (cell) => ownLine(cell, page)) || unknown(node)],
  ['footnote', footnote],
  [
    'text',
    (node, page) =>
      (Array.isArray(node.marks) ? node.marks : [])
        .filter(isNode)
        .reduceRight((html, mark) => marked(html, mark, page), words(node.text)),
  ],
]);

const filled = (tag: string, html: string): string => (html.trim() === '' ? '' : `<${tag}>${html}</${tag}>`);

function heading(node: RichNode, page: Page): string {
  const html = inner(node, page);
  if (html.trim() === '') return '';
  const level = node.attrs?.level === 3 || node.attrs?.level === 4 ? node.attrs.level : 2;
  const id = page.away ? '' : ` id="${headingId(inlineText(node), page)}"`;
  return `<h${level}${id}>${html}</h${level}>`;
}

/** The prefix keeps a heading "Comments" from taking the id of the page's own part of that name. */
function headingId(text: string, { headingIds }: Page): string {
  const base = `h-${slugify(text) || 'part'}`;
  let id = base;
  for (let n = 2; headingIds.has(id); n++) id = `${base}-${n}`;
  headingIds.add(id);
  return id;
}

function orderedList(node: RichNode, page: Page): string {
  const start = Number.isInteger(node.attrs?.start) ? Number(node.attrs?.start) : 1;
  return `<ol${start === 1 ? '' : ` start="${start}"`}>${inner(node, page)}</ol>`;
}

/** A list line or cell of one paragraph stands without `<p>`, as people expect of it. */
function ownLine(node: RichNode, page: Page): string {
  const [first, ...rest] = childrenOf(node);
  if (first?.type !== 'paragraph') return inner(node, page);
  return inner(first, page) + rest.map((child) => draw(child, page)).join('');
}

function codeBlock(node: RichNode, { away }: Page): string {
  const language = words(attrsOf(node).language);
  const label = language && !away ? ` data-language="${language}"` : '';
  // Long lines scroll sideways, which must be possible without a mouse.
  return `<pre${label}${away ? '' : ' tabindex="0"'}><code>${escapeHtml(inlineText(node))}</code></pre>`;
}

function pullQuote(node: RichNode, page: Page): string {
  const html = inner(node, page);
  if (html.trim() === '') return '';
  const source = words(attrsOf(node).source);
  const from = source && `<figcaption>${source}</figcaption>`;
  return `<figure${page.away ? '' : ' class="pull-quote"'}><blockquote><p>${html}</p></blockquote>${from}</figure>`;
}

function footnote(node: RichNode, page: Page): string {
  const html = inner(node, page).trim();
  return html === '' ? '' : drawReference(page.notes.push(html), page);
}

const attrsOf = (node: RichNode): Record<string, unknown> =>
  typeof node.attrs === 'object' && node.attrs !== null ? node.attrs : {};

const tags: Record<string, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
};

function marked(html: string, mark: RichMark, page: Page): string {
  if (mark.type === 'link') return link(html, mark, page);
  const tag = Object.hasOwn(tags, mark.type) ? tags[mark.type] : undefined;
  return tag ? `<${tag}>${html}</${tag}>` : html;
}

function link(html: string, mark: RichMark, { origin, pageUrl, away }: Page): string {
  const href = safeHref(mark.attrs?.href);
  if (href === null || (href.startsWith('#') && away && !pageUrl)) return html;
  const full = href.startsWith('/') ? origin + href : href.startsWith('#') ? pageUrl + href : href;
  return `<a href="${escapeHtml(full)}"${isExternal(href) ? ' rel="external noopener"' : ''}>${html}</a>`;
}

/** What a newer version made: its words, if it has any, without its form. */
function unknown(node: RichNode): string {
  const text = allText(node).trim();
  return text === '' ? '' : escapeHtml(text);
}
