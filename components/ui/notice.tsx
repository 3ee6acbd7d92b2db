import type { ReactNode } from 'react';
import type { Tone } from './badge';
import { classNames } from './class-names';

const looks: Record<Exclude<Tone, 'accent'>, string> = {
  neutral: 'border-edge bg-sunken text-ink',
  info: 'border-info bg-info-ground text-info',
  success: 'border-success bg-success-ground text-success',
  warning: 'border-warning bg-warning-ground text-warning',
  danger: 'border-danger bg-danger-ground text-danger',
};

interface NoticeProps {
  tone?: Exclude<Tone, 'accent'>;
  title?: string;
  children?: ReactNode;
  /** A button or link that mends it. */
  action?: ReactNode;
  /** Read out at once (`alert`, for what went wrong) or when there is quiet (`status`); silent without. */
  announce?: 'alert' | 'status';
}

/** A sentence that belongs to the page, beside what it is about. */
export function Notice({ tone = 'info', title, children, action, announce }: NoticeProps) {
  return (
    <div
      role={announce}
      className={classNames(
        'flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-s-2 px-3 py-2 text-sm',
        looks[tone],
      )}
    >
      <div className="min-w-0 flex-1 basis-60">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
      {action}
    </div>
  );
}
