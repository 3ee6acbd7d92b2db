import type { Node } from '@tiptap/pm/model';
import { readingMinutes } from '@/lib/reading-time';
import type { RichNode } from '@/lib/rich-text/document';
import { countWords } from '@/lib/rich-text/text';

export interface Length {
  words: number;
  minutes: number;
}

/**
 * Counts as the server does, but each paragraph only when it has changed: ProseMirror keeps the nodes that have not, so
 * counting after a keystroke costs one paragraph, not ten thousand words.
 */
export function wordCounter(lang: string | null): (document: Node) => Length {
  const known = new WeakMap<Node, number>();
  return (document) => {
    let words = 0;
    document.forEach((block) => {
      let count = known.get(block);
      if (count === undefined) {
        count = countWords({ type: 'doc', content: [block.toJSON() as RichNode] }, lang);
        known.set(block, count);
      }
      words += count;
    });
    return { words, minutes: readingMinutes(words) };
  };
}
