/**
 * The only widths a rendition is ever made in: a visitor cannot ask for others. In pixels of the file. None is ever taken
 * out: addresses with it stand in stored text. 720 is what a phone of 360 to 412 points and two pixels each needs.
 */
export const pictureWidths = [320, 480, 640, 720, 960, 1280, 1920] as const;
export const pictureFormats = ['avif', 'webp', 'jpeg'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** What markup needs of a picture. `hash` names the file, `width` and `height` are those of the upright original. */
export interface Picture {
  mediaId: number;
  hash: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
  /** What matters most in it, as shares from the left and the top; the middle where absent. */
  focal?: { x: number; y: number };
}

/** Widths a picture of this size is offered in: never larger than itself, always at least one. */
export const widthsFor = (originalWidth: number): number[] => {
  const fitting = pictureWidths.filter((width) => width <= originalWidth);
  return fitting.length > 0 ? fitting : [pictureWidths[0]];
};

/** `/media/<hash>/<width>.<format>`: immutable, made on first request and kept. */
export const pictureAddress = (hash: string, width: number, format: PictureFormat): string =>
  `/media/${hash}/${width}.${format}`;

export const srcset = (picture: Pick<Picture, 'hash' | 'width'>, format: PictureFormat): string =>
  widthsFor(picture.width)
    .map((width) => `${pictureAddress(picture.hash, width, format)} ${width}w`)
    .join(', ');

/**
 * The classes that keep a picture's most important point in sight where its frame cuts it, in steps of a tenth (the policy
 * of readers' pages allows no style attribute); undefined for the middle, which needs none.
 */
export function focalClass(focal: Picture['focal']): string | undefined {
  if (!focal) return undefined;
  const tenth = (share: number) => Math.round(Math.min(Math.max(share, 0), 1) * 10);
  const [x, y] = [tenth(focal.x), tenth(focal.y)];
  const classes = [...(x === 5 ? [] : [`fx${x}`]), ...(y === 5 ? [] : [`fy${y}`])];
  return classes.join(' ') || undefined;
}
