import { ConfirmAction } from './confirm-action.client';
import type { FormAction } from './form.client';

interface PurgeActionProps<R> {
  action: FormAction<R>;
  /** What is sent, by field name. */
  values: Record<string, string | number>;
  /** What is deleted, and what goes with it. */
  name: string;
  children: string;
}

/** Deletes something of the trash for good, after asking. */
export const PurgeAction = <R,>({ action, values, name, children }: PurgeActionProps<R>) => (
  <ConfirmAction
    action={action}
    values={values}
    label="Delete for good"
    describedAs={`“${name}”`}
    size="small"
    variant="careful"
    title={`Delete “${name}” for good?`}
    confirmLabel="Delete for good"
  >
    {children} This cannot be undone.
  </ConfirmAction>
);
