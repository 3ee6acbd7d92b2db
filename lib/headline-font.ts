import path from 'node:path';

/**
 * The display cut that pictures are lettered in: Source Serif 4, bold at its largest optical size, Latin, Cyrillic, Greek
 * and Vietnamese in one file, under a name of its own (docs/decisions/076). No font of the machine is needed.
 */
export const headlineFont = {
  family: 'Broadsheet Headline',
  file: path.join(process.cwd(), 'app', 'fonts', 'headline.ttf'),
} as const;

/** The characters in that file, as ranges of code points in base 16. A test holds them to the file. */
const lettered =
  '20-7e a0-12b 12e-131 134-165 168-17f 18f 192 1a0-1a1 1af-1b0 1cd-1dc 1e6-1e7 1f8-1f9 218-21b 237 251 259 261 2b0 ' +
  '2b2-2b3 2b7-2b8 2bb-2bc 2be-2bf 2c6-2cc 2da 2dc-2dd 2e1-2e3 300-301 303-304 308-309 323 329 374-375 37e 384-38a 38c ' +
  '38e-3a1 3a3-3ce 3d7 3d9 3db 3dd 3e1 400-45f 490-491 4b0-4b1 1d43 1d47-1d49 1d4d 1d4f-1d50 1d52 1d56-1d58 1d5b 1d9c ' +
  '1da0 1dbb 1e0c-1e0f 1e20-1e21 1e24-1e25 1e2a-1e2b 1e36-1e3b 1e3e-1e3f 1e42-1e49 1e5a-1e63 1e6c-1e6f 1e80-1e85 ' +
  '1e8e-1e8f 1e92-1e93 1e97 1e9e 1ea0-1ef9 2002 2009 200b 2013-2014 2018-201a 201c-201e 2020 2022 2026 2032-2033 ' +
  '2039-203a 2044 20a1 20a4 20a6-20a7 20a9 20ab-20ac 20ae 20b1-20b2 20b4-20b5 20b8-20ba 20bd 20bf 2113 2116 2122 2191 ' +
  '2193 2212 2215';

export const letteredRanges: readonly (readonly [from: number, to: number])[] = lettered
  .split(' ')
  .map((range) => range.split('-').map((end) => Number.parseInt(end, 16)))
  .map(([from = 0, to = from]) => [from, to]);

const whole = new RegExp(
  `^[${letteredRanges.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('')}]+$`,
  'u',
);

/**
 * The text as this font can write it: one line, odd spaces and hyphens made plain, emoji and invisible marks left out.
 * Null when a letter is not in the font, or nothing is left: rather no line than one with empty boxes in it.
 */
export function asLettered(text: string): string | null {
  const plain = text
    .normalize('NFC')
    .replace(/\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Extended_Pictographic}\ufe0f/gu, ' ')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return whole.test(plain) && /[\p{L}\p{N}]/u.test(plain) ? plain : null;
}
