import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { Spinner } from './spinner';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'careful' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

interface Look {
  /**
   * One `primary` a view; `secondary` for the rest; `quiet` inside rows and bars; `careful` asks before something goes,
   * `danger` in the question is the deed itself. */
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** A Lucide icon element, drawn before the words. */
  icon?: ReactNode;
}

const variants: Record<ButtonVariant, string> = {
  primary: 'border-fill bg-fill text-on-fill hover:border-fill-hover hover:bg-fill-hover',
  secondary: 'border-rule bg-raised text-ink hover:border-edge hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-soft hover:bg-sunken hover:text-ink',
  careful: 'border-rule bg-raised text-danger hover:border-danger hover:bg-danger-ground',
  danger: 'border-danger-fill bg-danger-fill text-on-danger-fill hover:opacity-90',
};

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-7 whitespace-nowrap px-2 text-xs',
  medium: 'min-h-8 px-3 text-sm',
  large: 'min-h-10 px-4 text-base',
};

/** The look alone, for an element that must be something else (a label, a `summary`). */
export const buttonLook = ({ variant = 'secondary', size = 'medium' }: Look = {}): string =>
  classNames(
    'inline-flex select-none items-center justify-center gap-1.5 rounded-md border py-0.5 text-center font-medium',
    'transition-colors duration-100 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0',
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50',
    variants[variant],
    sizes[size],
  );

export interface ButtonProps extends Look, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Shows a ring and refuses presses, but keeps focus and width. */
  loading?: boolean;
}

/** A native button; `type="button"` unless said otherwise. */
export function Button({
  variant,
  size,
  icon,
  loading = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(loading && { 'aria-disabled': true, 'aria-busy': true })}
      onClick={loading ? (event) => event.preventDefault() : onClick}
      className={classNames(buttonLook({ variant, size }), 'relative', className)}
    >
      {loading && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
      <span className={classNames('inline-flex items-center gap-1.5', loading && 'opacity-0')}>
        {icon}
        {children}
      </span>
    </button>
  );
}

export interface ButtonLinkProps extends Look, AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={classNames(buttonLook({ variant, size }), 'no-underline', className)}>
      {icon}
      {children}
    </a>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What it does: its name for screen readers, and its title. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
}

/** A square button with an icon alone. */
export function IconButton({ label, icon, variant = 'quiet', size, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classNames(
        buttonLook({ variant, size }),
        'aspect-square px-0! pointer-coarse:min-w-11',
        className,
      )}
    >
      {icon}
    </button>
  );
}
