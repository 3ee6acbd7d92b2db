import type { ParseArgsConfig } from 'node:util';
import type { z } from 'zod';
import type { Ctx } from '@/db/context';
import { Invalid } from '@/lib/errors';

/** One thing the command line does. A noun's file exports `verbs`; the key '' stands for a noun without verbs. */
export interface Verb {
  /** What follows the verb, as shown in the help: `--email E --name N [--password-stdin]`. */
  usage: string;
  /** One line for the help. */
  does: string;
  options?: NonNullable<ParseArgsConfig['options']>;
  /** Names of what stands without a dash: `['FILE']`. */
  positionals?: string[];
  /** `none` for a verb that must work while the database is away; it then gets no `ctx`. */
  database?: 'none';
  run(call: Call): Promise<Answer>;
}
export type Verbs = Record<string, Verb>;

export interface Call {
  options: Record<string, unknown>;
  positionals: string[];
  /** The command line acts as the system: whoever may run it holds the data anyway. */
  ctx: Ctx;
  /** All of standard input, without the final line end. */
  stdin(): Promise<string>;
}

/** What a verb says: lines for a person, data for `--json`. `failed` makes the exit code 1. */
export interface Answer {
  lines: string[];
  data: unknown;
  failed?: boolean;
}

/** Thrown for a command line that cannot be understood: exit code 2, with the usage. */
export class WrongUsage extends Error {
  override name = 'WrongUsage';
}

/** The named options. Throws WrongUsage for the first that was left out. */
export function required<N extends string>(
  options: Record<string, unknown>,
  ...names: N[]
): Record<N, unknown> {
  const missing = names.find((name) => options[name] === undefined);
  if (missing) throw new WrongUsage(`--${missing} is missing.`);
  return Object.fromEntries(names.map((name) => [name, options[name]])) as Record<N, unknown>;
}

/** Parses by the shape that forms use too. Throws Invalid with one line for each field that is wrong. */
export function parse<S extends z.ZodType>(shape: S, value: unknown): z.output<S> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) =>
    issue.path.length > 0 ? `--${issue.path.join('.')}: ${issue.message}` : issue.message,
  );
  throw Invalid(lines.join('\n'));
}
