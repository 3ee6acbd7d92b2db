import type { RichMark, RichNode } from '@/lib/rich-text/document';
import { safeHref } from '@/lib/rich-text/links';
import { isNoteLine, putNotes, takeNotes } from './markdown-notes';
import { beginsTable, tableOf } from './markdown-table';

const headingLine = /^ {0,3}(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/;
const fenceLine = /^ {0,3}(```+|~~~+)[^`]*$/;
const ruleLine = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const quoteLine = /^ {0,3}> ?/;
const itemLine = /^( *)([-*+]|\d{1,9}[.)])[ \t]+(.*)$/;

/**
 * Whether plain text was written in Markdown: a sign that nobody types by chance (a heading, a fence, a link, a quote), or
 * several list lines. A story that merely begins a line with a number or a dash is not.
 */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.split('\n');
  const items = lines.filter((line) => /^ *[-*+] +\S/.test(line)).length;
  return (
    lines.some((line) => headingLine.test(line) || /^```/.test(line) || /^> \S/.test(line)) ||
    /\[[^\]\n]+\]\((?:https?:|mailto:|\/)[^)\s]*\)/.test(text) ||
    /(?:^|\s)\*\*[^*\n]+\*\*(?:\W|$)/m.test(text) ||
    lines.some((line, at) => isNoteLine(line) || beginsTable(line, lines[at + 1] ?? '')) ||
    items >= 2
  );
}

/**
 * Markdown as the editor's nodes: the part of CommonMark that a story can hold. What it does not know stays as the text
 * that it is, so that nothing is lost. One `#` becomes a heading of rank 2, the highest in a story.
 */
export function markdownNodes(text: string): RichNode[] {
  const { lines, notes } = takeNotes(text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n'));
  return putNotes(blocks(lines), new Map([...notes].map(([name, words]) => [name, inline(words)])));
}

function blocks(lines: string[]): RichNode[] {
  const out: RichNode[] = [];
  const hasOne = lines.some((line) => /^# /.test(line));
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const heading = headingLine.exec(line);
    if (line.trim() === '') at++;
    else if (heading) {
      const level = Math.min(4, (heading[1]?.length ?? 1) + (hasOne ? 1 : 0));
      out.push({ type: 'heading', attrs: { level: Math.max(2, level) }, content: inline(heading[2] ?? '') });
      at++;
    } else if (fenceLine.test(line)) at = fence(lines, at, out);
    else if (ruleLine.test(line)) {
      out.push({ type: 'horizontalRule' });
      at++;
    } else if (quoteLine.test(line)) {
      const end = endOf(lines, at, (next) => quoteLine.test(next));
      out.push({
        type: 'blockquote',
        content: blocks(lines.slice(at, end).map((each) => each.replace(quoteLine, ''))),
      });
      at = end;
    } else if (itemLine.test(line)) at = list(lines, at, out);
    else if (beginsTable(line, lines[at + 1] ?? '')) {
      const end = endOf(lines, at + 2, (next) => next.includes('|'));
      out.push(tableOf(lines.slice(at, end), inline));
      at = end;
    } else at = paragraph(lines, at, out);
  }
  return out;
}

const endOf = (lines: string[], from: number, holds: (line: string) => boolean): number => {
  let at = from;
  while (at < lines.length && holds(lines[at] ?? '')) at++;
  return at;
};

function fence(lines: string[], at: number, out: RichNode[]): number {
  const mark = fenceLine.exec(lines[at] ?? '')?.[1] ?? '```';
  const end = endOf(lines, at + 1, (line) => !line.trim().startsWith(mark));
  const text = lines.slice(at + 1, end).join('\n');
  out.push({ type: 'codeBlock', ...(text !== '' && { content: [{ type: 'text', text }] }) });
  return end + 1;
}

/** Items of one list, each with the indented lines that belong to it. */
function list(lines: string[], from: number, out: RichNode[]): number {
  const first = itemLine.exec(lines[from] ?? '');
  const indent = first?.[1]?.length ?? 0;
  const ordered = /\d/.test(first?.[2] ?? '');
  const items: RichNode[] = [];
  let at = from;
  while (at < lines.length) {
    const item = itemLine.exec(lines[at] ?? '');
    if (!item || (item[1]?.length ?? 0) > indent + 1 || (item[1]?.length ?? 0) < indent) break;
    if (/\d/.test(item[2] ?? '') !== ordered) break;
    const own = [item[3] ?? ''];
    at++;
    while (at < lines.length && belongs(lines, at, indent))
      own.push((lines[at++] ?? '').slice(indent).replace(/^ {1,4}/, ''));
    items.push({ type: 'listItem', content: itemContent(own) });
  }
  const start = Number.parseInt(first?.[2] ?? '1', 10);
  out.push(
    ordered
      ? { type: 'orderedList', attrs: { start: start || 1 }, content: items }
      : { type: 'bulletList', content: items },
  );
  return at;
}

/** A line goes on with the item above when it is indented further; an empty one when such a line follows. */
function belongs(lines: string[], at: number, indent: number): boolean {
  const line = lines[at] ?? '';
  if (line.trim() === '') return /^ +\S/.test(lines[at + 1] ?? '') && leading(lines[at + 1] ?? '') > indent;
  return leading(line) > indent;
}

const leading = (line: string): number => line.length - line.trimStart().length;

function itemContent(lines: string[]): RichNode[] {
  const content = blocks(lines);
  return content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content];
}

function paragraph(lines: string[], from: number, out: RichNode[]): number {
  const starts = (line: string) =>
    line.trim() === '' ||
    headingLine.test(line) ||
    fenceLine.test(line) ||
    quoteLine.test(line) ||
    ruleLine.test(line);
  const end = Math.max(
    from + 1,
    endOf(lines, from, (line) => !starts(line) && (line === lines[from] || !itemLine.test(line))),
  );
  const text = lines.slice(from, end);
  const content = text.flatMap((line, i): RichNode[] => {
    const last = i === text.length - 1;
    const breaks = !last && / {2,}$|\\$/.test(line);
    const words = line.trim().replace(/\\$/, breaks ? '' : '\\');
    return [...inline(last || breaks ? words : `${words} `), ...(breaks ? [{ type: 'hardBreak' }] : [])];
  });
  out.push({ type: 'paragraph', content });
  return end;
}

/** What opens a stretch of text, tried at each place in this order. Each pattern is anchored and looks at one line only. */
const spans: { pattern: RegExp; mark: (match: RegExpExecArray) => RichMark | null; text: 1 | 2 }[] = [
  { pattern: /^(`+)(.+?)\1(?!`)/, mark: () => ({ type: 'code' }), text: 2 },
  { pattern: /^\*\*(?!\s)(.+?)(?<!\s)\*\*(?!\*)/, mark: () => ({ type: 'bold' }), text: 1 },
  { pattern: /^__(?!\s)(.+?)(?<!\s)__(?!\w)/, mark: () => ({ type: 'bold' }), text: 1 },
  { pattern: /^~~(?!\s)(.+?)(?<!\s)~~/, mark: () => ({ type: 'strike' }), text: 1 },
  { pattern: /^\*(?![\s*])(.+?)(?<![\s*])\*(?!\*)/, mark: () => ({ type: 'italic' }), text: 1 },
  { pattern: /^_(?![\s_])(.+?)(?<![\s_])_(?!\w)/, mark: () => ({ type: 'italic' }), text: 1 },
  {
    pattern: /^\[([^\]]{1,300})\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/,
    mark: (match) => link(match[2]),
    text: 1,
  },
  { pattern: /^<(https?:\/\/[^>\s]+)>/, mark: (match) => link(match[1]), text: 1 },
];
/** Longest stretch under one mark, in characters: what is longer stays text, and a wall of brackets costs nothing. */
const longestSpan = 1000;

const link = (href: string | undefined): RichMark | null => {
  const safe = safeHref(href);
  return safe === null ? null : { type: 'link', attrs: { href: safe } };
};

/** A line's text with its marks. */
function inline(line: string, marks: RichMark[] = []): RichNode[] {
  const out: RichNode[] = [];
  let plain = '';
  const endPlain = () => {
    if (plain !== '') out.push(textNode(plain, marks));
    plain = '';
  };
  for (let at = 0; at < line.length; ) {
    const found = spanAt(line, at);
    if (found) {
      endPlain();
      const inner = [...marks, found.mark];
      out.push(...(found.mark.type === 'code' ? [textNode(found.text, inner)] : inline(found.text, inner)));
      at += found.length;
    } else if (/^\\[!-/:-@[-`{-~]/.test(line.slice(at, at + 2))) {
      plain += line[at + 1] ?? '';
      at += 2;
    } else plain += line[at++] ?? '';
  }
  endPlain();
  return out;
}

function spanAt(line: string, at: number): { mark: RichMark; text: string; length: number } | null {
  if (!/[`*_~[<]/.test(line[at] ?? '')) return null;
  // snake_case and 2*3 are words, not emphasis.
  if (line[at] === '_' && /\w/.test(line[at - 1] ?? '')) return null;
  const rest = line.slice(at, at + longestSpan);
  for (const { pattern, mark, text } of spans) {
    const match = pattern.exec(rest);
    const made = match && mark(match);
    if (match && made) return { mark: made, text: match[text] ?? '', length: match[0].length };
  }
  return null;
}

const textNode = (text: string, marks: RichMark[]): RichNode =>
  marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
