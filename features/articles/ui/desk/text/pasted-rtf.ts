/** A picture that a word processor laid beside the text: on the clipboard as RTF, in hexadecimal digits. */
const kinds: Record<string, string> = { pngblip: 'png', jpegblip: 'jpeg' };
/** Above this a clipboard is not searched: some ten pictures of a camera. */
const longest = 200_000_000;

/**
 * The pictures of a clipboard's RTF, in their order, as files. Word names pictures in its HTML by files of the writer's
 * disk, which no page may read, and lays the pictures themselves here. Metafiles, which Word adds to each for old
 * programs, are passed over. Source: Rich Text Format 1.9.1, `\pict`.
 */
export function picturesInRtf(rtf: string): File[] {
  if (rtf.length > longest) return [];
  const files: File[] = [];
  for (let at = rtf.indexOf('{\\pict'); at >= 0; at = rtf.indexOf('{\\pict', at + 1)) {
    if (/[a-z]/i.test(rtf[at + 6] ?? '')) continue;
    const { end, words, digits } = groupAt(rtf, at);
    const kind = Object.keys(kinds).find((name) => words.has(name));
    const bytes = kind ? bytesOf(digits) : null;
    if (kind && bytes) {
      const type = kinds[kind] ?? 'png';
      files.push(new File([bytes], `pasted-${files.length + 1}.${type}`, { type: `image/${type}` }));
    }
    at = end;
  }
  return files;
}

const token = /[{}]|\\([a-z]+)-?\d* ?|\\[^a-z]|[0-9a-f\s]+|[^{}\\]/giy;

/** One group from its brace to the brace that ends it: its own control words and hexadecimal digits, not those of inner groups. */
function groupAt(rtf: string, from: number): { end: number; words: Set<string>; digits: string } {
  const words = new Set<string>();
  const digits: string[] = [];
  let depth = 0;
  // Where it never ends, nothing comes after it.
  let end = rtf.length;
  token.lastIndex = from;
  for (let match = token.exec(rtf); match; match = token.exec(rtf)) {
    const [text, word] = match;
    if (text === '{') depth++;
    else if (text === '}') depth--;
    else if (depth === 1 && word) words.add(word);
    else if (depth === 1 && /^[0-9a-f\s]/i.test(text)) digits.push(text);
    if (depth > 0) continue;
    end = token.lastIndex - 1;
    break;
  }
  return { end, words, digits: digits.join('').replace(/\s+/g, '') };
}

function bytesOf(digits: string): Uint8Array<ArrayBuffer> | null {
  if (digits.length === 0 || digits.length % 2 === 1) return null;
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}
