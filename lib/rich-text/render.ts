import { escapeHtml } from '@/lib/html';
import { pictureAddress, srcset, widthsFor } from '@/lib/pictures';
import { slugify } from '@/lib/slug';
import type { RichMark, RichNode, RichText } from './document';
import { isExternal, safeHref } from './links';
import { inlineText } from './text';

export interface RenderOptions {
  /** Put before addresses within the site, for feeds and mail: `https://example.com`, no slash at the end. */
  origin?: string;
}

interface Page {
  origin: string;
  headingIds: Set<string>;
}
type Draw = (node: RichNode, page: Page) => string;

/** The widest the text column gets, so that a browser fetches no larger picture than it shows. */
const sizes = '(min-width: 46rem) 44rem, 100vw';

/**
 * The body as HTML for readers. Only the tags written here can come out, all text is escaped and every link is checked
 * again, so that no stored document, however it got there, can run a script. Parts this version does not know are left
 * out with their text kept. Headings have ids beginning `h-`; a picture without a file is left out.
 */
export function renderHtml(document: RichText, { origin = '' }: RenderOptions = {}): string {
  const page: Page = { origin, headingIds: new Set() };
  return (document.content ?? []).map((node) => draw(node, page)).join('\n');
}

const draw: Draw = (node, page) => drawers.get(node.type)?.(node, page) ?? unknown(node);
const inner: Draw = (node, page) => (node.content ?? []).map((child) => draw(child, page)).join('');

const drawers = new Map<string, Draw>([
  ['paragraph', (node, page) => filled('p', inner(node, page))],
  ['heading', heading],
  ['bulletList', (node, page) => `<ul>${inner(node, page)}</ul>`],
  ['orderedList', orderedList],
  ['listItem', (node, page) => `<li>${listItem(node, page)}</li>`],
  ['blockquote', (node, page) => `<blockquote>${inner(node, page)}</blockquote>`],
  ['codeBlock', (node) => `<pre><code>${escapeHtml(inlineText(node))}</code></pre>`],
  ['horizontalRule', () => '<hr>'],
  ['hardBreak', () => '<br>'],
  ['figure', (node, page) => figure(node.attrs ?? {}, page)],
  [
    'text',
    (node, page) =>
      (node.marks ?? []).reduceRight((html, mark) => marked(html, mark, page), escapeHtml(node.text ?? '')),
  ],
]);

const filled = (tag: string, html: string): string => (html.trim() === '' ? '' : `<${tag}>${html}</${tag}>`);

function heading(node: RichNode, page: Page): string {
  const html = inner(node, page);
  if (html.trim() === '') return '';
  const level = node.attrs?.level === 3 || node.attrs?.level === 4 ? node.attrs.level : 2;
  return `<h${level} id="${headingId(inlineText(node), page)}">${html}</h${level}>`;
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

/** A list line of one paragraph stands without `<p>`, as people expect of a list. */
function listItem(node: RichNode, page: Page): string {
  const [first, ...rest] = node.content ?? [];
  if (first?.type !== 'paragraph') return inner(node, page);
  return inner(first, page) + rest.map((child) => draw(child, page)).join('');
}

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

function link(html: string, mark: RichMark, { origin }: Page): string {
  const href = safeHref(mark.attrs?.href);
  if (href === null) return html;
  const full = href.startsWith('/') ? origin + href : href;
  return `<a href="${escapeHtml(full)}"${isExternal(href) ? ' rel="external noopener"' : ''}>${html}</a>`;
}

function figure(attrs: Record<string, unknown>, { origin }: Page): string {
  const { hash, width, height } = attrs;
  if (typeof hash !== 'string' || !/^[\w-]{8,128}$/.test(hash)) return '';
  if (typeof width !== 'number' || typeof height !== 'number' || !(width > 0 && height > 0)) return '';
  const set = (format: 'avif' | 'webp' | 'jpeg') =>
    srcset({ hash, width }, format).replaceAll('/media/', `${escapeHtml(origin)}/media/`);
  const middle = widthsFor(width).findLast((offered) => offered <= 960) ?? 320;
  const src = escapeHtml(origin) + pictureAddress(hash, middle, 'jpeg');
  return [
    '<figure><picture>',
    `<source type="image/avif" srcset="${set('avif')}" sizes="${sizes}">`,
    `<source type="image/webp" srcset="${set('webp')}" sizes="${sizes}">`,
    `<img src="${src}" srcset="${set('jpeg')}" sizes="${sizes}" width="${width}" height="${height}" alt="${textAttr(attrs.alt)}" loading="lazy" decoding="async">`,
    `</picture>${figcaption(textAttr(attrs.caption), textAttr(attrs.credit))}</figure>`,
  ].join('');
}

function figcaption(caption: string, credit: string): string {
  const parts = [
    caption && `<span class="caption">${caption}</span>`,
    credit && `<span class="credit">${credit}</span>`,
  ].filter(Boolean);
  return parts.length > 0 ? `<figcaption>${parts.join(' ')}</figcaption>` : '';
}

const textAttr = (value: unknown): string => (typeof value === 'string' ? escapeHtml(value) : '');

/** What a newer version made: its words, if it has any, without its form. */
function unknown(node: RichNode): string {
  const text = allText(node).trim();
  return text === '' ? '' : escapeHtml(text);
}

const allText = (node: RichNode): string =>
  typeof node.text === 'string' ? node.text : (node.content ?? []).map(allText).join(' ');
