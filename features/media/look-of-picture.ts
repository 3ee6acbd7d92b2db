import sharp from 'sharp';
import { lookBits } from '@/db/schema';

/** Cells of the grid, each way, whose neighbours are compared. */
const side = 8;
/** Brightness, of 255, by which a cell must outshine its neighbour to count: below it is noise. */
const least = 2;
/** A picture that has fewer edges than this looks like every other plain ground. */
const fewestEdges = 16;

/** Of a picture that cannot be told from others. */
export const plainLook = '0'.repeat(lookBits);

/** Bits in which two looks may differ and still be taken for one picture; judged in docs/decisions/087. */
export const alikeBits = 14;

/**
 * What a picture looks like, in 128 bits: whether each cell of an 8 × 8 grid is darker than the next to its right, and than
 * the next below (dHash both ways). Sizes, formats, qualities and tones of one picture differ in a few bits, other pictures
 * in about half. One with next to nothing in it is `plainLook`, which is like nothing. The picture must stand upright.
 */
export async function lookOf(picture: Uint8Array | string): Promise<string> {
  const cells = side + 1;
  const grey = await sharp(picture, { pages: 1 })
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(cells, cells, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  const at = (x: number, y: number) => grey[y * cells + x] ?? 0;
  const bits: number[] = [];
  let edges = 0;
  for (const [right, down] of [
    [1, 0],
    [0, 1],
  ] as const) {
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const step = at(x + right, y + down) - at(x, y);
        bits.push(step > least ? 1 : 0);
        if (Math.abs(step) > least) edges++;
      }
    }
  }
  return edges < fewestEdges ? plainLook : bits.join('');
}
