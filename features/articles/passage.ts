import { allLines, allText, plainText } from '@/lib/rich-text/text';
import type { WrittenRevision } from './rules';

type Words = Pick<WrittenRevision, 'title' | 'standfirst' | 'leadCaption' | 'body'>;

/** Whether words stand somewhere in a version; spaces, capitals and the form of quotation marks and dashes do not matter. */
export function holdsPassage({ title, standfirst, leadCaption, body }: Words, passage: string): boolean {
  const wanted = plain(passage);
  const texts = [plainText(body), allLines(body).join(' '), allText(body), ...captionsOf(body)];
  return [title, standfirst, leadCaption, ...texts].some((text) => plain(text).includes(wanted));
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase();

const captionsOf = (node: { attrs?: Record<string, unknown>; content?: unknown[] }): string[] => [
  ...Object.values(node.attrs ?? {}).filter((value) => typeof value === 'string'),
  ...(node.content ?? []).flatMap((child) => captionsOf(child as typeof node)),
];
