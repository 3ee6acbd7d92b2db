import sharp from 'sharp';
import { contours, observatory, pitch } from './land';
import { randomFor } from './paper';
import { library, market } from './rooms';
import { rooftops, tram } from './town';
import { ferry, harbour, seagrass } from './water';

const drawings = { ferry, harbour, seagrass, rooftops, tram, library, market, observatory, pitch, contours };
export type PictureName = keyof typeof drawings;

/** A drawing as a JPEG of 2,000 by 1,250 pixels; the same bytes on every run of one version of sharp. */
export const drawPicture = (name: PictureName): Promise<Buffer> =>
  sharp(Buffer.from(drawings[name]()))
    .composite([
      { input: grain(), raw: { width: 256, height: 256, channels: 4 }, tile: true, blend: 'soft-light' },
    ])
    .jpeg({ quality: 88, mozjpeg: true })
    .toBuffer();

/** A fine grain, so that gradients do not band. */
function grain(): Buffer {
  const random = randomFor('grain');
  const pixels = Buffer.alloc(256 * 256 * 4);
  for (let at = 0; at < pixels.length; at += 4) {
    pixels.fill(Math.round(128 + (random() - 0.5) * 90), at, at + 3);
    pixels[at + 3] = 90;
  }
  return pixels;
}
