/** The ground of the browser's own frame: `--paper` of tokens.css, which app/tokens.test.ts holds it to. */
export const themeColor = [
  { media: '(prefers-color-scheme: light)', color: '#fdfcf8' },
  { media: '(prefers-color-scheme: dark)', color: '#171614' },
];
