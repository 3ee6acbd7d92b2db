'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '@/components/ui/button';

interface PanelProps {
  id?: string;
  title?: string;
  closeLabel?: string;
  onClose: () => void;
  children: ReactNode;
}

/** What stands beside the text when it is wanted: next to it on wide screens, over it on narrow ones. */
export function Panel({
  id = 'story-panel',
  title = 'Story settings',
  closeLabel = 'Close the settings',
  onClose,
  children,
}: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    heading.current?.focus();
    // Whoever closes it goes on where she was.
    return () => {
      if (from instanceof HTMLElement && document.activeElement === document.body) from.focus();
    };
  }, []);
  return (
    <aside
      id={id}
      aria-labelledby={`${id}-title`}
      className="story-panel"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="flex min-h-12 items-center justify-between">
        <h2 id={`${id}-title`} ref={heading} tabIndex={-1} className="font-semibold text-base">
          {title}
        </h2>
        <IconButton label={closeLabel} icon={<X />} onClick={onClose} />
      </div>
      <div className="space-y-6 pb-10">{children}</div>
    </aside>
  );
}
