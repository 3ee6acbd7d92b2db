/** What a server action answers, as far as a form needs it: the shape of `FormState` in features/action. */
export type FormAnswer<R> =
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
