import type { BlockDiff } from '@/lib/rich-text/block-diff';
import { diffRichText } from '@/lib/rich-text/diff';
import { commonPairs } from '@/lib/rich-text/diff-sequence';
import { diffText, type WordPart } from '@/lib/rich-text/diff-words';
import { emptyDocument, type RichText } from '@/lib/rich-text/document';
import type { FilingNames } from './queries/history';
import type { WrittenRevision } from './rules';

/** A line of the story's head or filing that differs. */
export interface FieldChange {
  name: string;
  words: WordPart[];
}

/** Everything in which two versions differ. */
export interface VersionDiff {
  fields: FieldChange[];
  /** The lead picture with its words; null when it is the same. */
  lead: BlockDiff[] | null;
  body: BlockDiff[];
  isSame: boolean;
}

type Filed = Omit<
  WrittenRevision,
  'id' | 'articleId' | 'createdAt' | 'createdBy' | 'milestone' | 'baseRevisionId'
>;

/** Two versions compared, text and filing; `before` is null for the first there was. Pure. */
export function compareVersions(before: Filed | null, after: Filed, names: FilingNames): VersionDiff {
  const fields = fieldChanges(before, after, names);
  const [old, now] = [before && leadOf(before, names), leadOf(after, names)];
  const leads = diffRichText(old ?? { type: 'doc' }, now);
  const lead = leads.every(({ change }) => change === 'same') ? null : leads;
  const body = diffRichText(before?.body ?? emptyDocument(), after.body);
  const isSame = fields.length === 0 && lead === null && body.every(({ change }) => change === 'same');
  return { fields, lead, body, isSame };
}

function fieldChanges(before: Filed | null, after: Filed, names: FilingNames): FieldChange[] {
  const text = (name: string, of: (version: Filed) => string): FieldChange => ({
    name,
    words: diffText(before ? of(before) : '', of(after)),
  });
  const list = (name: string, known: Map<number, string>, of: (version: Filed) => number[]): FieldChange => ({
    name,
    words: diffNames(nameAll(before ? of(before) : [], known), nameAll(of(after), known)),
  });
  return [
    text('Headline', ({ title }) => title),
    text('Standfirst', ({ standfirst }) => standfirst),
    list('Sections', names.sections, ({ sectionIds }) => sectionIds),
    list('Tags', names.tags, ({ tagIds }) => tagIds),
    list('By', names.authors, ({ authorIds }) => authorIds),
    list('Series', names.series, ({ seriesId }) => (seriesId === null ? [] : [seriesId])),
    text('Address', ({ slug }) => slug),
    text('Language', ({ lang }) => lang ?? ''),
  ].filter(({ words }) => words.some(({ change }) => change !== 'same'));
}

const nameAll = (ids: number[], known: Map<number, string>): string[] =>
  ids.map((id) => known.get(id) ?? `number ${id}, deleted since`);

/** Names in their order, each there, new or gone; one that changed its place is gone and new. */
function diffNames(before: string[], after: string[]): WordPart[] {
  const parts: WordPart[] = [];
  const add = (change: WordPart['change'], names: string[]) => {
    for (const text of names) {
      if (parts.length > 0)
        parts.push({ change: 'same', pieces: [{ kind: 'text', text: ', ', marks: [] }], says: [] });
      parts.push({ change, pieces: [{ kind: 'text', text, marks: [] }], says: [] });
    }
  };
  let [i, j] = [0, 0];
  for (const [a, b] of [...commonPairs(before, after), [before.length, after.length] as const]) {
    add('deleted', before.slice(i, a));
    add('inserted', after.slice(j, b));
    add('same', after.slice(b, b + 1));
    [i, j] = [a + 1, b + 1];
  }
  return parts;
}

/** The lead as a picture of a text, so that one comparison serves both. */
function leadOf(
  { leadMediaId, leadAlt, leadCaption, leadCredit }: Filed,
  { pictures }: FilingNames,
): RichText {
  if (leadMediaId === null) return { type: 'doc' };
  const attrs = {
    mediaId: leadMediaId,
    hash: pictures.get(leadMediaId) ?? '',
    alt: leadAlt,
    caption: leadCaption,
    credit: leadCredit,
  };
  return { type: 'doc', content: [{ type: 'figure', attrs }] };
}
