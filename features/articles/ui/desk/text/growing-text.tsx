import type { ChangeEvent, KeyboardEvent, Ref } from 'react';

interface GrowingTextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onFocus?: () => void;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  placeholder?: string;
  readOnly?: boolean;
  maxLength: number;
  lang?: string;
  className?: string;
  ref?: Ref<HTMLTextAreaElement>;
}

/** One line of words that wraps and grows with them: line ends become spaces. A twin behind it gives it its height. */
export function GrowingText({
  label,
  value,
  onChange,
  className,
  ref,
  placeholder,
  lang,
  ...rest
}: GrowingTextProps) {
  return (
    <div className={className ? `growing ${className}` : 'growing'} data-twin={value || placeholder}>
      <textarea
        {...rest}
        ref={ref}
        rows={1}
        dir="auto"
        lang={lang}
        value={value}
        placeholder={placeholder}
        aria-label={label}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) =>
          onChange(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))
        }
      />
    </div>
  );
}
