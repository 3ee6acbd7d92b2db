import { reach } from '@/components/ui/reaching';
import type { FormState } from '@/features/action';

export type Answer<R> =
  | { ok: true; result: R }
  | {
      ok: false;
      sentence: string;
      fields: Record<string, string>;
      detail?: Record<string, unknown> | undefined;
    };

type Action<I, R> = (before: FormState<R>, sent: FormData | I) => Promise<FormState<R>>;

/** Calls a server action with plain data. A refusal, and a server that cannot be reached, are sentences. */
export async function ask<I, R>(action: Action<I, R>, input: I): Promise<Answer<R>> {
  const answer = await reach(action({ status: 'idle' }, input));
  if (answer.status === 'done') return { ok: true, result: answer.result };
  if (answer.status === 'idle') throw new Error('a server action answered nothing');
  const { sentence, fields, detail } = answer;
  return { ok: false, sentence, fields, detail };
}
