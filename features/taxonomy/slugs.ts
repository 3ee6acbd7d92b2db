import { Conflict, Invalid, violatedConstraint } from '@/lib/errors';
import { slugify } from '@/lib/slug';

/** The word that was written for the address, or one made of the name. Throws Invalid when nothing sayable is left. */
export function slugOf(wanted: string, name: string): string {
  const slug = wanted || slugify(name);
  if (slug) return slug;
  const sentence = 'No address can be made of this name. Write a word for it.';
  throw Invalid(sentence, { fields: { slug: sentence } });
}

/** Runs a write; a name or slug that somebody else has becomes a Conflict with a sentence for the field. */
export async function refuseTaken<T>(
  what: 'section' | 'tag' | 'author',
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
