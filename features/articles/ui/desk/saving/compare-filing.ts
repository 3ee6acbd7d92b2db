import type { LeadFile } from '../../../queries/draft';
import type { Named } from '../panel/named';

/** Everything about a version but its text. */
export interface Filing {
  slug: string;
  lang: string | null;
  sectionIds: number[];
  authorIds: number[];
  tags: Named[];
  seriesId: number | null;
  lead: LeadFile | null;
  leadAlt: string;
  leadCaption: string;
  leadCredit: string;
}

/** What the ids of a version stand for. */
export interface FilingNames {
  sections: Named[];
  authors: Named[];
  series: Named[];
}

/** One thing in which two versions differ; `picture` names a file. */
export interface FiledFact {
  label: string;
  value: string;
  picture: string | null;
}

/** What is filed otherwise in one of two versions than in the other, side by side and in one order. */
export function compareFiling(
  mine: Filing,
  theirs: Filing,
  names: FilingNames,
): { mine: FiledFact[]; theirs: FiledFact[] } {
  const [a, b] = [factsOf(mine, names), factsOf(theirs, names)];
  const differs = a.map((fact, n) => fact.value !== b[n]?.value || fact.picture !== b[n]?.picture);
  return { mine: a.filter((_, n) => differs[n]), theirs: b.filter((_, n) => differs[n]) };
}

function factsOf(filing: Filing, { sections, authors, series }: FilingNames): FiledFact[] {
  const { slug, lang, sectionIds, authorIds, tags, seriesId, lead } = filing;
  const fact = (label: string, value: string, picture: string | null = null): FiledFact => ({
    label,
    value,
    picture,
  });
  return [
    fact('Sections', inWords(sectionIds, sections)),
    fact('Bylines', inWords(authorIds, authors)),
    fact('Tags', tags.map(({ name }) => name).join(', ')),
    fact('Series', inWords(seriesId === null ? [] : [seriesId], series)),
    fact('Address', slug),
    fact('Language', lang ?? ''),
    fact('Lead picture', lead ? `Picture ${lead.mediaId}` : '', lead?.hash ?? null),
    fact('Description', filing.leadAlt),
    fact('Caption', filing.leadCaption),
    fact('Credit', filing.leadCredit),
  ];
}

const inWords = (ids: number[], named: Named[]): string =>
  ids.map((id) => named.find((each) => each.id === id)?.name ?? `no. ${id}`).join(', ');
