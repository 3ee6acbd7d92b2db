import localFont from 'next/font/local';

// Fontsource's variable files, unchanged, with their licences beside them (SIL OFL 1.1): no font service is contacted.
// `optional` and not `swap`: a late font never moves a line that somebody is reading (CLS 0). The upright Latin cuts are
// preloaded; italics and Latin Extended are fetched when a page has a letter for them. The extended cuts stand first in
// the stacks of tokens.css and are held to their range, because the preloaded families end in a fallback that has all.
// Next reads these calls without running them, hence every value is spelled out.

const sourceSerif = localFont({
  src: './source-serif-4-latin-opsz-normal.woff2',
  weight: '200 900',
  style: 'normal',
  display: 'optional',
  variable: '--face-serif',
  adjustFontFallback: 'Times New Roman',
});

const inter = localFont({
  src: './inter-latin-wght-normal.woff2',
  weight: '100 900',
  style: 'normal',
  display: 'optional',
  variable: '--face-sans',
  adjustFontFallback: 'Arial',
});

const sourceSerifItalic = localFont({
  src: './source-serif-4-latin-wght-italic.woff2',
  weight: '200 900',
  style: 'italic',
  display: 'swap',
  preload: false,
  variable: '--face-serif-italic',
  adjustFontFallback: 'Times New Roman',
});

const sourceSerifExtended = localFont({
  src: './source-serif-4-latin-ext-opsz-normal.woff2',
  weight: '200 900',
  style: 'normal',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  variable: '--face-serif-extended',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

const sourceSerifItalicExtended = localFont({
  src: './source-serif-4-latin-ext-wght-italic.woff2',
  weight: '200 900',
  style: 'italic',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  variable: '--face-serif-italic-extended',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

const interExtended = localFont({
  src: './inter-latin-ext-wght-normal.woff2',
  weight: '100 900',
  style: 'normal',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  variable: '--face-sans-extended',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

/** Class names for `<html>` that define the `--face-…` variables. */
export const fontVariables = [sourceSerif, inter, sourceSerifItalic, sourceSerifExtended, sourceSerifItalicExtended, interExtended]
  .map((face) => face.variable)
  .join(' ');
