'use client';

import { Menu as MenuIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { Sheet } from '@/components/ui/dialog.client';

interface DeskBarProps {
  siteName: string;
  /** What the sidebar holds, for the sheet that stands in for it. */
  children: (close: () => void) => ReactNode;
  tools: ReactNode;
}

/** The strip over the work on narrow screens, and the corner button where the work fills the screen. */
export function DeskBar({ siteName, children, tools }: DeskBarProps) {
  const [open, setOpen] = useState(false);
  return (
    <header className="desk-bar">
      <Sheet
        title={siteName}
        side="start"
        open={open}
        onOpenChange={setOpen}
        trigger={<IconButton label="Menu" icon={<MenuIcon />} />}
      >
        <div className="flex min-h-[calc(100%-3rem)] flex-col justify-between gap-6">
          {children(() => setOpen(false))}
        </div>
      </Sheet>
      <a href="/admin" className="desk-bar-name">
        {siteName}
      </a>
      <div className="desk-bar-tools">{tools}</div>
    </header>
  );
}
