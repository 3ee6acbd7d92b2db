import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: ReactNode;
  /** A sentence on what is done here. */
  description?: ReactNode;
  /** Buttons; the main one last. */
  actions?: ReactNode;
  /** Where this page hangs: a link back. */
  back?: { href: string; label: string };
  /** Tabs or filters under the title. */
  children?: ReactNode;
}

/** The head of a desk page: the one `h1`, what it is for, and its actions. */
export function PageHeader({ title, description, actions, back, children }: PageHeaderProps) {
  return (
    <header className="mb-6">
      {back && (
        <p className="mb-1 text-sm">
          <a href={back.href} className="text-muted no-underline hover:text-ink hover:underline">
            <span aria-hidden="true" className="rtl:hidden">
              ←{' '}
            </span>
            {back.label}
          </a>
        </p>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="font-semibold font-serif text-2xl text-ink [overflow-wrap:anywhere]">{title}</h1>
          {description && <p className="mt-1 max-w-measure text-muted text-sm">{description}</p>}
        </div>
        {actions && <div className="flex min-h-8 flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children && <div className="mt-4">{children}</div>}
    </header>
  );
}
