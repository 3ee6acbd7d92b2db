'use client';

import type { ReactNode } from 'react';
import { Toaster } from '@/components/ui/toast.client';
import { DeskBar } from './desk-bar.client';
import { DeskCommands } from './desk-commands.client';
import type { DeskGroup } from './desk-entries';
import { DeskNav } from './desk-nav.client';
import { ShortcutHelp } from './shortcut-help.client';
import { UserMenu, type UserMenuProps } from './user-menu.client';

export interface DeskShellProps extends UserMenuProps {
  siteName: string;
  groups: DeskGroup[];
  newStoryHref?: string;
  raiseBarHref?: string;
  /** Where the palette asks for stories, people and shelves by words. */
  findAddress?: string;
  /** What one was told, and how much of it is new. */
  bell?: ReactNode;
  /** What nobody at the desk may miss, over every page. */
  alarm?: ReactNode;
  children: ReactNode;
}

/**
 * The desk around its pages: navigation beside the work on wide screens, behind a button on narrow ones. The page is put
 * in `<main id="content">`. A page that fills the screen by itself (the editor) carries `data-canvas` on its outermost
 * element: the sidebar then leaves, and one 48 px button stays in the upper corner, for which its own bar leaves room.
 */
export function DeskShell({
  siteName,
  groups,
  newStoryHref,
  raiseBarHref,
  findAddress,
  bell,
  alarm,
  children,
  ...menu
}: DeskShellProps) {
  return (
    <div className="desk">
      <a href="#content" className="skip-link">
        Skip to content
      </a>
      <aside className="desk-side" aria-label={siteName}>
        <div className="flex items-start gap-1">
          <a href="/admin" className="desk-name">
            {siteName}
          </a>
          {bell}
        </div>
        <DeskCommands
          groups={groups}
          newStoryHref={newStoryHref}
          raiseBarHref={raiseBarHref}
          findAddress={findAddress}
        />
        <div className="flex-1">
          <DeskNav groups={groups} />
        </div>
        {/* In sight on a low window, too. */}
        <div className="sticky -bottom-4 -mb-4 bg-sunken pb-4">
          <UserMenu {...menu} />
        </div>
      </aside>
      <DeskBar
        siteName={siteName}
        tools={
          <>
            {bell}
            <DeskCommands
              groups={groups}
              newStoryHref={newStoryHref}
              raiseBarHref={raiseBarHref}
              findAddress={findAddress}
              compact
              listens={false}
            />
          </>
        }
      >
        {(close) => (
          <>
            <DeskNav groups={groups} onGo={close} />
            <UserMenu {...menu} />
          </>
        )}
      </DeskBar>
      <main id="content" tabIndex={-1} className="desk-main">
        {children}
      </main>
      {alarm}
      <ShortcutHelp />
      <Toaster />
    </div>
  );
}
