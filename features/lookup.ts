import type { z } from 'zod';
import { Forbidden, NotFound, type Refusal } from '@/lib/errors';
import { type Command, parseAndRun } from './parse-and-run';
import { actorOfRequest } from './users/session';

/**
 * Makes a route handler for GET of a query: the desk's own scripts ask it for JSON. Address parameters win over the
 * search. What it gives is for one person and never kept; `null` is a 404, a refusal its status and sentence.
 */
export function lookup<S extends z.ZodType, R>(input: S, query: Command<z.output<S>, R | null>) {
  return async (
    request: Request,
    route?: { params: Promise<Record<string, string | string[]>> },
  ): Promise<Response> => {
    const asked = { ...Object.fromEntries(new URL(request.url).searchParams), ...(await route?.params) };
    const outcome = await parseAndRun(
      input,
      async (ctx, parsed: z.output<S>) => {
        if (ctx.actor.kind === 'reader') throw signedOut();
        return (await query(ctx, parsed)) ?? Promise.reject(NotFound());
      },
      asked,
      () => actorOfRequest(request),
    );
    return outcome.ok ? Response.json(outcome.result, { headers: noStore }) : refused(outcome.refusal);
  };
}

/** For scripts that keep what was typed until somebody has signed in again. */
export const signedOut = (): Refusal =>
  Forbidden('You are signed out. Sign in again in another tab; what you typed is kept here.', {
    detail: { signedOut: true },
  });

const noStore = { 'cache-control': 'no-store' };

const refused = ({ message, code, status, fields, detail }: Refusal): Response =>
  Response.json({ error: message, code, fields, detail }, { status, headers: noStore });
