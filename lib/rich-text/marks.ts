import type { RichMark } from './document';
import { safeHref } from './links';
import { cleanUnknown, isNode } from './unknown';

/** The marks there are, outermost first: ProseMirror's own order, which a test compares with the editor's schema. */
export const markOrder = ['link', 'bold', 'code', 'italic', 'strike', 'underline'] as const;
const known = new Set<string>(markOrder);

/** Each mark once, in order, a link only with a safe address. Code bears no other mark. Unknown ones follow as they were. */
export function cleanMarks(marks: unknown): RichMark[] {
  const given = (Array.isArray(marks) ? marks : []).filter(isNode).map(unwrap);
  const byType = new Map(given.map((mark) => [mark.type, mark]));
  if (byType.has('code')) return [{ type: 'code' }];
  const ours = markOrder.flatMap((type) => (byType.has(type) ? cleanMark(byType.get(type) as RichMark) : []));
  return [...ours, ...[...byType.values()].filter((mark) => !known.has(mark.type)).map(cleanUnknown)];
}

function cleanMark(mark: RichMark): RichMark[] {
  if (mark.type !== 'link') return [{ type: mark.type }];
  const href = safeHref(mark.attrs?.href);
  return href === null ? [] : [{ type: 'link', attrs: { href } }];
}

const unwrap = (mark: RichMark): RichMark =>
  mark.type === 'unknownMark' && isNode(mark.attrs?.mark) ? mark.attrs.mark : mark;
