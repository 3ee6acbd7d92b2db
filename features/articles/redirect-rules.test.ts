import { expect, test } from 'vitest';
import { endOf, readPaste, readWish } from './redirect-rules';

const site = 'https://paper.example';
const read = (from: string, to: string) => {
  const found = readWish({ line: 1, from, to }, site);
  return 'path' in found ? [found.path, found.target] : [found.field, found.sentence];
};

test.each([
  ['/Old/Page/', '/new', 'old/page', '/new'],
  ['old//page', '/new?x=1#part', 'old/page', '/new?x=1#part'],
  [
    'https://paper.example/2014/05/caf%C3%A9',
    'https://paper.example/news/café',
    '2014/05/café',
    '/news/caf%C3%A9',
  ],
  ['/feed/', '/feed.xml', 'feed', '/feed.xml'],
  ['/category/world', '/world', 'category/world', '/world'],
  ['/wp-content/uploads/a.jpg', '/media', 'wp-content/uploads/a.jpg', '/media'],
  ['/tag/old', '/tag/new', 'tag/old', '/tag/new'],
  ['/shop', 'https://shop.example/?a=b', 'shop', 'https://shop.example/?a=b'],
])('D19 %s to %s is kept as it is looked up', (from, to, path, target) => {
  expect(read(from, to)).toEqual([path, target]);
});

test.each([
  ['/', '/new', 'from', 'front page'],
  ['', '/new', 'from', 'as a path'],
  ['/admin/x', '/new', 'from', 'answers everything under /admin'],
  ['/API', '/new', 'from', 'answers everything'],
  ['/tag', '/new', 'from', 'answers everything'],
  ['/.well-known/x', '/new', 'from', 'answers everything'],
  ['/old?p=1', '/new', 'from', 'Leave out'],
  ['https://elsewhere.example/old', '/new', 'from', 'as a path'],
  ['//elsewhere.example', '/new', 'from', 'as a path'],
  ['/a%00b', '/new', 'from', 'as a path'],
  ['/a%zz', '/new', 'from', 'as a path'],
  [`/${'a'.repeat(600)}`, '/new', 'from', 'as a path'],
  ['/old', '/OLD/', 'to', 'the address itself'],
  ['/old', 'new', 'to', 'begins with /'],
  ['/old', '//elsewhere.example', 'to', 'begins with /'],
  ['/old', '/.//elsewhere.example', 'to', 'begins with /'],
  ['/old', '/\\elsewhere.example', 'to', 'begins with /'],
  ['/old', '/\t/elsewhere.example', 'to', 'begins with /'],
  ['/old', 'http://elsewhere.example', 'to', 'begins with /'],
  ['/old', 'javascript:alert(1)', 'to', 'begins with /'],
  ['/old', 'https://user:word@elsewhere.example/', 'to', 'begins with /'],
])('D19 from %j to %j is refused beside the field', (from, to, field, sentence) => {
  expect(read(from, to)).toEqual([field, expect.stringContaining(sentence)]);
});

test('D19 a paste is read as spaces, arrows, columns or CSV, and what is no pair is named', () => {
  const paste = [
    'old,new',
    '/a /b',
    '# a word on the next ones',
    '',
    '/c -> /d',
    '/e\t/f\t301',
    '/g, /h',
    '"/i, with commas";"/j ""quoted"""',
    '/alone',
    '/k /l /m',
  ].join('\r\n');
  expect(readPaste(paste)).toEqual([
    { line: 2, from: '/a', to: '/b' },
    { line: 5, from: '/c', to: '/d' },
    { line: 6, from: '/e', to: '/f' },
    { line: 7, from: '/g', to: '/h' },
    { line: 8, from: '/i, with commas', to: '/j "quoted"' },
    { line: 9, text: '/alone' },
    { line: 10, text: '/k /l /m' },
  ]);
});

test('D19 chains are followed to their end, and nothing comes back to itself', () => {
  const ways = new Map([
    ['b', '/c?x=1'],
    ['c', 'https://elsewhere.example/'],
    ['d', '/e'],
    ['e', '/D#part'],
  ]);
  const end = (path: string, target: string) => endOf(path, target, (at) => ways.get(at));
  expect(end('a', '/b')).toBe('https://elsewhere.example/');
  expect(end('a', '/nowhere')).toBe('/nowhere');
  expect(end('e', '/d')).toBeNull();
  expect(end('a', '/d')).toBeNull();
});
