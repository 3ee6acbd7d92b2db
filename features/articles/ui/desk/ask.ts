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

/** Calls a server action with plain data. Never throws: a refusal, and a server that cannot be reached, are sentences. */
export async function ask<I, R>(action: Action<I, R>, input: I): Promise<Answer<R>> {
  try {
    const answer = await action({ status: 'idle' }, input);
    if (answer.status === 'done') return { ok: true, result: answer.result };
    if (answer.status === 'refused') {
      const { sentence, fields, detail } = answer;
      return { ok: false, sentence, fields, detail };
    }
  } catch (error) {
    // Next steers by throwing: a redirect after the act is no failure of it.
    if (
      typeof error === 'object' &&
      error !== null &&
      'digest' in error &&
      String(error.digest).startsWith('NEXT_')
    )
      throw error;
  }
  return { ok: false, sentence: 'The server did not answer. Nothing was done; try again.', fields: {} };
}
