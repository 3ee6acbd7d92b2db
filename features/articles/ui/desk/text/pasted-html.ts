import { mendLists, readWordLists } from './pasted-lists';
import { readNotes } from './pasted-notes';
import { readOfficeMarks } from './pasted-office';
import { markPictures, type PastedPicture } from './pasted-pictures';
import { mendWords } from './pasted-words';

const dropped =
  'script, style, meta, link, title, base, xml, template, noscript, iframe, object, svg, button, input, select';

/**
 * What another program put on the clipboard, as HTML that the editor's schema reads well: structure kept, styling gone,
 * no word lost (D2). Knows Word's false lists, tracked changes and notes, Google Docs' wrappers, mail programs' line breaks,
 * tables for layout and pictures (see `markPictures`). The editor's own copies pass untouched. The document made here loads nothing and runs
 * nothing.
 */
export function cleanPastedHtml(
  html: string,
  beside: () => File[] = () => [],
): { html: string; pictures: PastedPicture[]; unread: number } {
  const { body, head } = new DOMParser().parseFromString(html, 'text/html');
  if (body.querySelector('[data-pm-slice]')) return { html, pictures: [], unread: 0 };
  readOfficeMarks(body, [...head.querySelectorAll('style')].map((sheet) => sheet.textContent).join('\n'));
  readWordLists(body);
  readNotes(body);
  for (const element of body.querySelectorAll(dropped)) element.remove();
  removeComments(body);
  const taken = markPictures(body, html.includes('file:') ? beside() : []);
  for (const element of [...body.querySelectorAll<HTMLElement>('*')]) tidy(element);
  mendWords(body);
  mendLists(body);
  rankHeadings(body);
  for (const table of [...body.querySelectorAll('table')]) mendTable(table);
  splitAtBreaks(body);
  dropEmpty(body);
  return { html: body.innerHTML, ...taken };
}

function removeComments(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
}

/** One element without its look: hidden ones go, wrappers are opened, what a style meant becomes a tag. */
function tidy(element: HTMLElement): void {
  const style = element.getAttribute('style') ?? '';
  if (/display:\s*none|mso-hide:\s*all/i.test(style) && element.textContent?.trim() === '') {
    element.remove();
    return;
  }
  const name = element.localName;
  // Google Docs wraps everything in a <b> that is not bold; Word in <o:p> and <font>.
  if (
    (name === 'b' && /font-weight:\s*(?:normal|400)/i.test(style)) ||
    name.includes(':') ||
    name === 'font'
  ) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (name === 'a') mendLink(element);
  else if (name === 'span' && !element.hasAttribute('data-footnote')) spanToTags(element, style);
  for (const attribute of [...element.attributes])
    if (!kept.has(`${name} ${attribute.name}`)) element.removeAttribute(attribute.name);
}

const kept = new Set([
  'a href',
  'ol start',
  'span data-footnote',
  'table data-caption',
  'td colspan',
  'th colspan',
  'td rowspan',
  'th rowspan',
]);

/** A search engine's or mail program's detour is taken out of the address. */
function mendLink(element: HTMLElement): void {
  const href = element.getAttribute('href') ?? '';
  const detour = /^https:\/\/www\.google\.[a-z.]+\/url\?(?:.*&)?q=([^&]+)/.exec(href);
  if (detour) element.setAttribute('href', decoded(detour[1] ?? ''));
  for (const line of element.querySelectorAll('u')) line.replaceWith(...line.childNodes);
}

