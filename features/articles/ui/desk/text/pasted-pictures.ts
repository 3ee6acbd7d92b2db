/** A picture of pasted HTML, whose place a link to `markerOf(key)` holds until the editor has read the rest. */
export interface PastedPicture {
  key: string;
  /** `https://…`, or `data:image/…` with the picture itself, or `file:…` of the writer's disk with `file` beside it. */
  source: string;
  file?: File;
  alt: string;
  caption: string;
}

const markers = 'https://pasted.invalid/';
export const markerOf = (key: string): string => `${markers}${key}`;
export const keyOfMarker = (href: unknown): string | null =>
  typeof href === 'string' && href.startsWith(markers) ? href.slice(markers.length) : null;

let nextKey = 1;

/**
 * Puts a line with a marker link in the place of each picture that can be taken into the library, so that what the
 * editor's schema reads says where each stood; its words are the caption, else the description. Pictures that stand for
 * a word (emoji, icons) become that word, and tracking pixels go. Files of the writer's disk no page may read: they are
 * those of `beside`, in their order, if there are as many, and else their words stay and `unread` counts them.
 */
export function markPictures(
  body: HTMLElement,
  beside: File[],
): { pictures: PastedPicture[]; unread: number } {
  const found = [...body.querySelectorAll('img')];
  const local = found.filter(isOnDisk);
  const files = local.length === beside.length ? beside : [];
  const pictures = found.flatMap((picture) => {
    const alt = picture.getAttribute('alt')?.trim() ?? '';
    const file = files[local.indexOf(picture)];
    const source = file ? 'file:' : sourceOf(picture);
    if (source === null || isSmall(picture) || isSymbol(alt)) {
      picture.replaceWith(alt);
      return [];
    }
    const marked = {
      key: String(nextKey++),
      source,
      alt,
      caption: takeCaption(picture),
      ...(file && { file }),
    };
    liftOut(picture, markerLine(marked, body.ownerDocument));
    return [marked];
  });
  return { pictures, unread: local.length - files.length };
}

const isOnDisk = (picture: HTMLImageElement): boolean => /^file:/i.test(picture.getAttribute('src') ?? '');

/** The file of a picture that came on the clipboard itself; null for what is none. */
export function fileOf({ key, source, file }: PastedPicture): File | null {
  if (file) return file;
  const match = dataAddress.exec(source.slice(0, 40));
  if (!match) return null;
  try {
    const bytes = Uint8Array.from(atob(source.slice(match[0].length)), (character) =>
      character.charCodeAt(0),
    );
    return new File([bytes], `pasted-${key}.${match[1]}`, { type: `image/${match[1]}` });
  } catch {
    return null;
  }
}

const dataAddress = /^data:image\/(png|jpeg|gif|webp|avif);base64,/i;

function sourceOf(picture: HTMLImageElement): string | null {
  const given = picture.getAttribute('src')?.trim() ?? '';
  if (dataAddress.test(given.slice(0, 40))) return given;
  const address = given.startsWith('//') ? `https:${given}` : given;
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).href : null;
}

/** As small as a letter, by what the page said of it. */
function isSmall(picture: HTMLImageElement): boolean {
  const [width, height] = ['width', 'height'].map((name) => Number(picture.getAttribute(name) ?? 'NaN'));
  return (width ?? Number.NaN) <= 32 && (height ?? Number.NaN) <= 32;
}

/** An emoji, or several: signs, joiners and marks, and no letter among them. */
const isSymbol = (alt: string): boolean => alt !== '' && !/[^\p{S}\p{M}\p{Cf}]/u.test(alt);

function takeCaption(picture: HTMLImageElement): string {
  const figure = picture.closest('figure');
  const caption = figure?.querySelectorAll('img').length === 1 ? figure.querySelector('figcaption') : null;
  const words = caption?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  if (words.length > 2000) return '';
  caption?.remove();
  return words;
}

function markerLine({ key, alt, caption }: PastedPicture, document: Document): HTMLElement {
  const line = document.createElement('p');
  const link = document.createElement('a');
  link.setAttribute('href', markerOf(key));
  link.textContent = caption || alt || 'Picture';
  line.append(link);
  return line;
}

const lines = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'dt']);
const boxes =
  'body, div, section, article, main, aside, header, footer, li, dd, td, th, blockquote, figure, center';

/** Puts `line` where the picture stood, between the two halves of whatever line or link it stood in. */
function liftOut(picture: HTMLElement, line: HTMLElement): void {
  const box = picture.parentElement?.closest(boxes);
  let holder: HTMLElement = picture;
  while (holder.parentElement && holder.parentElement !== box && !lines.has(holder.localName))
    holder = holder.parentElement;
  if (holder === picture) {
    picture.replaceWith(line);
    return;
  }
  let half: HTMLElement | null = null;
  // What stands before the picture, level by level, goes into copies of what is around it.
  for (let at: HTMLElement = picture; at !== holder; at = at.parentElement as HTMLElement) {
    const copy = at.parentElement?.cloneNode(false) as HTMLElement;
    while (at.previousSibling) copy.prepend(at.previousSibling);
    if (half) copy.append(half);
    half = copy;
  }
  picture.remove();
  holder.before(half ?? '', line);
}
