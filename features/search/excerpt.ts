import { plainWords } from './words';

/** A piece of an excerpt; `hit` is what was looked for. */
export interface ExcerptPart {
  text: string;
  hit: boolean;
}

/** What is marked: words as the index has them, and runs of scripts without spaces, found within longer ones. */
export interface Sought {
  words: ReadonlySet<string>;
  runs: readonly string[];
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’.,][\p{L}\p{M}\p{N}]+)*/gu;

interface Hit {
  from: number;
  to: number;
  /** Which of the sought it is: an excerpt with two different words says more than one with the same twice. */
  of: string;
}

/** A whole line with what was looked for marked. */
export const marked = (text: string, sought: Sought): ExcerptPart[] =>
  cutUp(text, 0, text.length, hitsIn(text, sought));

/**
 * The stretch of a text, of about so many characters, with the most of what was looked for, cut between words, an
 * ellipsis where it was cut; null when nothing of it is there. Plain text in, plain text out: what a page marks is up to
 * the page, and markup in a text stays text.
 */
export function excerpt(text: string, sought: Sought, characters = 220): ExcerptPart[] | null {
  const flat = text.replace(/\s+/g, ' ').trim();
  const hits = hitsIn(flat, sought);
  const best = bestHit(hits, characters);
  if (best === null) return null;
  const lead = Math.round(characters / 5);
  const from = best.from <= lead ? 0 : afterSpace(flat, best.from - lead, best.from);
  const to = from + characters >= flat.length ? flat.length : beforeSpace(flat, from + characters, best.to);
  const parts = cutUp(flat, from, to, hits);
  if (from > 0) parts.unshift({ text: '… ', hit: false });
  if (to < flat.length) parts.push({ text: ' …', hit: false });
  return parts;
}

/** Enough to choose from: a text that is nothing but hits must not cost more than others. */
const mostHits = 400;

function hitsIn(text: string, { words, runs }: Sought): Hit[] {
  const hits: Hit[] = [];
  for (const { 0: typed, index } of text.matchAll(wordPattern)) {
    const [word = '', ...more] = plainWords(typed);
    if (more.length === 0) {
      if (words.has(word)) hits.push({ from: index, to: index + typed.length, of: word });
    } else hits.push(...piecesOf(typed, index, words));
    if (runs.length > 0) hits.push(...runsIn(typed, index, runs));
    if (hits.length >= mostHits) break;
  }
  return hits.sort((a, b) => a.from - b.from);
}

/** Of what is several words to the index (letters and another script, a name with an apostrophe), each by itself. */
function piecesOf(typed: string, index: number, words: ReadonlySet<string>): Hit[] {
  const hits: Hit[] = [];
  for (const { 0: piece, index: at } of typed.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const [word = '', ...more] = plainWords(piece);
    if (more.length === 0 && words.has(word))
      hits.push({ from: index + at, to: index + at + piece.length, of: word });
  }
  return hits;
}

function runsIn(typed: string, index: number, runs: readonly string[]): Hit[] {
  const text = typed.normalize('NFC');
  // Composing may move letters; then they are not marked rather than marked wrong.
  if (text.length !== typed.length) return [];
  return runs.flatMap((run) => {
    const hits: Hit[] = [];
    for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length))
      hits.push({ from: index + at, to: index + at + run.length, of: run });
    return hits;
  });
}

/** The hit from which on most different ones lie within reach. */
function bestHit(hits: Hit[], characters: number): Hit | null {
  let best: Hit | null = null;
  let most = 0;
  for (const [i, hit] of hits.entries()) {
    const near = new Set<string>();
    for (let j = i; j < hits.length && (hits[j]?.to ?? 0) - hit.from < characters * 0.75; j++)
      near.add(hits[j]?.of ?? '');
    if (near.size > most) [best, most] = [hit, near.size];
  }
  return best;
}

function cutUp(text: string, from: number, to: number, hits: Hit[]): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let at = from;
  const add = (end: number, hit: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), hit });
    at = Math.max(at, end);
  };
  for (const hit of hits) {
    if (hit.from < at || hit.to > to) continue;
    add(hit.from, false);
    add(hit.to, true);
  }
  add(to, false);
  return parts;
}

/** Where scripts write no spaces, between any two characters. */
function afterSpace(text: string, from: number, limit: number): number {
  const space = text.indexOf(' ', from);
  return space >= 0 && space < limit ? space + 1 : wholeCharacter(text, from);
}

function beforeSpace(text: string, to: number, limit: number): number {
  const space = text.lastIndexOf(' ', to);
  return space > limit ? space : wholeCharacter(text, Math.max(to, limit));
}

/** Not between the halves of a surrogate pair. */
const wholeCharacter = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
