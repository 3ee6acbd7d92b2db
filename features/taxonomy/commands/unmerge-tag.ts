import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { addresses, type deletedShelves, type KeptShelf, tagMerges, tags } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import { Conflict } from '@/lib/errors';

type Merged = typeof deletedShelves.$inferSelect;
type Into = NonNullable<KeptShelf['into']>;

/**
 * The first half of taking a merge back: locks what it touches, refuses where the tag it became is no more, and lets go of
 * the name and address. The second, once the tag stands again, gives it the stories whose revision still says it: those
 * filed anew since keep the later choice. Throws Conflict.
 */
export async function beginUnmerge(tx: Work, { shelfId: id, kept }: Merged, into: Into) {
  const family = [id, ...(kept.merges ?? []).map(({ fromId }) => fromId)];
  // Stories first, as everything that publishes does, so that neither waits for the other.
  await tx.db.execute(sql`
    select from articles a where a.id in (
      select t.article_id from article_tags t join articles x on x.id = t.article_id
      join revisions r on r.id = x.live_revision_id where t.tag_id = ${into.tagId} and r.tag_ids && ${bigints(family)})
    order by a.id for key share`);
  const [stays] = await tx.db.select().from(tags).where(eq(tags.id, into.tagId)).for('update');
  if (!stays) await refuseWithout(tx, into);
  // Whoever publishes by these rows just now is waited for (`readTurning`).
  await tx.db.delete(tagMerges).where(inArray(tagMerges.fromId, family));
  await takeAddressBack(tx, kept, stays?.slug ?? null);
  return async () => {
    await refile(tx, { id, intoId: into.tagId, family });
    tx.stale(cacheTags.tag(into.tagId));
  };
}

const bigints = (ids: number[]) => sql`${sql.param(ids)}::bigint[]`;

/** A tag that is gone for good bore no story: what had become it comes back as it is. */
async function refuseWithout(tx: Work, { tagId, name }: Into): Promise<void> {
  const [now] = await tx.db
    .select({ name: tags.name })
    .from(tagMerges)
    .innerJoin(tags, eq(tags.id, tagMerges.tagId))
    .where(eq(tagMerges.fromId, tagId));
  if (now) throw Conflict(`“${name}” was merged into “${now.name}” since. Undo that merge first.`);
  const [deleted] = await tx.db.execute(
    sql`select from deleted_shelves where kind = 'tag' and shelf_id = ${tagId}`,
  );
  if (deleted) throw Conflict(`“${name}” was deleted since. Take it out of the trash first.`);
}

/** Its address is its own again, and what led to it before does so again, unless somebody said otherwise since. */
async function takeAddressBack(tx: Work, { slug, oldPaths = [] }: KeptShelf, staysAt: string | null) {
  const path = `tag/${slug}`;
  const [row] = await tx.db.select().from(addresses).where(eq(addresses.path, path)).for('update');
  if (row?.byHand)
    throw Conflict(
      `/${path} was set to lead to ${row.target} by hand since. Remove that redirect in the settings first.`,
    );
  if (row) await tx.db.delete(addresses).where(eq(addresses.path, path));
  if (oldPaths.length === 0 || staysAt === null) return;
  await tx.db
    .update(addresses)
    .set({ target: `/${path}` })
    .where(
      and(
        inArray(addresses.path, oldPaths),
        eq(addresses.kind, 'redirect'),
        eq(addresses.target, `/tag/${staysAt}`),
      ),
    );
  tx.stale(...oldPaths.map((old) => cacheTags.path(`/${old}`)));
}

/**
 * What lists and search keep of stories, anew from their revisions: live ones by article_tags_list, then a primary key a
 * story; working copies by the index of desk_words.
 */
async function refile(
  tx: Work,
  { id, intoId, family }: { id: number; intoId: number; family: number[] },
): Promise<void> {
  const [own, other] = [`#${id}`, `#${intoId}`];
  await tx.db.execute(sql`
    with borne as materialized (
      select a.id, a.first_live_at, standing_tags(r.tag_ids) as tags
      from article_tags t join articles a on a.id = t.article_id join revisions r on r.id = a.live_revision_id
      where t.tag_id = ${intoId} and r.tag_ids && ${bigints(family)}
    ), added as (
      insert into article_tags (article_id, tag_id, position, live_at)
      select id, ${id}, array_position(tags, ${id}::bigint) - 1, first_live_at from borne on conflict do nothing
    ), ordered as (
      update article_tags f set position = array_position(b.tags, f.tag_id) - 1 from borne b
      where f.article_id = b.id and f.tag_id = any (b.tags)
    ), taken as (
      delete from article_tags f using borne b
      where f.article_id = b.id and f.tag_id = ${intoId} and not ${intoId}::bigint = any (b.tags)
    )
    update search_documents d
    set words = case when ${intoId}::bigint = any (b.tags) then d.words else ts_delete(d.words, ${other}) end
      || search_marks('#', array[${String(id)}], ':1B')
    from borne b where d.article_id = b.id`);
  await tx.db.execute(sql`
    update desk_words w
    set words = case when ${intoId}::bigint = any (standing_tags(r.tag_ids)) then w.words else ts_delete(w.words, ${other}) end
      || array_to_tsvector(array[${own}])
    from articles a join revisions r on r.id = a.head_revision_id
    where w.article_id = a.id and w.words @@ ${`'${other}'`}::tsquery and r.tag_ids && ${bigints(family)}`);
}
