import { sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { Invalid } from '@/lib/errors';

export interface Filing {
  sectionIds: number[];
  tagIds: number[];
  authorIds: number[];
}

/** Refuses sections, tags and authors that do not exist, each with its field. One statement for all three. */
export async function checkFiling(tx: Work, filing: Filing): Promise<void> {
  const wanted = { sectionIds: filing.sectionIds, tagIds: filing.tagIds, authorIds: filing.authorIds };
  if (Object.values(wanted).every((ids) => ids.length === 0)) return;
  const [found] = await tx.db.execute<{ sections: number; tags: number; authors: number }>(sql`
    select
      (select count(*)::int from sections where id in (select jsonb_array_elements_text(w -> 'sectionIds')::bigint)) as sections,
      (select count(*)::int from tags where id in (select jsonb_array_elements_text(w -> 'tagIds')::bigint)) as tags,
      (select count(*)::int from authors where id in (select jsonb_array_elements_text(w -> 'authorIds')::bigint)) as authors
    from (select ${JSON.stringify(wanted)}::jsonb as w) wanted`);
  const fields = {
    ...(found?.sections !== filing.sectionIds.length && {
      sectionIds: 'A section was deleted meanwhile. Choose the sections again.',
    }),
    ...(found?.tags !== filing.tagIds.length && {
      tagIds: 'A tag was deleted meanwhile. Choose the tags again.',
    }),
    ...(found?.authors !== filing.authorIds.length && {
      authorIds: 'An author was deleted meanwhile. Choose the byline again.',
    }),
  };
  const [first] = Object.values(fields);
  if (first) throw Invalid(first, { fields });
}
