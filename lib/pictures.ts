/** The only widths a rendition is ever made in: a visitor cannot ask for others. In CSS pixels of the file. */
export const pictureWidths = [320, 480, 640, 960, 1280, 1920] as const;
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
