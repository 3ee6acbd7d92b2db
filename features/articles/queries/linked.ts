import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';

/** What addresses of our own lead to. */
export interface Linked {
  /** By slug, former ones too. */
  stories: Map<string, 'live' | 'killed' | 'hidden'>;
  /** First words that are a section, a staff page or a redirect. */
  roots: Set<string>;
  /** `tag/storm`, `author/ada`, `series/tides`. */
  shelves: Set<string>;
}

/** Looks up paths given as their words. Plan: slugs_pkey, addresses_pkey and the unique slugs of three tables; one round trip. */
export async function listLinked(ctx: Ctx, paths: string[][]): Promise<Linked> {
  const json = JSON.stringify({
    last: paths.map((words) => words.at(-1)),
    first: paths.map(([word]) => word),
  });
  const named = (shelf: 'tag' | 'author' | 'series', table: string) => sql`
    select ${shelf} as kind, t.slug as name, null as state from ${sql.identifier(table)} t
    where t.slug in (select jsonb_array_elements_text(w -> 'last') from wanted)`;
  const rows = await ctx.db.execute<{
    kind: string;
    name: string;
    state: 'live' | 'killed' | 'hidden' | null;
  }>(sql`
    with wanted as (select ${json}::jsonb as w)
    select 'story' as kind, s.slug as name,
      case when a.live_revision_id is not null then 'live' when a.killed_at is not null then 'killed' else 'hidden' end as state
    from slugs s join articles a on a.id = s.article_id
    where s.slug in (select jsonb_array_elements_text(w -> 'last') from wanted)
    union all
    select 'root', path, null from addresses where path in (select jsonb_array_elements_text(w -> 'first') from wanted)
    union all ${named('tag', 'tags')}
    union all ${named('author', 'authors')}
    union all ${named('series', 'series')}`);
  const linked: Linked = { stories: new Map(), roots: new Set(), shelves: new Set() };
  for (const { kind, name, state } of rows) {
    if (kind === 'story') linked.stories.set(name, state ?? 'hidden');
    else if (kind === 'root') linked.roots.add(name);
    else linked.shelves.add(`${kind}/${name}`);
  }
  return linked;
}
