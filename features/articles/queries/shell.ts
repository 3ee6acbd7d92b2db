import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { type ListedSection, nest, type SectionRow } from '@/features/taxonomy/queries';

/** What stands around every page of the paper besides its settings. */
export interface Shell {
  /** Parents before their children. */
  sections: ListedSection[];
  /** Live staff pages, by title. */
  pages: { id: number; title: string; slug: string }[];
  /** Those that a menu leads to, by the number that the menu has; one that became another is that other. */
  tags: { id: number; name: string; slug: string }[];
}

type Row = {
  sections: SectionRow[] | null;
  pages: Shell['pages'] | null;
  tags: Shell['tags'] | null;
};

/**
 * Sections, staff pages and the tags of the menus: one round trip, because every page makes it.
 * EXPLAIN (100,000 stories): Sort › Seq Scan on sections (dozens); Index Scan using articles_pages › revisions_pkey;
 * settings_pkey › tags_pkey. Nothing grows with the number of stories.
 */
export async function readShellRows(ctx: Ctx): Promise<Shell> {
  const [row] = await ctx.db.execute<Row>(sql`
    select
      (select json_agg(json_build_object('id', s.id, 'name', s.name, 'slug', s.slug, 'description', s.description,
          'parentId', s.parent_id, 'position', s.position, 'createdAt', s.created_at) order by s.position, s.id)
        from sections s) as sections,
      (select json_agg(json_build_object('id', a.id, 'title', r.title, 'slug', a.live_slug) order by lower(r.title), a.id)
        from articles a join revisions r on r.id = a.live_revision_id
        where a.kind = 'page' and a.live_revision_id is not null) as pages,
      (select json_agg(json_build_object('id', i.id, 'name', t.name, 'slug', t.slug))
        from (
          select distinct (found #>> '{}')::bigint as id
          from settings s, jsonb_path_query(s.value, '$.** ? (@.kind == "tag").id') found
          where s.key in ('mainMenu', 'footerMenu')) i
        left join tag_merges m on m.from_id = i.id
        join tags t on t.id = coalesce(m.tag_id, i.id)) as tags`);
  return {
    sections: nest(
      (row?.sections ?? []).map((section) => ({ ...section, createdAt: new Date(section.createdAt) })),
    ),
    pages: row?.pages ?? [],
    tags: row?.tags ?? [],
  };
}
