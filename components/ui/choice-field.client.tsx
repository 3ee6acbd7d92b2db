'use client';

import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { FieldError, FieldHint, type FieldProps, useField } from './field.client';
import type { Choice } from './text-field.client';

type Box = Omit<ComponentProps<'input'>, keyof FieldProps | 'type'>;

const boxLook =
  'size-4 shrink-0 cursor-pointer accent-fill disabled:cursor-not-allowed disabled:opacity-50 pointer-coarse:size-5';

/** A box for tables and lists, where the label is not drawn. */
export function Checkbox({
  label,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { label: string }) {
  return (
    <input
      {...rest}
      type="checkbox"
      aria-label={label}
      className={classNames(boxLook, 'align-middle', className)}
    />
  );
}

/** Yes or no, sent with the form. */
export function CheckboxField({
  label,
  name,
  hint,
  error,
  id,
  optional: _,
  hideLabel,
  className,
  ...rest
}: FieldProps & Box) {
  const { wiring, sentence } = useField({ name, hint, error, id });
  return (
    <div className={classNames('grid grid-cols-[auto_1fr] gap-x-2', className)}>
      <input {...rest} {...wiring} type="checkbox" className={classNames(boxLook, 'mt-0.5')} />
      <Beside wiring={wiring} label={label} hideLabel={hideLabel} hint={hint} sentence={sentence} />
    </div>
  );
}

/** On or off, at once or with the form: a checkbox that says "switch" to screen readers. */
export function SwitchField({
  label,
  name,
  hint,
  error,
  id,
  optional: _,
  hideLabel,
  className,
  ...rest
}: FieldProps & Box) {
  const { wiring, sentence } = useField({ name, hint, error, id });
  return (
    <div className={classNames('grid grid-cols-[auto_1fr] gap-x-3', className)}>
      <input
        {...rest}
        {...wiring}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
        role="switch"
        className={classNames(
          'relative mt-0.5 h-5 w-9 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-sunken',
          'transition-colors checked:border-fill checked:bg-fill disabled:cursor-not-allowed disabled:opacity-50',
          'before:absolute before:start-0.5 before:top-0.5 before:size-3.5 before:rounded-full before:bg-edge before:transition-transform',
          'checked:before:translate-x-4 checked:before:bg-on-fill rtl:checked:before:-translate-x-4',
          'forced-colors:before:bg-[ButtonText] forced-colors:checked:bg-[Highlight]',
        )}
      />
      <Beside wiring={wiring} label={label} hideLabel={hideLabel} hint={hint} sentence={sentence} />
    </div>
  );
}

interface BesideProps {
  wiring: { id: string };
  label: string;
  hideLabel: boolean | undefined;
  hint: ReactNode;
  sentence: string | undefined;
}

const Beside = ({ wiring, label, hideLabel, hint, sentence }: BesideProps) => (
  <div className="space-y-0.5">
    <label htmlFor={wiring.id} className={hideLabel ? 'sr-only' : 'block cursor-pointer text-ink text-sm'}>
      {label}
    </label>
    {hint && <FieldHint id={`${wiring.id}-hint`}>{hint}</FieldHint>}
    <FieldError id={`${wiring.id}-error`} sentence={sentence} />
  </div>
);

export interface RadioChoice extends Choice {
  hint?: string;
}

export interface RadioFieldProps extends Omit<FieldProps, 'id' | 'optional'> {
  options: RadioChoice[];
  defaultValue?: string;
  value?: string;
  onChange?: (value: string) => void;
  required?: boolean;
  /** Side by side, for two or three short words. */
  inline?: boolean;
}

/** One of a few, all in sight. */
export function RadioField({
  label,
  name,
  hint,
  error,
  hideLabel,
  options,
  defaultValue,
  value,
  onChange,
  required,
  inline,
}: RadioFieldProps) {
  const { wiring, sentence, typed } = useField({ name, hint, error });
  const chosen = typed ?? defaultValue;
  return (
    <fieldset aria-describedby={wiring['aria-describedby']} className="space-y-2">
      <legend className={hideLabel ? 'sr-only' : 'mb-1 font-medium text-ink text-sm'}>{label}</legend>
      {hint && <FieldHint id={`${wiring.id}-hint`}>{hint}</FieldHint>}
      <div className={inline ? 'flex flex-wrap gap-x-5 gap-y-2' : 'space-y-2'}>
        {options.map((option) => (
          <label key={option.value} className="grid cursor-pointer grid-cols-[auto_1fr] gap-x-2 text-sm">
            <input
              type="radio"
              name={name}
              value={option.value}
              required={required}
              disabled={option.disabled}
              aria-invalid={wiring['aria-invalid']}
              {...(value === undefined
                ? { defaultChecked: chosen === option.value }
                : { checked: value === option.value, onChange: () => onChange?.(option.value) })}
              className={classNames(boxLook, 'mt-0.5')}
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-muted text-xs">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${wiring.id}-error`} sentence={sentence} />
    </fieldset>
  );
}