/** As it stands where it is no valid coding: a paste must not end at a link. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function spanToTags(element: HTMLElement, style: string): void {
  const insideLink = element.closest('a') !== null || element.querySelector('a') !== null;
  const tags = [
    /font-weight:\s*(?:bold|[6-9]00)/i.test(style) && 'strong',
    /font-style:\s*italic/i.test(style) && 'em',
    /text-decoration[^;]*:[^;]*line-through/i.test(style) && 's',
    /text-decoration[^;]*:[^;]*underline/i.test(style) && !insideLink && 'u',
  ].filter((tag): tag is string => typeof tag === 'string');
  let inner: Node[] = [...element.childNodes];
  for (const tag of tags) {
    const wrapper = element.ownerDocument.createElement(tag);
    wrapper.append(...inner);
    inner = [wrapper];
  }
  element.replaceWith(...inner);
}

/** A story's headings are of rank 2 to 4. A lone h1 at the top is a title; several are the document's chapters. */
function rankHeadings(body: HTMLElement): void {
  const headings = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const chapters = headings.filter((heading) => heading.localName === 'h1').length > 1;
  for (const heading of headings) {
    const rank = Number(heading.localName[1]) + (chapters ? 1 : 0);
    rename(heading, `h${Math.min(4, Math.max(2, rank))}`);
  }
}

function rename(element: Element, name: string): void {
  if (element.localName === name) return;
  const renamed = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of element.attributes) renamed.setAttribute(attribute, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/**
 * A caption is one, and no row; cells of a head are headings. A table of one column was only there for the layout: what
 * stands in it stays.
 */
function mendTable(table: HTMLTableElement): void {
  for (const cell of table.querySelectorAll(':scope > thead > tr > td')) rename(cell, 'th');
  const rows = [...table.rows];
  const { caption } = table;
  caption?.remove();
  if (rows.some((row) => row.cells.length > 1)) {
    const words = caption?.textContent?.replace(/\s+/g, ' ').trim();
    if (words) table.setAttribute('data-caption', words);
    return;
  }
  const cells = [...(caption ? [caption] : []), ...rows.flatMap((row) => [...row.cells])];
  table.replaceWith(...cells.flatMap((cell) => [...cell.childNodes]));
}

const blockNames =
  'address, article, aside, blockquote, dd, div, dl, dt, figcaption, figure, footer, h2, h3, h4, header, hr, li, main, nav, ol, p, pre, section, table, ul';

/** Two line breaks in a row were meant as a new paragraph; one between blocks was meant as air. */
function splitAtBreaks(body: HTMLElement): void {
  for (const holder of [body, ...body.querySelectorAll<HTMLElement>('p, div, section, article')]) {
    if (holder.querySelector(blockNames)) {
      for (const line of holder.querySelectorAll(':scope > br')) line.remove();
      continue;
    }
    const groups = groupsBetweenBreaks(holder);
    if (groups.length < 2) continue;
    const paragraphs = groups.map((nodes) => {
      const paragraph = holder.ownerDocument.createElement('p');
      paragraph.append(...nodes);
      return paragraph;
    });
    if (holder === body) holder.replaceChildren(...paragraphs);
    else holder.replaceWith(...paragraphs);
  }
}

function groupsBetweenBreaks(holder: HTMLElement): Node[][] {
  const groups: Node[][] = [[]];
  const nodes = [...holder.childNodes];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as Node;
    let next = at + 1;
    while (nodes[next]?.nodeType === Node.TEXT_NODE && nodes[next]?.textContent?.trim() === '') next++;
    if (isBreak(node) && isBreak(nodes[next])) {
      while (isBreak(nodes[next]) || nodes[next]?.textContent?.trim() === '') next++;
      if (next < nodes.length) groups.push([]);
      at = next - 1;
    } else groups.at(-1)?.push(node);
  }
  return groups;
}

const isBreak = (node: Node | undefined): boolean => node?.nodeName === 'BR';

/** Word's empty paragraphs, and the hard spaces it pads with. */
function dropEmpty(body: HTMLElement): void {
  for (const block of [...body.querySelectorAll('p, h2, h3, h4, li, div')]) {
    const text = (block.textContent ?? '').replaceAll('\u00a0', ' ').trim();
    if (text === '' && !block.querySelector('hr')) block.remove();
  }
}
