import sharp, { type OverlayOptions } from 'sharp';
import { headlineFont } from '@/lib/headline-font';
import { escapeHtml } from '@/lib/html';
import { shorten } from '@/lib/rich-text/text';
import { type ShareWords, shareSize } from './share-picture';

/** Colours of app/tokens.css in light: a card is shown on other people's pages, in whichever theme. */
const colours = { paper: '#fdfcf8', ink: '#171512', accent: '#a1241b', rule: '#dbd5c7' } as const;
const margin = 80;
const measure = shareSize.width - 2 * margin;
const headlineTop = 236;
const headlineHeight = 314;
/** Tried in turn, in pixels, until the headline fits: as large as it may be. */
const headlineSizes = [92, 80, 70, 62, 54, 46] as const;
/** At the smallest size this much fits of the longest words, in characters. */
const longestHeadline = 170;

/**
 * A page's picture where it has none: the paper's name, the section, the headline; the name in the headline's place where
 * that cannot be written. About 100 ms.
 */
export async function drawSharePicture({
  paper,
  section,
  headline,
}: ShareWords): Promise<Buffer<ArrayBuffer>> {
  const { ink, accent } = colours;
  const parts = [
    headline !== null && at(62, await setIn(paper, [52, 44, 36, 28], 64, ink)),
    section !== null && at(174, await setIn(section, [34, 28], 48, accent)),
    at(headlineTop, await setIn(headline ?? paper, headlineSizes, headlineHeight, ink)),
  ].filter((part) => part !== false);
  const png = await sharp(ground())
    .composite(parts)
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toBuffer();
  return Buffer.from(png);
}

const at = (top: number, input: Buffer): OverlayOptions => ({ input, top, left: margin });

const ground = (): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${shareSize.width}" height="${shareSize.height}">
      <rect width="100%" height="100%" fill="${colours.paper}"/>
      <rect x="${margin}" y="142" width="${measure}" height="3" fill="${colours.ink}"/>
      <rect x="${margin}" y="582" width="${measure}" height="2" fill="${colours.rule}"/>
    </svg>`,
  );

/** The text in the largest of these sizes at which it is no higher than it may be; at the smallest it is cut. */
async function setIn(
  text: string,
  sizes: readonly number[],
  height: number,
  colour: string,
): Promise<Buffer> {
  for (const size of sizes) {
    const drawn = await letters(text, size, colour);
    if (drawn.height <= height && drawn.width <= measure) return drawn.png;
  }
  for (let characters = longestHeadline; ; characters = Math.floor(characters * 0.8)) {
    const drawn = await letters(shorten(text, characters), sizes.at(-1) ?? 28, colour);
    if ((drawn.height <= height && drawn.width <= measure) || characters < 10) return drawn.png;
  }
}

async function letters(text: string, size: number, colour: string) {
  const markup = `<span foreground="${colour}" line_height="0.92">${escapeHtml(text)}</span>`;
  const { data, info } = await sharp({
    text: {
      text: markup,
      font: `${headlineFont.family} ${size}`,
      fontfile: headlineFont.file,
      width: measure,
      // A point is a pixel.
      dpi: 72,
      wrap: 'word-char',
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}
