'use client';

import { type ReactNode, useId } from 'react';
import { useForm } from './form.client';

export interface FieldProps {
  label: string;
  /** Empty for a field that is never sent. */
  name: string;
  hint?: ReactNode;
  /** Wins over what the form around it was told about `name`. */
  error?: string;
  /** The label is read out but not drawn, where the place says it already. */
  hideLabel?: boolean;
  /** Adds "(optional)" to the label. Fields are required by their own attribute; most are, so those are not marked. */
  optional?: boolean;
  id?: string;
}

/** What the control inside a field must carry. */
export interface FieldWiring {
  id: string;
  name: string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Ids, error and the value that a refusal echoed, for a control of this name. */
export function useField({ name, hint, error, id }: Pick<FieldProps, 'name' | 'hint' | 'error' | 'id'>) {
  const { answer } = useForm();
  const made = useId();
  const own = id ?? made;
  const sentence = error ?? (answer.status === 'refused' && name !== '' ? answer.fields[name] : undefined);
  const described = [hint && `${own}-hint`, sentence && `${own}-error`].filter(Boolean).join(' ');
  const wiring: FieldWiring = {
    id: own,
    name: name || undefined,
    'aria-describedby': described || undefined,
    'aria-invalid': sentence ? true : undefined,
  };
  const typed = answer.status === 'refused' && name !== '' ? answer.values[name] : undefined;
  return { wiring, sentence, typed };
}

interface FrameProps extends FieldProps {
  wiring: FieldWiring;
  sentence: string | undefined;
  children: ReactNode;
}

/** Label above, then hint, control and error, tied together for screen readers. */
export function FieldFrame({ label, hint, optional, hideLabel, wiring, sentence, children }: FrameProps) {
  return (
    <div className="space-y-1">
      <label htmlFor={wiring.id} className={hideLabel ? 'sr-only' : 'block font-medium text-ink text-sm'}>
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      {hint && <FieldHint id={`${wiring.id}-hint`}>{hint}</FieldHint>}
      {children}
      <FieldError id={`${wiring.id}-error`} sentence={sentence} />
    </div>
  );
}

export const FieldHint = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="text-muted text-xs">
    {children}
  </p>
);

export const FieldError = ({ id, sentence }: { id: string; sentence: string | undefined }) =>
  sentence ? (
    <p id={id} className="font-medium text-danger text-xs">
      {sentence}
    </p>
  ) : null;
