import { escapeHtml } from '@/lib/html';
import { type PictureFormat, pictureAddress, srcset, widthsFor } from '@/lib/pictures';
import type { RichNode } from './document';
import { embedOf } from './embeds';
import { isExternal, safeHref } from './links';
import { storyCardPlace } from './story-cards';
import { childrenOf } from './unknown';

/** Pictures, embeds and notes as HTML. Only what is written here comes out: all text is escaped, all addresses checked. */

/** The widest the text column gets, so that a browser fetches no larger picture than it shows. */
const alone = '(min-width: 46rem) 44rem, 100vw';
const inGallery = '(min-width: 46rem) 22rem, 50vw';

/** `away` is a feed or a mail, which has neither our style sheet nor our script. */
export interface Where {
  origin: string;
  away: boolean;
}

export function drawGallery(node: RichNode, where: Where): string {
  const figures = childrenOf(node).flatMap(
    ({ type, attrs }) => (type === 'figure' && drawFigure(attrs ?? {}, where, inGallery)) || [],
  );
  return where.away || figures.length < 2
    ? figures.join('\n')
    : `<div class="gallery">${figures.join('')}</div>`;
}

/** A picture without a file is left out. */
export function drawFigure(attrs: Record<string, unknown>, { origin, away }: Where, sizes = alone): string {
  const { hash, width, height } = attrs;
  if (typeof hash !== 'string' || !/^[\w-]{8,128}$/.test(hash)) return '';
  if (!isSize(width) || !isSize(height)) return '';
  const picture = { hash, width, height, alt: words(attrs.alt) };
  const drawn = away ? plainImage(picture, origin) : drawPicture(picture, sizes);
  return `<figure>${drawn}${figcaption(words(attrs.caption), words(attrs.credit))}</figure>`;
}

interface Drawn {
  hash: string;
  width: number;
  height: number;
  /** Escaped. */
  alt: string;
}

/** A picture in all its sizes and formats. */
export function drawPicture({ hash, width, height, alt }: Drawn, sizes: string): string {
  const set = (format: PictureFormat) => srcset({ hash, width }, format);
  const src = pictureAddress(hash, widestTo(960, width), 'jpeg');
  return [
    `<picture><source type="image/avif" srcset="${set('avif')}" sizes="${sizes}">`,
    `<source type="image/webp" srcset="${set('webp')}" sizes="${sizes}">`,
    `<img src="${src}" srcset="${set('jpeg')}" sizes="${sizes}" width="${width}" height="${height}" alt="${alt}" loading="lazy" decoding="async">`,
    '</picture>',
  ].join('');
}

/** What any reader of feeds and mails can show. */
function plainImage({ hash, width, height, alt }: Drawn, origin: string): string {
  const shown = widestTo(1280, width);
  const src = escapeHtml(origin) + pictureAddress(hash, shown, 'jpeg');
  return `<img src="${src}" width="${shown}" height="${Math.round((shown * height) / width)}" alt="${alt}">`;
}

const widestTo = (limit: number, width: number): number =>
  widthsFor(width).findLast((offered) => offered <= limit) ?? 320;

const isSize = (value: unknown): value is number => typeof value === 'number' && value > 0;

/**
 * A place for the frame, empty until a reader asks for it, and under it the way to the original, which is all there is
 * without scripts (R19). What is not known is a link.
 */
export function drawEmbed(attrs: Record<string, unknown>, { away }: Where): string {
  const href = safeHref(attrs.url);
  const caption = words(attrs.caption);
  if (href === null || !isExternal(href)) return caption && `<p>${caption}</p>`;
  const embed = embedOf(href);
  const shown = escapeHtml(shortened(href));
  const link = `<a href="${escapeHtml(href)}" rel="external noopener">${embed ? `${embed.name}: ${shown}` : shown}</a>`;
  if (away || embed === null) return `<p>${caption && `${caption} `}${link}</p>`;
  return [
    `<figure class="embed ${embed.shape}">`,
    `<div class="embed-box" data-embed="${escapeHtml(embed.frame)}" data-name="${embed.name}">${embed.name}</div>`,
    `<figcaption>${caption && `<span class="caption">${caption}</span> `}${link}</figcaption></figure>`,
  ].join('');
}

/**
 * On the page, the place of a card (see `fillStoryCards`). Away from it the text is not kept but drawn anew each time: there
 * it is a link, if the story that it points at was looked up (`storiesLookedUp`).
 */
export function drawStoryCard(attrs: Record<string, unknown>, { origin, away }: Where): string {
  const { storyId, href } = attrs;
  if (!away)
    return Number.isSafeInteger(storyId) && Number(storyId) > 0 ? storyCardPlace(Number(storyId)) : '';
  if (typeof href !== 'string' || !href.startsWith('/')) return '';
  return `<p><a href="${escapeHtml(origin + href)}">${words(attrs.title)}</a></p>`;
}

const shortened = (href: string): string => {
  const bare = href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  return bare.length > 60 ? `${bare.slice(0, 59)}…` : bare;
};

export const drawReference = (n: number, { away }: Where): string =>
  away
    ? `<sup>[${n}]</sup>`
    : `<sup class="note"><a href="#fn-${n}" id="fnref-${n}" role="doc-noteref">${n}</a></sup>`;

/** The notes in their order. A feed reader shows many stories on one page: there they have numbers and no anchors. */
export function drawNotes(notes: string[], { away }: Where): string[] {
  if (notes.length === 0) return [];
  const items = notes.map((note, i) => {
    const n = i + 1;
    // The sign after the arrow asks for text: some telephones would draw a picture.
    const back = `<a href="#fnref-${n}" role="doc-backlink" aria-label="↩ ${n}">↩\ufe0e</a>`;
    return away ? `<li>${note}</li>` : `<li id="fn-${n}">${note} ${back}</li>`;
  });
  const list = `<ol>${items.join('')}</ol>`;
  return [away ? `<hr>\n${list}` : `<section class="notes" role="doc-endnotes">${list}</section>`];
}

export function figcaption(caption: string, credit = ''): string {
  const parts = [
    caption && `<span class="caption">${caption}</span>`,
    credit && `<span class="credit">${credit}</span>`,
  ].filter(Boolean);
  return parts.length > 0 ? `<figcaption>${parts.join(' ')}</figcaption>` : '';
}

export const words = (value: unknown): string => (typeof value === 'string' ? escapeHtml(value) : '');
