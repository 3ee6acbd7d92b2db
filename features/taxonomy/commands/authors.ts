import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact, type Work } from '@/db/context';
import { authors } from '@/db/schema';
import { redirectAddress } from '@/features/settings/commands/addresses';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { Conflict, Forbidden, NotFound } from '@/lib/errors';
import { slugify } from '@/lib/slug';
import type { authorInput, createAuthorInput, editAuthorInput } from '../input';
import { type AuthorRow, findAuthorOfUser } from '../queries';
import { freeSlugs, refuseTaken, slugOf } from '../slugs';
import { keepDeleted } from './keep-deleted';

/** Makes somebody a story can be signed by, with or without a login. */
export async function createAuthor(
  ctx: Ctx,
  { name, slug: wanted, bio, userId }: z.output<typeof createAuthorInput>,
): Promise<{ authorId: number; slug: string }> {
  authorise(ctx.actor, 'edit-authors');
  return transact(ctx, async (tx) => {
    // Two people may have one name; only an address that was asked for by hand must be free as it is.
    const slug = wanted || (await freeAuthorSlug(tx, slugOf('', name)));
    const [made] = await refuseTaken('author', () =>
      tx.db
        .insert(authors)
        .values({ name, slug, bio, userId, createdAt: sql`clock()` })
        .returning({ authorId: authors.id }),
    );
    if (!made) throw new Error('insert returned no row');
    tx.record('create-author', 'author', made.authorId, { after: { name, slug, userId } });
    tx.stale(cacheTags.path(`/author/${slug}`));
    return { ...made, slug };
  });
}

/** The byline of whoever acts, made on first use, so that a new person's first story is signed. */
export async function findOrCreateOwnAuthor(ctx: Ctx): Promise<AuthorRow> {
  authorise(ctx.actor, 'create-article');
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw Forbidden('Only somebody signed in has a byline of their own.');
  return transact(ctx, async (tx) => {
    const own = await findAuthorOfUser(tx, actor.id);
    if (own) return own;
    const slug = await freeAuthorSlug(tx, slugify(actor.name) || `author-${actor.id}`);
    await tx.db
      .insert(authors)
      .values({ name: actor.name, slug, userId: actor.id, createdAt: sql`clock()` })
      .onConflictDoNothing({ target: authors.userId });
    const made = await findAuthorOfUser(tx, actor.id);
    if (!made) throw new Error('a byline that was made cannot be found');
    tx.record('create-author', 'author', made.id, {
      after: { name: made.name, slug: made.slug, userId: actor.id },
    });
    tx.stale(cacheTags.path(`/author/${made.slug}`));
    return made;
  });
}

/** Changes a byline everywhere; with another slug, `/author/<old>` redirects for ever. */
export async function editAuthor(
  ctx: Ctx,
  { authorId, name, slug: wanted, bio, userId }: z.output<typeof editAuthorInput>,
): Promise<{ slug: string }> {
  authorise(ctx.actor, 'edit-authors');
  return transact(ctx, async (tx) => {
    const before = await getAuthor(tx, authorId);
    const after = { name, slug: slugOf(wanted || before.slug, name), bio, userId };
    await refuseTaken('author', () => tx.db.update(authors).set(after).where(eq(authors.id, authorId)));
    if (after.slug !== before.slug)
      await redirectAddress(tx, { from: `author/${before.slug}`, to: `author/${after.slug}` });
    tx.record('edit-author', 'author', authorId, {
      before: { name: before.name, slug: before.slug, bio: before.bio, userId: before.userId },
      after,
    });
    tx.stale(cacheTags.taxonomy, cacheTags.author(authorId));
    return { slug: after.slug };
  });
}

/** Deletes a byline that signs no story, not even a draft or one in the trash. It can be put back. */
export async function deleteAuthor(
  ctx: Ctx,
  { authorId }: z.output<typeof authorInput>,
): Promise<{ deletedId: number }> {
  authorise(ctx.actor, 'edit-authors');
  return transact(ctx, async (tx) => {
    const author = await getAuthor(tx, authorId);
    const { name, slug } = author;
    const [row] = await tx.db.execute<{ used: boolean }>(sql`
      select exists (select from bylines where author_id = ${authorId}) or exists (
        select from articles a join revisions r on r.id in (a.head_revision_id, a.live_revision_id)
         where ${authorId} = any(r.author_ids)) or exists (
        select from publications p join revisions r on r.id = p.revision_id
         where p.applied_at is null and p.cancelled_at is null and ${authorId} = any(r.author_ids)) as used`);
    if (row?.used) throw Conflict('Stories are signed by this name. It stays as long as they do.');
    const kept = await keepDeleted(tx, 'author', author);
    await tx.db.delete(authors).where(eq(authors.id, authorId));
    tx.record('delete-author', 'author', authorId, { before: { name, slug } });
    tx.stale(cacheTags.author(authorId), cacheTags.path(`/author/${slug}`));
    return kept;
  });
}

async function freeAuthorSlug(tx: Work, base: string): Promise<string> {
  const [slug = base] = await freeSlugs(tx, 'author', [base]);
  return slug;
}

async function getAuthor(tx: Work, id: number): Promise<AuthorRow> {
  const [row] = await tx.db.select().from(authors).where(eq(authors.id, id)).for('update');
  if (!row) throw NotFound('That author was deleted.');
  return row;
}
