import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  /** What will stand here, and how it gets here. */
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}

/** What a list says when there is nothing in it: why, and what to do. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-2 px-4 py-16 text-center">
      {icon && <div className="text-edge [&_svg]:size-8 [&_svg]:stroke-[1.25]">{icon}</div>}
      <h2 className="font-serif text-ink text-xl">{title}</h2>
      {children && <div className="text-balance text-muted text-sm">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
