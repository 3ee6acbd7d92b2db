import type { RichNode } from '@/lib/rich-text/document';

const noteLine = /^ {0,3}\[\^([^\]\s]{1,50})\]:[ ]*(.*)$/;
const fence = /^ {0,3}(?:```|~~~)/;

/** Whether a line says what a footnote says: `[^1]: words`. */
export const isNoteLine = (line: string): boolean => noteLine.test(line);

/** The notes at the end of a Markdown text, taken out of its lines; a note that nothing refers to stays where it was. */
export function takeNotes(lines: string[]): { lines: string[]; notes: Map<string, string> } {
  const wanted = new Set(
    [...lines.join('\n').matchAll(/\[\^([^\]\s]{1,50})\](?!:)/g)].map(([, name]) => name),
  );
  const notes = new Map<string, string>();
  const rest: string[] = [];
  let inFence = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (fence.test(line)) inFence = !inFence;
    const [, name = '', words = ''] = (!inFence && noteLine.exec(line)) || [];
    if (name === '' || notes.has(name) || !wanted.has(name)) {
      rest.push(line);
      continue;
    }
    const own = [words];
    while (/^ {2,}\S/.test(lines[at + 1] ?? '')) own.push((lines[++at] ?? '').trim());
    notes.set(name, own.join(' ').trim());
  }
  return { lines: rest, notes };
}

/** The nodes with a footnote for each `[^1]` whose note is known. */
export function putNotes(nodes: RichNode[], notes: Map<string, RichNode[]>): RichNode[] {
  if (notes.size === 0) return nodes;
  return nodes.flatMap((node) => {
    if (node.type === 'codeBlock' || node.marks?.some(({ type }) => type === 'code')) return [node];
    if (node.content) return [{ ...node, content: putNotes(node.content, notes) }];
    return node.text?.includes('[^') ? split(node, notes) : [node];
  });
}

function split(node: RichNode, notes: Map<string, RichNode[]>): RichNode[] {
  const parts = (node.text ?? '').split(/(\[\^[^\]\s]{1,50}\])/);
  return parts.flatMap((part): RichNode[] => {
    const note = notes.get(part.slice(2, -1));
    if (part.startsWith('[^') && note)
      return [{ type: 'footnote', ...(note.length > 0 && { content: note }) }];
    return part === '' ? [] : [{ ...node, text: part }];
  });
}
