import { cleanText } from '@/lib/clean-text';
import { splitCredit } from '@/lib/credit';

/** What a photographer or agency wrote into the file itself. Empty where nothing was. */
export interface EmbeddedWords {
  caption: string;
  credit: string;
  licence: string;
}

interface MetadataBlocks {
  exif?: Uint8Array;
  iptc?: Uint8Array;
  xmp?: Uint8Array;
}

const longest = 2000;

/**
 * Caption, credit and licence from a picture's own metadata: IPTC first, then XMP, then EXIF, each field by itself. Any
 * bytes at all may come in; what cannot be read counts as absent. A credit at the caption's end is split off (R4).
 * Sources: IPTC IIM 4.2 (2:80 by-line, 2:110 credit, 2:116 copyright, 2:120 caption), XMP part 1, EXIF 2.32 (IFD0).
 */
export function embeddedWords({ exif, iptc, xmp }: MetadataBlocks): EmbeddedWords {
  const [press, packet, camera] = [readIptc(iptc), readXmp(xmp), readExif(exif)];
  const first = (field: keyof EmbeddedWords) => tidy(press[field] || packet[field] || camera[field] || '');
  const split = splitCredit(first('caption'));
  return { caption: split.caption, credit: first('credit') || split.credit, licence: first('licence') };
}

const tidy = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim().slice(0, longest);

const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin1 = new TextDecoder('windows-1252');

/** Old files say nothing of their letters: UTF-8 where it is valid, else Western European. */
function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return latin1.decode(bytes);
  }
}

/** Datasets are `1C record number length(2) bytes`; inside Photoshop's `8BIM` blocks or bare, the pattern is the same. */
function readIptc(block: Uint8Array = new Uint8Array()): EmbeddedWords {
  const fields = new Map<number, string>();
  for (let at = 0; at + 5 <= block.length; ) {
    const length = ((block[at + 3] ?? 0) << 8) | (block[at + 4] ?? 0);
    const isDataset = block[at] === 0x1c && block[at + 1] === 2 && length < 0x8000;
    if (!isDataset || at + 5 + length > block.length) {
      at++;
      continue;
    }
    const number = block[at + 2] ?? 0;
    if (!fields.has(number)) fields.set(number, decode(block.subarray(at + 5, at + 5 + length)));
    at += 5 + length;
  }
  return {
    caption: fields.get(120) ?? '',
    credit: joinCredit(fields.get(80), fields.get(110)),
    licence: fields.get(116) ?? '',
  };
}

/** "A. Photographer/Agency", or whichever is there. */
const joinCredit = (person = '', agency = ''): string =>
  person && agency && !agency.includes(person) ? `${person.trim()}/${agency.trim()}` : agency || person;

/** The packet is read by its few fixed names, not as XML: nothing in it can make us fetch or unfold anything. */
function readXmp(block: Uint8Array = new Uint8Array()): EmbeddedWords {
  const packet = decode(block.subarray(0, 200_000));
  const list = (name: string) => {
    const begin = packet.indexOf(`<${name}`);
    const end = packet.indexOf(`</${name}>`, begin);
    const inside = begin >= 0 && end > begin ? packet.slice(begin, Math.min(end, begin + 20_000)) : '';
    return unescapeXml(inside.replace(/<[^>]{0,500}>/g, ' ').replace(/^[^<]*?>/, ''));
  };
  const attribute = (name: string) => {
    const begin = packet.indexOf(`${name}="`);
    const text = begin < 0 ? '' : packet.slice(begin + name.length + 2, begin + 5000);
    return unescapeXml(text.split('"')[0] ?? '');
  };
  return {
    caption: list('dc:description'),
    credit: joinCredit(list('dc:creator').trim(), attribute('photoshop:Credit') || list('photoshop:Credit')),
    licence: list('dc:rights'),
  };
}

const unescapeXml = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&#x[aA];/g, ' ')
    .replace(/&amp;/g, '&');

const exifTags = { 270: 'caption', 315: 'credit', 33432: 'licence' } as const;

/** ImageDescription, Artist and Copyright of the first directory; position, serial numbers and owner are never looked at. */
function readExif(block: Uint8Array = new Uint8Array()): EmbeddedWords {
  const words: EmbeddedWords = { caption: '', credit: '', licence: '' };
  const begin = decodeAscii(block.subarray(0, 4)) === 'Exif' ? 6 : 0;
  const tiff = new DataView(block.buffer, block.byteOffset + begin, Math.max(0, block.length - begin));
  if (tiff.byteLength < 14) return words;
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return words;
  const entries = Math.min(tiff.getUint16(directory, little), 200);
  for (let n = 0; n < entries; n++) {
    const at = directory + 2 + n * 12;
    if (at + 12 > tiff.byteLength) break;
    const field = exifTags[tiff.getUint16(at, little) as keyof typeof exifTags];
    const isText = tiff.getUint16(at + 2, little) === 2;
    if (field && isText) words[field] = exifText(tiff, at, little);
  }
  return words;
}

function exifText(tiff: DataView, entry: number, little: boolean): string {
  const length = tiff.getUint32(entry + 4, little);
  const at = length <= 4 ? entry + 8 : tiff.getUint32(entry + 8, little);
  if (at + length > tiff.byteLength) return '';
  const bytes = new Uint8Array(tiff.buffer, tiff.byteOffset + at, length);
  const end = bytes.indexOf(0);
  return decode(end < 0 ? bytes : bytes.subarray(0, end));
}

const decodeAscii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
