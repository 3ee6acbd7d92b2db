import { drawPicture } from './render-parts';

/** A file that stood under a picture's name when a text was rendered, and the one that stands there now. */
export interface TurnedPicture {
  was: string;
  hash: string;
  width: number;
  height: number;
}

const drawn = /<picture>(?:<source [^>]*>)*<img src="\/media\/([\w-]+)\/[^>]*>\s*<\/picture>/g;

/**
 * A text rendered by `renderHtml`, with the files that its pictures have now: texts are never changed once they are
 * written, and a picture's file may be exchanged under all of them.
 */
export function withTurnedPictures(html: string, turned: readonly TurnedPicture[]): string {
  if (turned.length === 0) return html;
  const now = new Map(turned.map((picture) => [picture.was, picture]));
  return html.replace(drawn, (whole, hash: string) => {
    const picture = now.get(hash);
    if (!picture) return whole;
    const part = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(whole)?.[1] ?? '';
    return drawPicture({ ...picture, alt: part('alt') }, part('sizes'));
  });
}
