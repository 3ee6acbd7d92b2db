import localFont from 'next/font/local';

// Source Serif 4 and Inter cut down to what a paper sets (docs/decisions/077), with their licences beside them (SIL OFL
// 1.1): no font service is contacted. `optional` and not `swap`: a late font never moves a line that somebody is reading
// (CLS 0). The upright Latin cuts are preloaded; italics are fetched when a page has some, letters beyond Latin when it has
// those (extended.css, which stands first in the stacks of tokens.css, because these families end in a fallback that has
// all letters). Next reads these calls without running them, hence every value is spelled out.

const serif = localFont({
  src: [
    { path: './serif-latin-400.woff2', weight: '400', style: 'normal' },
    { path: './serif-latin-700.woff2', weight: '700', style: 'normal' },
  ],
  display: 'optional',
  variable: '--face-serif',
  adjustFontFallback: 'Times New Roman',
});

const sans = localFont({
  src: './sans-latin.woff2',
  weight: '400 700',
  style: 'normal',
  display: 'optional',
  variable: '--face-sans',
  adjustFontFallback: 'Arial',
});

const serifItalic = localFont({
  src: [
    { path: './serif-italic-latin-400.woff2', weight: '400', style: 'italic' },
    { path: './serif-italic-latin-700.woff2', weight: '700', style: 'italic' },
  ],
  display: 'swap',
  preload: false,
  variable: '--face-serif-italic',
  adjustFontFallback: 'Times New Roman',
});

/** Class names for `<html>` that define the `--face-…` variables. */
export const fontVariables = [serif, sans, serifItalic].map((face) => face.variable).join(' ');
