import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

export interface Wanted {
  words: string;
  matchCase: boolean;
  wholeWords: boolean;
}

/** Where the words are: in the running text, or in a line that belongs to a part (a caption, a credit, a source). */
export type Match = {
  /** What is shown as found, in the document: the words, or the part whose line holds them. */
  from: number;
  to: number;
} & ({ in: 'text' } | { in: 'line'; name: string; at: number; length: number });

/** The lines of words of a part, as its attributes. */
const lines = ['caption', 'credit', 'alt', 'source'];
/** More are counted by nobody, and marking them would stand between keystrokes. */
export const mostMatches = 2_000;

/**
 * Every place where the words are, in the order of the text, without overlaps. A space stands for any space, a straight
 * quotation mark or apostrophe for the curly ones too. Words that a part of the text, a note or a break stands between
 * are not found as one.
 */
export function findMatches(doc: Node, wanted: Wanted): Match[] {
  const pattern = patternOf(wanted);
  const found: Match[] = [];
  if (!pattern) return found;
  doc.descendants((node, pos) => {
    if (found.length >= mostMatches) return false;
    if (node.inlineContent) {
      for (const { at, length } of matchesIn(textOf(node), pattern)) {
        const from = pos + 1 + at;
        found.push({ in: 'text', from, to: from + length });
      }
    }
    for (const name of lines) {
      const line: unknown = node.attrs[name];
      if (typeof line !== 'string' || line === '') continue;
      for (const { at, length } of matchesIn(line, pattern))
        found.push({ in: 'line', name, at, length, from: pos, to: pos + node.nodeSize });
    }
  });
  return found.slice(0, mostMatches);
}

/** Puts other words in all of these places, in one step of undo. */
export function replaceMatches(transaction: Transaction, matches: Match[], by: string): Transaction {
  // From the end to the beginning, so that no place moves before its turn.
  for (const match of matches.toReversed()) {
    const { from, to } = match;
    if (match.in === 'line') {
      const line = String(transaction.doc.nodeAt(from)?.attrs[match.name] ?? '');
      const changed = line.slice(0, match.at) + by + line.slice(match.at + match.length);
      transaction.setNodeAttribute(from, match.name, changed);
    } else if (by === '') transaction.delete(from, to);
    else {
      // In the form that the first of the words had: bold stays bold, a link a link.
      const marks = transaction.doc.nodeAt(from)?.marks ?? [];
      transaction.replaceWith(from, to, transaction.doc.type.schema.text(by, marks));
    }
  }
  return transaction;
}

/** A textblock's own text, a character a position; what is no text, with all that is in it, counts as what no word holds. */
function textOf(block: Node): string {
  let text = '';
  block.forEach((child) => {
    text += child.isText ? (child.text ?? '') : '\ufffc'.repeat(child.nodeSize);
  });
  return text;
}

function* matchesIn(text: string, pattern: RegExp): Generator<{ at: number; length: number }> {
  for (const match of text.matchAll(pattern)) yield { at: match.index, length: match[0].length };
}

function patternOf({ words, matchCase, wholeWords }: Wanted): RegExp | null {
  if (words.trim() === '') return null;
  const escaped = words
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/['’‘]/g, "['’‘]")
    .replace(/["“”„]/g, '["“”„]');
  const source = wholeWords ? `(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])` : escaped;
  return new RegExp(source, matchCase ? 'gu' : 'giu');
}
