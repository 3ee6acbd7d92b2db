import { expect, test } from 'vitest';
import { kindOfFile } from './file-kind';
import { parseFileName, parseRange } from './rules';

test.each([
  ['%PDF-1.4\n', 'document'],
  [' %PDF-1.4\n', undefined],
  ['%PDF', undefined],
  ['ID3\x03', 'audio'],
  ['\xff\xfb\x90\x00', 'audio'],
  ['\xff\xff\xff\xff', undefined],
  ['\xff\xfe\0\0', undefined],
  ['\0\0\0\x18ftypisom', 'video'],
  ['\0\0\0\x18ftypM4A ', 'audio'],
  ['\0\0\0\x18ftypqt  ', undefined],
  ['\0\0\0\x18ftypavif', 'picture'],
  ['\xff\xd8\xff\xe0', 'picture'],
  ['PK\x03\x04', undefined],
  ['MZ\x90', undefined],
  ['<svg', undefined],
  ['', undefined],
])('D16 the kind of %j is %s', (head, kind) => {
  expect(kindOfFile(Buffer.from(head, 'latin1'))?.kind).toBe(kind);
});

test.each([
  [null, null],
  ['bytes=0-', { from: 0, before: 100 }],
  ['bytes=10-19', { from: 10, before: 20 }],
  ['bytes=90-500', { from: 90, before: 100 }],
  ['bytes=-10', { from: 90, before: 100 }],
  ['bytes=-500', { from: 0, before: 100 }],
  ['bytes=100-', 'outside'],
  ['bytes=-0', 'outside'],
  ['bytes=20-10', null],
  ['bytes=0-1,5-6', null],
  ['bytes=-', null],
  ['items=0-1', null],
  ['bytes=99999999999999999999-', null],
])('D16 %s of a hundred bytes asks for %o', (header, range) => {
  expect(parseRange(header, 100)).toEqual(range);
});

test('D16 a file that is no picture has one address', () => {
  expect(
    ['file.pdf', 'file.mp4', 'file.exe', 'file.toString', 'x.pdf', 'file.pdf.exe'].map(parseFileName),
  ).toEqual(['pdf', 'mp4', null, null, null, null]);
});
