import { and, eq, inArray, isNull, like, notInArray } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { revisions, slugs } from '@/db/schema';
import { Conflict } from '@/lib/errors';
import { freeSlug, slugify } from '@/lib/slug';
import type { ArticleInHand } from './in-hand';

interface Wish {
  /** What the writer typed; absent or empty to have one made of the title. */
  slug?: string | undefined;
  title: string;
  lang: string | null;
}

/**
 * The slug of the next revision, claimed for this article and nobody else. A typed one that is taken is a Conflict with a
 * free suggestion; one made of the title numbers itself, and stays once the article has been live. A slug that no reader
 * can have seen and nothing planned needs is freed.
 */
export async function claimSlug(tx: Work, inHand: ArticleInHand, wish: Wish): Promise<string> {
  const { article, head } = inHand;
  const typed = wish.slug || undefined;
  if (!typed && head.slug !== '' && article.firstLiveAt !== null) return head.slug;
  const wanted = typed ?? ownSlug(wish, article.id);
  if (wanted === '' || wanted === head.slug) return wanted;
  if (!typed && isNumbered(head.slug, wanted)) return head.slug;
  const slug = typed ? await claimTyped(tx, article.id, typed) : await claimFree(tx, article.id, wanted);
  await freeDropped(tx, inHand, slug);
  return slug;
}

/** A title without a sayable letter gets the article's number; no title yet, no slug. */
const ownSlug = ({ title, lang }: Wish, articleId: number): string =>
  title === '' ? '' : slugify(title, lang) || String(articleId);

/** `storm-2` was made of `storm`: the next save of the same title keeps it. */
const isNumbered = (slug: string, base: string): boolean =>
  slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1));

async function claimTyped(tx: Work, articleId: number, slug: string): Promise<string> {
  if (await claim(tx, articleId, slug)) return slug;
  const free = freeSlug(slug, await listTaken(tx, slug));
  const sentence = `Another article has the address “${slug}”. “${free}” is free.`;
  throw Conflict(sentence, { fields: { slug: sentence }, detail: { suggestion: free } });
}

async function claimFree(tx: Work, articleId: number, base: string): Promise<string> {
  const taken = await listTaken(tx, base, articleId);
  for (;;) {
    const slug = freeSlug(base, taken);
    if (await claim(tx, articleId, slug)) return slug;
    // Somebody else took it between the look and the claim.
    taken.add(slug);
  }
}

/** True when the slug is this article's afterwards. Waits for another transaction that is claiming it. */
async function claim(tx: Work, articleId: number, slug: string): Promise<boolean> {
  const made = await tx.db
    .insert(slugs)
    .values({ slug, articleId, createdAt: tx.now })
    .onConflictDoNothing()
    .returning({ slug: slugs.slug });
  if (made.length > 0) return true;
  const [owner] = await tx.db.select({ articleId: slugs.articleId }).from(slugs).where(eq(slugs.slug, slug));
  return owner?.articleId === articleId;
}

/** The slugs of others that begin like `base`; by the primary key's index, a slug holds no LIKE signs. */
async function listTaken(tx: Work, base: string, exceptOf?: number): Promise<Set<string>> {
  const rows = await tx.db
    .select({ slug: slugs.slug, articleId: slugs.articleId })
    .from(slugs)
    .where(like(slugs.slug, `${base}%`))
    .limit(5000);
  return new Set(rows.filter(({ articleId }) => articleId !== exceptOf).map(({ slug }) => slug));
}

async function freeDropped(tx: Work, { article, pending }: ArticleInHand, slug: string): Promise<void> {
  const planned = pending.flatMap(({ revisionId }) => revisionId ?? []);
  const needed =
    planned.length === 0
      ? []
      : await tx.db.select({ slug: revisions.slug }).from(revisions).where(inArray(revisions.id, planned));
  const kept = [slug, ...needed.map((row) => row.slug)];
  await tx.db
    .delete(slugs)
    .where(and(eq(slugs.articleId, article.id), isNull(slugs.liveAt), notInArray(slugs.slug, kept)));
}
