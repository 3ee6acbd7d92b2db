import { randomBytes } from 'node:crypto';

/** Files of our own making, each unlike any other: whole by their heads, though nothing worth playing is in them. */

export const pdf = (): Buffer => Buffer.from(`%PDF-1.7\n% ${randomBytes(8).toString('hex')}\n%%EOF\n`);

/** A tag, and frames of silence: MPEG 1, layer III, 128 kbit/s, 44,100 Hz. */
export const mp3 = (): Buffer => {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);
  return Buffer.concat([
    Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'),
    ...Array(40).fill(frame),
    randomBytes(4),
  ]);
};

const box = (type: string, ...content: Buffer[]): Buffer => {
  const inside = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + inside.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, inside]);
};

/** 90 seconds, 640 by 360, with where and by whom it was taken in three places. `data` bytes of film. */
export function mp4({ data = 2000, brand = 'isom', onItsSide = false } = {}): Buffer {
  const mvhd = Buffer.alloc(100);
  mvhd.writeUInt32BE(1000, 12);
  mvhd.writeUInt32BE(90_000, 16);
  const tkhd = Buffer.alloc(84);
  tkhd.writeInt32BE(onItsSide ? 0 : 0x10000, 40);
  tkhd.writeInt32BE(onItsSide ? 0x10000 : 0, 44);
  tkhd.writeUInt32BE(640 << 16, 76);
  tkhd.writeUInt32BE(360 << 16, 80);
  const place = box('\xa9xyz', Buffer.from('\0\x12\x15\xc7+52.5200+013.4050/', 'latin1'));
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0isom`)),
    box(
      'moov',
      box('mvhd', mvhd),
      box('trak', box('tkhd', tkhd), box('udta', place)),
      box('udta', place),
      box('meta', Buffer.from('com.apple.quicktime.location.ISO6709 SERIAL-4711')),
    ),
    box('uuid', Buffer.from('<x:xmpmeta>+52.5200+013.4050</x:xmpmeta>')),
    box('mdat', randomBytes(data)),
  ]);
}
