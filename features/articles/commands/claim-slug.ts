import { and, eq, inArray, isNull, ne, notInArray } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { revisions, slugs } from '@/db/schema';
import { Conflict } from '@/lib/errors';
import { numberedSlug, slugify } from '@/lib/slug';
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
  const free = await firstFree(tx, articleId, slug);
  const sentence = `Another article has the address “${slug}”. “${free}” is free.`;
  throw Conflict(sentence, { fields: { slug: sentence }, detail: { suggestion: free } });
}

async function claimFree(tx: Work, articleId: number, base: string): Promise<string> {
  // Somebody else may take it between the look and the claim; then the next look sees that.
  for (let tries = 0; tries < 20; tries++) {
    const slug = await firstFree(tx, articleId, base);
    if (await claim(tx, articleId, slug)) return slug;
  }
  const sentence = 'Many articles have this headline. Give this one an address of its own.';
  throw Conflict(sentence, { fields: { slug: sentence } });
}

/** `base`, else with a number up to 20, else with the article's own. Looked up by primary key in one statement. */
async function firstFree(tx: Work, articleId: number, base: string): Promise<string> {
  const candidates = [base, ...Array.from({ length: 19 }, (_, n) => numberedSlug(base, n + 2))];
  const rows = await tx.db
    .select({ slug: slugs.slug })
    .from(slugs)
    .where(and(inArray(slugs.slug, candidates), ne(slugs.articleId, articleId)));
  const taken = new Set(rows.map(({ slug }) => slug));
  return candidates.find((slug) => !taken.has(slug)) ?? numberedSlug(base, articleId);
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
