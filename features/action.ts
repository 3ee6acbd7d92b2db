import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import type { z } from 'zod';
import type { Actor } from '@/db/context';
import { requireOwnOrigin } from './endpoint';
import { type Command, formObject, parseAndRun } from './parse-and-run';
import { currentActor } from './users/session';

/** What a desk form shows after it was sent. On a refusal `values` echoes what was typed, but no secrets. */
export type FormState<R = unknown> =
  | { status: 'idle' }
  | { status: 'done'; result: R }
  | {
      status: 'refused';
      code: string;
      sentence: string;
      fields: Record<string, string>;
      detail: Record<string, unknown> | undefined;
      values: Record<string, string>;
    };

const secrets = /password|token|secret|code/i;

/**
 * Makes a server action of a command: `useActionState(killArticleAction, { status: 'idle' })`, or call it with plain data:
 * `await saveDraftAction({ status: 'idle' }, { … })`. The command checks the actor; this only finds out who it is.
 */
export function action<S extends z.ZodType, R>(schema: S, command: Command<z.output<S>, R>) {
  return async (_before: FormState<R>, sent: FormData | z.input<S>): Promise<FormState<R>> => {
    const raw = sent instanceof FormData ? formObject(sent) : sent;
    const outcome = await parseAndRun(schema, command, raw, actorFromHere);
    if (outcome.ok) {
      refresh();
      return { status: 'done', result: outcome.result };
    }
    const { code, message, fields, detail } = outcome.refusal;
    return { status: 'refused', code, sentence: message, fields, detail, values: echo(raw) };
  };
}

/** Next lets an action through that names no Origin at all; a form of ours always does (ASVS 3.5.1). */
async function actorFromHere(): Promise<Actor> {
  requireOwnOrigin({ headers: await headers() });
  return currentActor();
}

function echo(raw: unknown): Record<string, string> {
  if (typeof raw !== 'object' || raw === null) return {};
  const typed = Object.entries(raw).filter(
    ([name, value]) => typeof value === 'string' && !secrets.test(name),
  );
  return Object.fromEntries(typed) as Record<string, string>;
}
