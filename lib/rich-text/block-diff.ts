import type { LineChange } from './diff-attrs';
import type { WordPart } from './diff-words';
import type { RichNode } from './document';

/**
 * What became of one block. `moved` stands where it is now, `left` where it was; both carry the same `move`. A moved block
 * may have changed as well.
 */
export interface BlockDiff {
  change: 'same' | 'inserted' | 'deleted' | 'changed' | 'moved' | 'left';
  /** As it is now; as it was, for what is gone. */
  node: RichNode;
  /** What the words do not show: "heading of level 2, was of level 3". */
  says: string[];
  /** Of a text block. */
  words?: WordPart[];
  /** Of a list, a quotation, a table, a row, a cell. */
  blocks?: BlockDiff[];
  /** Captions, credits, descriptions: those that changed, or all that there are of what is new or gone. */
  lines?: LineChange[];
  move?: number;
}
