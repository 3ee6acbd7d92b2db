import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asLettered, headlineFont, letteredRanges } from './headline-font';

/** The code points of a font's `cmap`, format 4. Source: OpenType 1.9, cmap. */
function codePointsOf(file: Buffer): number[] {
  const tables = file.readUInt16BE(4);
  const record = Array.from({ length: tables }, (_, at) => 12 + at * 16).find(
    (at) => file.toString('latin1', at, at + 4) === 'cmap',
  );
  if (record === undefined) throw new Error('no cmap');
  const cmap = file.readUInt32BE(record + 8);
  const encodings = Array.from({ length: file.readUInt16BE(cmap + 2) }, (_, at) => cmap + 4 + at * 8);
  const table = encodings
    .map((at) => cmap + file.readUInt32BE(at + 4))
    .find((at) => file.readUInt16BE(at) === 4);
  if (table === undefined) throw new Error('no format 4');
  const segments = file.readUInt16BE(table + 6) / 2;
  return Array.from({ length: segments }, (_, at) => {
    const to = file.readUInt16BE(table + 14 + at * 2);
    const from = file.readUInt16BE(table + 16 + (segments + at) * 2);
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  })
    .flat()
    .filter((point) => point !== 0xffff);
}

test('R11 the letters that pictures may hold are those of the font in the tree', () => {
  const written = letteredRanges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, step) => from + step),
  );
  expect(written).toEqual(codePointsOf(readFileSync(headlineFont.file)));
});

test.each([
  ['Trams “return” – again', 'Trams “return” – again'],
  ['Żółw, Łódź, Việt Nam', 'Żółw, Łódź, Việt Nam'],
  ['Библиотека і Ελλάδα', 'Библиотека і Ελλάδα'],
  ['cafe\u0301', 'café'],
  ['5\u202f%\u00a0of\tall', '5 % of all'],
  ['twenty\u2011one', 'twenty-one'],
  ['so\u00adft\u200b\u200f', 'soft'],
  ['Storm 🌬️ ahead 👩‍👩‍👧', 'Storm ahead'],
  ['2024', '2024'],
  ['日本の首相', null],
  ['Half שלום', null],
  ['محادثات', null],
  ['🌬️', null],
  ['', null],
  ['—', null],
  ['a\ud800', null],
])('R11 %j is lettered as %j', (text, expected) => {
  expect(asLettered(text)).toBe(expected);
});
