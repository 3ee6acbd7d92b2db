import { cleanText } from '@/lib/clean-text';
import { pathWords } from '@/lib/public-path';
import { answersItself } from '@/lib/reserved-words';

/** What somebody wants: the addresses as they were typed, and where they stood in a paste. */
export interface Wish {
  line: number;
  from: string;
  to: string;
}

export type Fault = { field: 'from' | 'to'; sentence: string };
/** A wish that could be: the old path's words, and where it is to lead. */
export interface Sound extends Wish {
  words: string[];
  path: string;
  target: string;
}

const longest = 500;
const fault = (field: Fault['field'], sentence: string): Fault => ({ field, sentence });

/**
 * Reads one wish. Old addresses are kept as the paper looks them up: decoded, in small letters, no slash at the ends. A
 * new one begins with / (kept as it is typed, with what follows ? or #), or lies elsewhere under https://. Addresses that
 * carry the paper's own name are taken as paths.
 */
export function readWish(wish: Wish, siteUrl: string): Sound | Fault {
  const from = asPath(wish.from, siteUrl);
  const words = from === null ? null : pathWords(from);
  if (from === null || words === null)
    return fault('from', 'Write the old address as a path of this paper, like /2014/old-page.');
  if (/[?#]/.test(from))
    return fault('from', 'Leave out what follows ? or #: it tells no two addresses apart here.');
  const [first] = words;
  if (first === undefined) return fault('from', 'The front page cannot lead elsewhere.');
  // A route of its own answers every tag, author and series; whether this one exists is looked up.
  if (answersItself(first) && !(shelves.has(first) && words.length > 1))
    return fault('from', `Broadsheet itself answers everything under /${first}.`);
  const target = readTarget(wish.to, siteUrl);
  if (target === null)
    return fault(
      'to',
      'Write a path of this paper that begins with /, or a whole address that begins with https://.',
    );
  const path = words.join('/');
  return target === `/${path}` || pathOf(target) === path
    ? fault('to', 'That is the address itself.')
    : { ...wish, words, path, target };
}

const shelves: ReadonlySet<string> = new Set(['tag', 'author', 'series']);

/** The path that a target within the paper asks for, as addresses are kept; null for what lies elsewhere. */
export function pathOf(target: string): string | null {
  if (!target.startsWith('/')) return null;
  return pathWords(target.replace(/[?#].*$/, ''))?.join('/') ?? null;
}

function asPath(typed: string, siteUrl: string): string | null {
  const text = cleanText(typed).trim();
  if (text === '' || text.length > longest) return null;
  if (text.startsWith('//')) return null;
  const within = withinPaper(text, siteUrl);
  if (within !== null) return within;
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? null : text;
}

function readTarget(typed: string, siteUrl: string): string | null {
  const text = cleanText(typed).trim();
  if (text === '' || text.length > longest || /[\s\\]/.test(text)) return null;
  const within = withinPaper(text, siteUrl) ?? text;
  // A browser reads two slashes, also behind dots, as another site's name.
  if (within.startsWith('/')) {
    const url = URL.canParse(within, siteUrl) ? new URL(within, siteUrl) : null;
    return url?.origin === new URL(siteUrl).origin && !url.pathname.startsWith('//')
      ? `${url.pathname}${url.search}${url.hash}`
      : null;
  }
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, hostname, href } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.') ? href : null;
}

/** `https://paper.example/old` as `/old`, when that is this paper. */
function withinPaper(text: string, siteUrl: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.host === new URL(siteUrl).host ? `${url.pathname}${url.search}${url.hash}` : null;
}

/**
 * Pasted lines as wishes: `/old /new`, `/old -> /new`, columns of a table (tabs), or CSV with commas or semicolons; a
 * third column (`301`) is passed over. Empty lines, those that begin with #, and a row of headings are left out.
 */
export function readPaste(text: string): (Wish | { line: number; text: string })[] {
  return text.split(/\r?\n/).flatMap((raw, at): (Wish | { line: number; text: string })[] => {
    const line = at + 1;
    const written = raw.trim();
    if (written === '' || written.startsWith('#')) return [];
    const [from = '', to = '', ...rest] = columnsOf(written);
    if (at === 0 && !written.includes('/')) return [];
    const whole = from !== '' && to !== '' && rest.every((column) => /^(?:30[1278])?$/.test(column));
    return [whole ? { line, from, to } : { line, text: written.slice(0, 200) }];
  });
}

function columnsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((column) => column.trim());
  const words = line.split(/\s+(?:(?:->|=>|→)\s+)?/);
  // `/old, /new` is CSV with a space for the eye.
  if (!line.startsWith('"') && words.length > 1 && !/[,;]$/.test(words[0] ?? '')) return words;
  const separator = line.includes(';') ? ';' : ',';
  return csvColumns(line, separator);
}

/** RFC 4180, one record without line breaks in it. */
function csvColumns(line: string, separator: ',' | ';'): string[] {
  const column = separator === ',' ? /("(?:[^"]|"")*"|[^,]*)(?:,|$)/gy : /("(?:[^"]|"")*"|[^;]*)(?:;|$)/gy;
  return [...line.matchAll(column)]
    .map(([, text = '']) => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text).trim())
    .filter((text, at, all) => text !== '' || at < all.length - 1);
}

/**
 * Where a wish leads in the end: through other wishes and redirects that stand, so that readers are sent once. Null when
 * it would come back to itself. `next` names where a path leads on, or nothing.
 */
export function endOf(
  path: string,
  target: string,
  next: (path: string) => string | undefined,
): string | null {
  const seen = new Set([path]);
  let end = target;
  for (;;) {
    const on = pathOf(end);
    if (on === null) return end;
    if (seen.has(on)) return null;
    seen.add(on);
    const further = next(on);
    if (further === undefined) return end;
    end = further;
  }
}
