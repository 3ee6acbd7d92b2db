import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { headLimits } from '../../../../head-limits';
import { type Head, type HeadField, HeadStep, headFields } from './head-step';

export interface Wanted {
  words: string;
  matchCase: boolean;
  wholeWords: boolean;
}

/** In the headline or the standfirst: the words from `from` to `to` of that field. */
export interface HeadMatch {
  in: 'head';
  field: HeadField;
  from: number;
  to: number;
}

/** In the running text, or in a line that belongs to a part (a caption, a credit, a source). */
export type BodyMatch = {
  /** What is shown as found, in the document: the words, or the part whose line holds them. */
  from: number;
  to: number;
} & ({ in: 'text' } | { in: 'line'; name: string; at: number; length: number });

export type Match = HeadMatch | BodyMatch;

/** The lines of words of a part, as its attributes. */
const lines = ['caption', 'credit', 'alt', 'source'];
/** More are counted by nobody, and marking them would stand between keystrokes. */
export const mostMatches = 2_000;

/**
 * Every place where the words are, in the order of reading, without overlaps: headline, standfirst, text. A space stands for any space, a straight
 * quotation mark or apostrophe for the curly ones too. Words that a part of the text, a note or a break stands between
 * are not found as one.
 */
export function findMatches(doc: Node, wanted: Wanted, head: Head): Match[] {
  const pattern = patternOf(wanted);
  if (!pattern) return [];
  const found: Match[] = headFields.flatMap((field) =>
    [...matchesIn(head[field], pattern)].map(
      ({ at, length }) => ({ in: 'head', field, from: at, to: at + length }) as const,
    ),
  );
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

interface Replacement {
  matches: Match[];
  /** What they were found in, beside the text. */
  head: Head;
  by: string;
}

/** Puts other words in all of these places, in one step of undo. */
export function replaceMatches(transaction: Transaction, { matches, head, by }: Replacement): Transaction {
  for (const field of headFields) {
    const after = fieldWith(field, { matches, head, by });
    if (after !== head[field]) transaction.step(new HeadStep(field, head[field], after));
  }
  // From the end to the beginning, so that no place moves before its turn.
  for (const match of matches.toReversed()) if (match.in !== 'head') replaceInBody(transaction, match, by);
  return transaction;
}

/** The fields of the head that would hold more than is saved of them. */
export const tooLongWith = (replacement: Replacement): HeadField[] =>
  headFields.filter((field) => fieldWith(field, replacement).length > headLimits[field]);

const fieldWith = (field: HeadField, { matches, head, by }: Replacement): string =>
  matches
    .filter((match) => match.in === 'head' && match.field === field)
    .reduceRight((words, { from, to }) => spliced(words, from, to, by), head[field]);

function replaceInBody(transaction: Transaction, match: BodyMatch, by: string): void {
  const { from, to } = match;
  if (match.in === 'line') {
    const line = String(transaction.doc.nodeAt(from)?.attrs[match.name] ?? '');
    transaction.setNodeAttribute(from, match.name, spliced(line, match.at, match.at + match.length, by));
  } else if (by === '') transaction.delete(from, to);
  else {
    // In the form that the first of the words had: bold stays bold, a link a link.
    const marks = transaction.doc.nodeAt(from)?.marks ?? [];
    transaction.replaceWith(from, to, transaction.doc.type.schema.text(by, marks));
  }
}

const spliced = (words: string, from: number, to: number, by: string): string =>
  words.slice(0, from) + by + words.slice(to);

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
