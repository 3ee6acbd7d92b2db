'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '@/components/ui/button';

interface PanelProps {
  onClose: () => void;
  children: ReactNode;
}

/** What stands beside the text when it is wanted: next to it on wide screens, over it on narrow ones. */
export function Panel({ onClose, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <aside
      id="story-panel"
      aria-labelledby="story-panel-title"
      className="story-panel"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="flex min-h-12 items-center justify-between">
        <h2
          id="story-panel-title"
          ref={heading}
          tabIndex={-1}
          className="font-semibold text-base outline-none"
        >
          Story settings
        </h2>
        <IconButton label="Close the settings" icon={<X />} onClick={onClose} />
      </div>
      <div className="space-y-6 pb-10">{children}</div>
    </aside>
  );
}
