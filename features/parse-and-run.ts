import type { z } from 'zod';
import { database } from '@/db/client';
import type { Actor, Ctx } from '@/db/context';
import {
  Conflict,
  Invalid,
  isDatabaseAway,
  isRefusal,
  isUnstorable,
  pointsNowhere,
  type Refusal,
  Unavailable,
} from '@/lib/errors';
import { log } from '@/lib/log';

export type Command<I, R> = (ctx: Ctx, input: I) => Promise<R>;

export type Outcome<R> = { ok: true; result: R } | { ok: false; refusal: Refusal };

/**
 * What every write from outside goes through: the input is parsed once, the actor found, the command run. A refusal
 * comes back as a value with its sentence; a database that is away becomes one, and so does a value that it cannot take or
 * a row that was deleted meanwhile: both say something of the input, and are logged, for a shape or a command let them
 * through. Anything else is thrown, for it is ours.
 */
export async function parseAndRun<S extends z.ZodType, R>(
  schema: S,
  command: Command<z.output<S>, R>,
  raw: unknown,
  findActor: () => Promise<Actor>,
): Promise<Outcome<R>> {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) return { ok: false, refusal: asInvalid(parsed.error) };
  try {
    const ctx: Ctx = { db: database(), actor: await findActor(), now: new Date() };
    return { ok: true, result: await command(ctx, parsed.data) };
  } catch (error) {
    if (isRefusal(error)) return { ok: false, refusal: error };
    if (isDatabaseAway(error)) {
      log().warn({ err: error }, 'database away during a write');
      return { ok: false, refusal: Unavailable(undefined, { cause: error }) };
    }
    const unfit = asUnfit(error);
    if (!unfit) throw error;
    log().warn({ err: error }, 'a write that the database could not take');
    return { ok: false, refusal: unfit };
  }
}

function asUnfit(error: unknown): Refusal | null {
  if (isUnstorable(error))
    return Invalid(
      'Something here cannot be kept as it is written: a number that is too large, a date that no calendar has, or a broken character.',
      { cause: error },
    );
  if (pointsNowhere(error))
    return Conflict('Something that was chosen here no longer exists. Reload the page and choose again.', {
      cause: error,
    });
  return null;
}

/** One sentence a field; the first stands for the whole. */
function asInvalid(error: z.ZodError): Refusal {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  const first = error.issues[0];
  const sentence = error.issues.length === 1 && first ? first.message : 'Some fields need another look.';
  return Invalid(sentence, { fields });
}

/** FormData as the object a Zod shape expects: a repeated name, or one that ends in `[]`, becomes an array. */
export function formObject(form: FormData): Record<string, unknown> {
  const object: Record<string, unknown> = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue;
    const values = form.getAll(name);
    object[name.replace(/\[\]$/, '')] = name.endsWith('[]') || values.length > 1 ? values : values[0];
  }
  return object;
}
