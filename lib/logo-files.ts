/**
 * The files that a picture has as the paper's logo: `/media/<hash>/<name>.png`. PNG, for mail programs and phones know
 * nothing newer, and a logo is often transparent.
 */
export const logoFiles = ['logo', 'icon', 'touch'] as const;
export type LogoFile = (typeof logoFiles)[number];

/** Sides in pixels: of a tab's icon, and of the one on a phone's screen. */
export const iconSides = { icon: 64, touch: 180 } as const;

/** The logo is no higher and no wider: sharp on the front page, light enough for a mail. */
export const logoBox = { width: 1200, height: 192 } as const;

export const logoAddress = (hash: string, file: LogoFile): string => `/media/${hash}/${file}.png`;

/** A logo's size within a box of this height, in whole pixels, never larger than it is. */
export function logoSize(
  { width, height }: { width: number; height: number },
  box: { width: number; height: number } = logoBox,
): { width: number; height: number } {
  const share = Math.min(1, box.width / width, box.height / height);
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}
