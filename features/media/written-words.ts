import { escapeHtml } from '@/lib/html';
import type { EmbeddedWords } from './embedded-words';

/** From this width on a picture is worth passing on, and says what it shows too; below, only whose it is. */
const captionFromWidth = 640;
const longest = 300;

/**
 * The words that go with a rendition wherever it is copied to, as an XMP packet; null where there are none. About 600
 * bytes: never more than the library says, so that nothing of the camera comes back. Sources: XMP part 1; IPTC Photo
 * Metadata 2024.1 (description, creator's credit line, copyright notice), which search engines read.
 */
export function xmpOf(words: EmbeddedWords, width: number): string | null {
  const { caption, credit, licence } = shown(words, width);
  if (!caption && !credit && !licence) return null;
  const alternative = (name: string, text: string) =>
    text && `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(text)}</rdf:li></rdf:Alt></${name}>`;
  return [
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    credit &&
      ` xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="${escapeHtml(credit)}"`,
    '>',
    alternative('dc:description', caption),
    alternative('dc:rights', licence),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
  ].join('');
}

const shown = ({ caption, credit, licence }: EmbeddedWords, width: number): EmbeddedWords => ({
  caption: width < captionFromWidth ? '' : short(caption),
  credit: short(credit),
  licence: short(licence),
});

const short = (text: string): string => text.slice(0, longest).toWellFormed();
