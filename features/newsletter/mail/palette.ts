/** Mail programs know no tokens: the paper's colours written out, in both themes. Contrast at least 4.5. */
export const palette = {
  paper: '#fdfcf8',
  ink: '#171512',
  quiet: '#676157',
  rule: '#dbd5c7',
  accent: '#a1241b',
  darkPaper: '#171614',
  darkInk: '#ebe6db',
  darkQuiet: '#a39c8e',
  darkRule: '#38342e',
  darkAccent: '#f0897a',
} as const;

const serif = "'Source Serif 4', Georgia, 'Times New Roman', serif";
const sans = "Inter, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif";
export const faces = { serif, sans } as const;

/** Mail programs that honour it turn the page dark; the others keep the inline colours. */
export const darkStyles = (darkAccent: string): string => `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
a:hover { text-decoration: underline !important; }
.intro p { margin: 0 0 14px; }
@media (prefers-color-scheme: dark) {
  .paper { background-color: ${palette.darkPaper} !important; }
  .ink, .intro, .intro p, .intro li { color: ${palette.darkInk} !important; }
  .quiet { color: ${palette.darkQuiet} !important; }
  .accent, .intro a { color: ${darkAccent} !important; }
  .logo-plate { background-color: ${palette.paper} !important; }
  .logo-light { display: none !important; }
  .logo-dark { display: block !important; }
  .rule { border-color: ${palette.darkRule} !important; }
  .button { background-color: ${palette.darkInk} !important; color: ${palette.darkPaper} !important; }
}
@media (max-width: 600px) {
  .sheet { width: 100% !important; }
  .pad { padding-left: 20px !important; padding-right: 20px !important; }
}
`;
