import { expect, test } from 'vitest';
import { joinStyleSheets, stripFramework } from './strip';

const own = {
  inline: ['theme()'],
  files: ['/reader.js'],
  addressOf: (path: string) => `${path}?v=1`,
  joined: (addresses: string[]) =>
    addresses.includes('/_next/static/x.css') ? null : '/_next/static/joined.css',
};
const strip = (html: string) => stripFramework(html, own);

test('R13 a page leaves without the framework, with its data and our own scripts', () => {
  const html = [
    '<!DOCTYPE html><html><head><meta charSet="utf-8"/>',
    '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>',
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/b.js"/>',
    '<link rel="modulepreload" href="/_next/static/m.js"/>',
    '<link rel="preload" as="style" href="/_next/static/a.css"/>',
    '<link rel="preload" as="font" href="/_next/static/f.woff2" crossorigin=""/>',
    '<script src="/_next/static/c.js" async=""></script><script>theme()</script>',
    '<script src="/_next/static/poly.js" noModule=""></script></head><body><div hidden=""><!--$--><!--/$--></div>',
    '<main>Words &lt;script&gt;</main><script type="application/ld+json">{"a":"<b"}</script>',
    '<script src="/reader.js" defer=""></script><script id="_R_">requestAnimationFrame()</script>',
    '<script>self.__next_f.push([1,"<link rel=\\"preload\\">"])</script></body></html>',
  ].join('');
  expect(strip(html)).toBe(
    [
      '<!DOCTYPE html><html><head><meta charSet="utf-8"/>',
      '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>',
      '<link rel="preload" as="font" href="/_next/static/f.woff2" crossorigin=""/>',
      '<script>theme()</script></head><body>',
      '<main>Words &lt;script&gt;</main><script type="application/ld+json">{"a":"<b"}</script>',
      '<script src="/reader.js?v=1" defer=""></script></body></html>',
    ].join(''),
  );
});

test('A5 a foreign script, and an inline one that is not ours to the letter, are gone', () => {
  expect(strip('a<script src="https://elsewhere.example/x.js"></script>b')).toBe('ab');
  expect(strip('a<script src="/reader.js.evil.js"></script>b')).toBe('ab');
  expect(strip('a<script>theme();</script>b<script data-x=">">1</script>c')).toBe('abc');
  expect(strip('a<script>never closed')).toBe('a');
});

test('A5 hostile text of a megabyte takes no time to speak of', () => {
  for (const piece of ['<script', '<link ', '<script>', '"<script \'', '</script>']) {
    const began = performance.now();
    strip(piece.repeat(Math.ceil(1_000_000 / piece.length)));
    expect(performance.now() - began, piece).toBeLessThan(500);
  }
});

test('a page loads one style sheet, in the place of the first', () => {
  const link = (name: string) =>
    `<link rel="stylesheet" href="/_next/static/${name}.css" data-precedence="next"/>`;
  expect(joinStyleSheets(`a${link('one')}b${link('two')}c`, own)).toBe(
    'a<link rel="stylesheet" href="/_next/static/joined.css"/>bc',
  );
  for (const alone of [`a${link('one')}b`, `${link('x')}${link('one')}`, 'none'])
    expect(joinStyleSheets(alone, own)).toBe(alone);
});
