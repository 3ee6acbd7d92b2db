import { type HTMLInputAutoCompleteAttribute, useId } from 'react';

interface FormFieldProps {
  label: string;
  name: string;
  type?: 'text' | 'email' | 'search';
  defaultValue?: string;
  hint?: string;
  /** Stands beside the field it is about. */
  error?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  maxLength?: number;
  required?: boolean;
  multiline?: boolean;
  rows?: number;
}

/** One field of a public form, complete without scripts. */
export function FormField({
  label,
  hint,
  error,
  multiline = false,
  type = 'text',
  rows,
  ...field
}: FormFieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const control = {
    ...field,
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? (true as const) : undefined,
  };
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {multiline ? <textarea {...control} rows={rows} /> : <input {...control} type={type} />}
      {error && (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </p>
  );
}
