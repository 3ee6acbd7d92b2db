import {
  type FileExtension,
  fileAddress,
  fileTypes,
  isFileExtension,
  lengthInWords,
  sizeInWords,
} from '@/lib/files';
import { escapeHtml } from '@/lib/html';
import { figcaption, type Where, words } from './render-parts';

interface Drawn {
  address: string;
  extension: FileExtension;
  /** Escaped. */
  title: string;
  /** What it is, how long or how large. */
  facts: string;
}

/**
 * A document as a card, sound and film with the browser's own controls: all three work without scripts. What is far from
 * our style sheet, a feed or a mail, gets a link. A file that is not in the library is left out.
 */
export function drawFile(attrs: Record<string, unknown>, { origin, away }: Where): string {
  const { hash, extension } = attrs;
  if (typeof hash !== 'string' || !/^[\w-]{8,128}$/.test(hash) || !isFileExtension(extension)) return '';
  const type = fileTypes[extension];
  const title = words(attrs.title).trim() || type.name;
  const facts = [type.name, isAbove0(attrs.seconds) && lengthInWords(attrs.seconds), sized(attrs.bytes)];
  const drawn: Drawn = {
    address: escapeHtml(origin) + fileAddress(hash, extension),
    extension,
    title,
    facts: facts.filter(Boolean).join(', '),
  };
  const caption = figcaption(words(attrs.caption), words(attrs.credit));
  if (away) return `<figure><p>${link(drawn)}</p>${caption}</figure>`;
  if (type.kind === 'document') return `<figure class="file">${card(drawn)}${caption}</figure>`;
  const player = type.kind === 'audio' ? sound(drawn) : film(drawn, attrs);
  return `<figure class="file"><p class="file-title">${title}</p>${player}${caption}</figure>`;
}

const link = ({ address, title, facts }: Drawn): string => `<a href="${address}">${title}</a> (${facts})`;

const card = ({ address, title, facts }: Drawn): string =>
  `<a class="file-card" href="${address}"><span>${title}</span> <small>${facts}</small></a>`;

const sound = (drawn: Drawn): string =>
  `<audio controls preload="none" src="${drawn.address}" aria-label="${drawn.title}">${link(drawn)}</audio>`;

/** Its size keeps its place; the first picture of it is fetched, for a black box says nothing. */
function film(drawn: Drawn, { width, height }: Record<string, unknown>): string {
  const size = isAbove0(width) && isAbove0(height) ? ` width="${width}" height="${height}"` : '';
  return `<video controls preload="metadata" playsinline src="${drawn.address}"${size} aria-label="${drawn.title}">${link(drawn)}</video>`;
}

const sized = (bytes: unknown): string => (isAbove0(bytes) ? sizeInWords(bytes) : '');

const isAbove0 = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0;
