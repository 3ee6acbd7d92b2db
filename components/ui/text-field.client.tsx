'use client';

import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { FieldFrame, type FieldProps, useField } from './field.client';

/** The look of everything that is typed or chosen in. */
export const controlLook = classNames(
  'block w-full rounded-md border border-edge bg-raised px-2.5 py-1 text-ink text-sm placeholder:text-muted',
  'min-h-8 pointer-coarse:min-h-11 pointer-coarse:text-base',
  'focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0',
  'disabled:cursor-not-allowed disabled:border-rule disabled:bg-sunken disabled:text-muted',
  '[&:is(input,textarea):read-only]:bg-sunken aria-invalid:border-danger',
);

type Split<T extends FieldProps> = { field: FieldProps; control: Omit<T, keyof FieldProps> };

function split<T extends FieldProps>({
  label,
  name,
  hint,
  error,
  hideLabel,
  optional,
  id,
  ...control
}: T): Split<T> {
  return { field: { label, name, hint, error, hideLabel, optional, id }, control };
}

export type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps>;

/** One line of text: `type` for email, password, search, url, number, date. */
export function TextField(props: TextFieldProps) {
  const { field, control } = split(props);
  const { wiring, sentence, typed } = useField(field);
  const { className, defaultValue, ...rest } = control;
  return (
    <FieldFrame {...field} wiring={wiring} sentence={sentence}>
      <input
        type="text"
        {...rest}
        {...wiring}
        {...(rest.value === undefined && { defaultValue: typed ?? defaultValue })}
        className={classNames(controlLook, className)}
      />
    </FieldFrame>
  );
}

export type TextAreaFieldProps = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps>;

/** Several lines; grows with what is typed where the browser can. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { field, control } = split(props);
  const { wiring, sentence, typed } = useField(field);
  const { className, defaultValue, rows = 4, ...rest } = control;
  return (
    <FieldFrame {...field} wiring={wiring} sentence={sentence}>
      <textarea
        rows={rows}
        {...rest}
        {...wiring}
        {...(rest.value === undefined && { defaultValue: typed ?? defaultValue })}
        className={classNames(controlLook, 'field-sizing-content max-h-96 py-1.5', className)}
      />
    </FieldFrame>
  );
}

export interface Choice {
  value: string;
  label: string;
  disabled?: boolean;
}

export type SelectFieldProps = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps> & {
    options?: Choice[];
    /** A first choice that stands for none, with an empty value. */
    placeholder?: string;
    /** Instead of `options`, for `optgroup`s. */
    children?: ReactNode;
  };

/** One of several, in the browser's own list. */
export function SelectField(props: SelectFieldProps) {
  const { field, control } = split(props);
  const { wiring, sentence, typed } = useField(field);
  const { className, defaultValue, options = [], placeholder, children, ...rest } = control;
  return (
    <FieldFrame {...field} wiring={wiring} sentence={sentence}>
      <select
        {...rest}
        {...wiring}
        {...(rest.value === undefined && { defaultValue: typed ?? defaultValue })}
        className={classNames(controlLook, 'pe-8', className)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
        {children}
      </select>
    </FieldFrame>
  );
}

export type DateTimeFieldProps = Omit<TextFieldProps, 'type'> & {
  /** The zone that the digits are meant in, shown under the field; the server reads them in that zone. */
  timeZone: string;
  /** Down to the second. */
  seconds?: boolean;
};

/** A wall-clock time as `YYYY-MM-DDTHH:mm[:ss]` in a named zone; never the browser's own zone. */
export function DateTimeField({ timeZone, seconds = false, hint, ...rest }: DateTimeFieldProps) {
  const zone = `Time in ${timeZone.replaceAll('_', ' ')}.`;
  return (
    <TextField
      {...rest}
      type="datetime-local"
      step={seconds ? 1 : 60}
      hint={
        hint ? (
          <>
            {hint} {zone}
          </>
        ) : (
          zone
        )
      }
    />
  );
}
