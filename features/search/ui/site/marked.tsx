import type { ExcerptPart } from '../../excerpt';

/** Plain text with what was looked for marked: the parts are text, so nothing in them can be markup. */
export const Marked = ({ parts }: { parts: ExcerptPart[] }) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in their order, never move.
  parts.map(({ text, hit }, i) => (hit ? <mark key={i}>{text}</mark> : text));
