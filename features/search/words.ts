/** Scripts that write no spaces between words: Thai to Lao, Burmese, Khmer, kana, Han, hangul. */
const unspaced =
  '\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}';
const unspacedRun = new RegExp(`[${unspaced}]+`, 'gu');
const unspacedOnly = new RegExp(`^[${unspaced}]+$`, 'u');

const accents = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]+/g;
const foreignSigns = new RegExp(
  '[\\u0080-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u02c2-\\u02df\\u037e\\u0387\\u055a-\\u055f' +
    '\\u0589\\u058a\\u05be\\u05c0\\u05c3\\u05f3\\u05f4\\u060c\\u060d\\u061b-\\u061f\\u066a-\\u066d\\u06d4\\u0964\\u0965\\u0e2f' +
    '\\u0e4f\\u0e5a\\u0e5b\\u2000-\\u206f\\u20a0-\\u20cf\\u2100-\\u214f\\u2190-\\u2bff\\u2e00-\\u2e7f\\u3000-\\u3004\\u3007-\\u3020' +
    '\\u3030\\u303d\\u30fb\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\ufff0-\\uffff' +
    '\\u{1f000}-\\u{1faff}]+',
  'gu',
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: everything in ASCII that is no letter or digit is a space.
const plainSigns = /[\u0001-\u002f\u003a-\u0060\u007b-\u007f]+/g;

const single: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  '’': "'",
  ʼ: "'",
};
const singles = new RegExp(`[${Object.keys(single).join('')}]`, 'g');

/** Longest word that is told from others, in characters. */
const longestWord = 60;

/** What all that follows leaves as it is but for small letters: nearly every word of nearly every text. */
const plain = /^[A-Za-z0-9]+$/;

/** Small letters without accents and ligatures: what is alike to a reader is the same here. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(singles, (letter) => single[letter] ?? letter);

/**
 * The words of a text as the index has them, in order; what is written without spaces comes as one run. The twin of
 * `search_words` in the database (migration search_triggers), which indexes what this looks up.
 */
export function plainWords(text: string): string[] {
  if (plain.test(text)) return [text.slice(0, longestWord).toLowerCase()];
  return fold(text)
    .replace(foreignSigns, ' ')
    .replace(unspacedRun, ' $& ')
    .replace(/'(?:s|t|d|m|ll|re|ve)(?![a-z0-9])/g, '')
    .replace(/(^|[^a-z0-9])o'/g, '$1o')
    .replace(/(^|[^a-z0-9])(?:l|d|j|m|n|s|t|c|qu)'/g, '$1')
    .replace(/([0-9])[.,](?=[0-9])/g, '$1')
    .replace(plainSigns, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (isUnspaced(word) ? word : [...word].slice(0, longestWord).join('')));
}

/** Whether a word is a run of a script without spaces, which is found by its pairs of neighbouring characters. */
export const isUnspaced = (word: string): boolean => unspacedOnly.test(word);

/** A run as the index has it where it stands within a longer one: its neighbouring pairs; a character alone as it is. */
export function characterPairs(run: string): string[] {
  const characters = [...run];
  return characters.length < 2
    ? characters
    : characters.slice(1).map((second, i) => `${characters[i]}${second}`);
}
