import sharp from 'sharp';
import { contours, observatory, pitch } from './land';
import { library, market, rooftops, tram } from './town';
import { ferry, harbour, seagrass } from './water';

const drawings = { ferry, harbour, seagrass, rooftops, tram, library, market, observatory, pitch, contours };
export type PictureName = keyof typeof drawings;

/** A drawing as a JPEG of 2,000 by 1,250 pixels; the same bytes on every run of one version of sharp. */
export const drawPicture = (name: PictureName): Promise<Buffer> =>
  sharp(Buffer.from(drawings[name]())).jpeg({ quality: 88, mozjpeg: true }).toBuffer();
