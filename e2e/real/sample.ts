import { readFileSync } from 'node:fs';
import path from 'node:path';

const shared = path.resolve(import.meta.dirname, '../../../shared');

export interface SampleFigure {
  alt: string;
  /** As printed, the "(Image Credit: …)" at its end included. */
  caption: string;
}

export type SampleBlock =
  | { kind: 'paragraph' | 'heading'; text: string }
  | ({ kind: 'figure' } & SampleFigure);

export interface Sample {
  title: string;
  sections: string[];
  readingLine: string;
  blocks: SampleBlock[];
  copyrightHolder: string;
  copyrightStartYear: number;
  about: string;
  contactEmail: string;
  listName: string;
}

/** Reads `sample/page.txt`, the page the paper must at least reproduce, into what an editor would type. */
export function readSample(): Sample {
  const lines = readFileSync(path.join(shared, 'sample/page.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const title = lines[0] ?? '';
  const filing = lines.find((line) => line.includes(' No Comments on ')) ?? '';
  const start = lines.findIndex((line) => line.endsWith('minute read'));
  const end = lines.indexOf('Related Articles');
  const copyright = /^Copyright © (\d{4})-\d{4} (.+)$/.exec(
    lines.find((line) => line.startsWith('Copyright')) ?? '',
  );
  const about =
    lines.find((line) => line.includes('contact editor at') || line.includes('contact at ')) ?? '';
  return {
    title,
    sections: filing.split(' No Comments on ')[0]?.split(', ') ?? [],
    readingLine: lines[start] ?? '',
    blocks: toBlocks(lines.slice(start + 1, end)),
    copyrightStartYear: Number(copyright?.[1]),
    copyrightHolder: copyright?.[2] ?? '',
    about: about.replace(/\s*To get .*$/, ''),
    contactEmail: /[\w.-]+@[\w.-]+\w/.exec(about)?.[0] ?? '',
    listName: (lines.find((line) => line.startsWith('Subscribe to ')) ?? '').replace('Subscribe to ', ''),
  };
}

/** A caption ends in its credit and follows its alt text; a heading is short and has no full stop. */
function toBlocks(lines: string[]): SampleBlock[] {
  const filled = lines.filter(Boolean);
  return filled.flatMap((text, index): SampleBlock[] => {
    if (isCaption(filled[index + 1])) return [];
    if (isCaption(text)) return [{ kind: 'figure', alt: filled[index - 1] ?? '', caption: text }];
    return [{ kind: text.split(' ').length < 8 && !/[.”]$/.test(text) ? 'heading' : 'paragraph', text }];
  });
}

const isCaption = (text: string | undefined) => text !== undefined && /\(Image Credit: [^()]+\)$/.test(text);
