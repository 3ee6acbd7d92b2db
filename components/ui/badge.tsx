import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

const grounds: Record<Tone, string> = {
  neutral: 'bg-sunken text-soft',
  accent: 'bg-accent-ground text-accent',
  info: 'bg-info-ground text-info',
  success: 'bg-success-ground text-success',
  warning: 'bg-warning-ground text-warning',
  danger: 'bg-danger-ground text-danger',
};

/** A word or a count in a small field of colour. The word says it; the colour only repeats it. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs tabular-nums forced-colors:border',
        grounds[tone],
      )}
    >
      {children}
    </span>
  );
}

const dots: Record<Tone, string> = {
  neutral: 'border-edge',
  accent: 'border-accent bg-accent',
  info: 'border-info bg-info',
  success: 'border-success bg-success',
  warning: 'border-warning bg-warning',
  danger: 'border-danger bg-danger',
};

/** A state in a list: a dot and its word. `neutral` is an empty ring. */
export function Status({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap text-sm">
      <span aria-hidden="true" className={classNames('size-2 rounded-full border-[1.5px]', dots[tone])} />
      {children}
    </span>
  );
}
