/**
 * Text as Postgres, XML and JSON all take it: without NUL and the other control characters (tab and line feed stay),
 * without lone surrogates and noncharacters, line ends as `\n`. Nothing a person typed on purpose is lost.
 * Source: XML 1.0 section 2.2 (Char); Postgres refuses U+0000 in `text` and lone surrogates in `jsonb`.
 */
export const cleanText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(forbidden, '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is its purpose.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
