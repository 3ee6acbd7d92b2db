import { createHash } from 'node:crypto';
import { asLettered } from '@/lib/headline-font';

/** What a share picture says; a line that the font cannot write is null and left out. */
export interface ShareWords {
  paper: string;
  section: string | null;
  headline: string | null;
}

/** What the networks ask of a large card, in pixels. Source: ogp.me, X's summary_large_image. */
export const shareSize = { width: 1200, height: 630 } as const;

/** Raised when the drawing changes, so that every picture gets a new address. */
const drawing = 1;

interface Said {
  siteName: string;
  section: string | null;
  title: string;
}

/** The words of an article's share picture; null when not even the paper's name can be written. */
export function shareWords({ siteName, section, title }: Said): ShareWords | null {
  const paper = asLettered(siteName);
  return paper === null ? null : { paper, section: asLettered(section ?? ''), headline: asLettered(title) };
}

/** Names the picture by what it says: another headline is another file. */
export const shareHash = (words: ShareWords): string =>
  createHash('sha256')
    .update(JSON.stringify([drawing, words.paper, words.section, words.headline]))
    .digest('hex')
    .slice(0, 16);

/** `/media/share/<article>-<hash>.png`. */
export const sharePictureAddress = (articleId: number, words: ShareWords): string =>
  `/media/share/${articleId}-${shareHash(words)}.png`;

/** What an address names, or null for a name that no picture can have. */
export function parseShareName(name: string): { articleId: number; hash: string } | null {
  const parts = /^([1-9]\d{0,14})-([0-9a-f]{16})\.png$/.exec(name);
  return parts ? { articleId: Number(parts[1]), hash: parts[2] ?? '' } : null;
}
