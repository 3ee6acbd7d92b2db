import { eq, sql } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { lists } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { NotFound } from '@/lib/errors';
import { slugify } from '@/lib/slug';
import type { SaveList } from '../input';

/** Makes a list, or renames one. Its slug, which forms and mail headers use, stays for good. */
export async function saveList(ctx: Ctx, { listId, name, description }: SaveList): Promise<{ id: number }> {
  authorise(ctx.actor, 'edit-lists');
  return transact(ctx, async (tx) => {
    const saved = listId
      ? await tx.db
          .update(lists)
          .set({ name, description })
          .where(eq(lists.id, listId))
          .returning({ id: lists.id })
      : await tx.db
          .insert(lists)
          .values({
            name,
            description,
            slug: sql`${freeSlug(name)}`,
            position: sql`(select coalesce(max(position), 0) + 1 from lists)`,
            createdAt: tx.now,
          })
          .returning({ id: lists.id });
    const [list] = saved;
    if (!list) throw NotFound('This list does not exist, or no longer does.');
    tx.record(listId ? 'rename' : 'create', 'list', list.id, { after: { name, description } });
    tx.stale(cacheTags.lists);
    return list;
  });
}

/** `weekly`, or `weekly-2` where that is taken. */
function freeSlug(name: string) {
  const base = slugify(name).slice(0, 50) || 'list';
  return sql`(select ${base}::text || case when n.n = 1 then '' else '-' || n.n end
    from generate_series(1, 1000) n(n)
    where not exists (select from lists l where l.slug = ${base}::text || case when n.n = 1 then '' else '-' || n.n end)
    order by n.n limit 1)`;
}
