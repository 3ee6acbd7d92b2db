import type { Sharp } from 'sharp';
import { iconSides, type LogoFile, logoBox } from '@/lib/logo-files';
import { tokens } from '@/lib/look';
import { atMost, open } from './picture-file';

const clear = { r: 0, g: 0, b: 0, alpha: 0 };
/** A phone cuts the corners off and knows no transparency, so there the picture stands on paper, with a margin. */
const touchMargin = 18;

/** A kept picture as the paper's logo, as the icon of its tab or as the one on a phone's screen; all PNG. */
export async function renderLogo(kept: Uint8Array, file: LogoFile): Promise<Buffer<ArrayBuffer>> {
  return atMost(async () => {
    const png = await drawn(kept, file).png({ compressionLevel: 9 }).timeout({ seconds: 60 }).toBuffer();
    return Buffer.from(png);
  });
}

function drawn(kept: Uint8Array, file: LogoFile): Sharp {
  if (file === 'logo') return open(kept).resize({ ...logoBox, fit: 'inside', withoutEnlargement: true });
  const side = iconSides[file];
  if (file === 'icon')
    return open(kept).resize({ width: side, height: side, fit: 'contain', background: clear });
  const within = side - 2 * touchMargin;
  const { paper } = tokens.light;
  const margin = { top: touchMargin, bottom: touchMargin, left: touchMargin, right: touchMargin };
  return open(kept)
    .flatten({ background: paper })
    .resize({ width: within, height: within, fit: 'contain', background: paper })
    .extend({ ...margin, background: paper });
}

/** An icon file of one picture, which holds a PNG as it is. Source: the ICO format, since Windows Vista. */
export function icoOf(png: Buffer): Buffer<ArrayBuffer> {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(iconSides.icon, 6);
  head.writeUInt8(iconSides.icon, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.byteLength, 14);
  head.writeUInt32LE(head.byteLength, 18);
  return Buffer.concat([head, png]);
}
