import { inArray } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { addresses, authors, tags } from '@/db/schema';
import { Conflict, Invalid, violatedConstraint } from '@/lib/errors';
import { numberedSlug, slugify } from '@/lib/slug';

/** The word that was written for the address, or one made of the name. Throws Invalid when nothing sayable is left. */
export function slugOf(wanted: string, name: string): string {
  const slug = wanted || slugify(name);
  if (slug) return slug;
  const sentence = 'No address can be made of this name. Write a word for it.';
  throw Invalid(sentence, { fields: { slug: sentence } });
}

const most = 50;

/**
 * For each base the first of it, `base-2`, `base-3` … that neither a tag (author) has nor an old link still leads from.
 * Two look-ups by key, however many there are of them.
 */
export async function freeSlugs(tx: Work, what: 'tag' | 'author', bases: string[]): Promise<string[]> {
  const candidates = bases.map((base) => [
    base,
    ...Array.from({ length: most - 1 }, (_, i) => numberedSlug(base, i + 2)),
  ]);
  const { slug } = what === 'tag' ? tags : authors;
  const held = await tx.db
    .select({ slug })
    .from(what === 'tag' ? tags : authors)
    .where(inArray(slug, candidates.flat()));
  const paths = candidates.flat().map((one) => `${what}/${one}`);
  const redirects = await tx.db
    .select({ path: addresses.path })
    .from(addresses)
    .where(inArray(addresses.path, paths));
  const taken = new Set([
    ...held.map((row) => row.slug),
    ...redirects.map(({ path }) => path.slice(what.length + 1)),
  ]);
  return candidates.map((some, i) => {
    const free = some.find((one) => !taken.has(one)) ?? numberedSlug(bases[i] ?? what, tx.now.getTime());
    taken.add(free);
    return free;
  });
}

/** Runs a write; a name or slug that somebody else has becomes a Conflict with a sentence for the field. */
export async function refuseTaken<T>(
  what: 'section' | 'tag' | 'author' | 'series',
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    const constraint = violatedConstraint(cause) ?? '';
    if (constraint.endsWith('_slug_key'))
      throw taken('slug', `Another ${what} has this address already.`, cause);
    if (constraint.endsWith('_name_key'))
      throw taken('name', `Another ${what} has this name already.`, cause);
    if (constraint.endsWith('_user_key')) throw taken('userId', 'This person has a byline already.', cause);
    throw cause;
  }
}

const taken = (field: string, sentence: string, cause: unknown) =>
  Conflict(sentence, { fields: { [field]: sentence }, cause });
