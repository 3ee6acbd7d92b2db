import { sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { Invalid } from '@/lib/errors';

export interface Filing {
  sectionIds: number[];
  tagIds: number[];
  authorIds: number[];
  seriesId: number | null;
}

/** Refuses sections, tags, authors and a series that do not exist, each with its field. */
export async function checkFiling(tx: Work, filing: Filing): Promise<void> {
  const found = await listExistingFiling(tx, filing);
  const count = (of: Filing, name: keyof Filing) => [of[name] ?? []].flat().length;
  const lost = (Object.keys(sentences) as (keyof Filing)[]).filter(
    (name) => count(found, name) < count(filing, name),
  );
  const [first] = lost;
  if (first)
    throw Invalid(sentences[first], {
      fields: Object.fromEntries(lost.map((name) => [name, sentences[name]])),
    });
}

const sentences = {
  sectionIds: 'A section was deleted meanwhile. Choose the sections again.',
  tagIds: 'A tag was deleted meanwhile. Choose the tags again.',
  authorIds: 'An author was deleted meanwhile. Choose the byline again.',
  seriesId: 'The series was deleted meanwhile. Choose another or none.',
} as const satisfies Record<keyof Filing, string>;

/** The same filing without what does not exist, in the same order; a tag that became another exists. One statement. */
export async function listExistingFiling(tx: Work, filing: Filing): Promise<Filing> {
  const { sectionIds, tagIds, authorIds, seriesId } = filing;
  if (sectionIds.length + tagIds.length + authorIds.length === 0 && seriesId === null)
    return { sectionIds, tagIds, authorIds, seriesId };
  const wanted = sql`(select ${JSON.stringify({ sectionIds, tagIds, authorIds })}::jsonb as w)`;
  const [found] = await tx.db.execute<
    Record<'sectionIds' | 'tagIds' | 'authorIds', number[]> & { seriesId: number | null }
  >(sql`
    select
      array(select id::float8 from sections where id in (select jsonb_array_elements_text(w -> 'sectionIds')::bigint)) as "sectionIds",
      array(select id::float8 from (select id from tags union all select from_id from tag_merges) t where id in (select jsonb_array_elements_text(w -> 'tagIds')::bigint)) as "tagIds",
      array(select id::float8 from authors where id in (select jsonb_array_elements_text(w -> 'authorIds')::bigint)) as "authorIds",
      (select id::float8 from series where id = ${seriesId}::bigint) as "seriesId"
    from ${wanted} wanted`);
  return {
    sectionIds: sectionIds.filter((id) => found?.sectionIds.includes(id)),
    tagIds: tagIds.filter((id) => found?.tagIds.includes(id)),
    authorIds: authorIds.filter((id) => found?.authorIds.includes(id)),
    seriesId: found?.seriesId ?? null,
  };
}
