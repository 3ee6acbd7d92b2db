'use client';

import { Bell, Keyboard, LogOut, Megaphone, Monitor, Moon, Plus, Search, Sun, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { IconButton } from '@/components/ui/button';
import { CommandPalette, useCommandKey } from '@/components/ui/command-palette.client';
import { Kbd } from '@/components/ui/kbd';
import { usePageActsNow } from '@/components/ui/page-acts.client';
import type { PaletteGroup } from '@/components/ui/palette';
import { keysOf } from '@/lib/shortcuts';
import { type DeskGroup, entryIcons } from './desk-entries';
import { showShortcuts } from './shortcut-help.client';
import { chooseTheme } from './theme.client';
import { askToSignOut } from './user-menu.client';

interface DeskCommandsProps {
  groups: DeskGroup[];
  /** Where a new story is begun, for those who may. */
  newStoryHref?: string;
  /** Where the bar over every page is raised, for those who may. */
  raiseBarHref?: string;
  /** Where stories, people and shelves are asked for by words. */
  findAddress?: string;
  /** An icon alone, for the bar of a phone. */
  compact?: boolean;
  /** Only one of several on a page listens to the key. */
  listens?: boolean;
}

/** The button and the key (Ctrl or Cmd with K) that find every page and act of the desk. */
export function DeskCommands({
  groups,
  newStoryHref,
  raiseBarHref,
  findAddress,
  compact = false,
  listens = true,
}: DeskCommandsProps) {
  const router = useRouter();
  const [open, setOpen] = useCommandKey(listens);
  const page = usePageActsNow();
  return (
    <>
      {compact ? (
        <IconButton label="Find a story, page or command" icon={<Search />} onClick={() => setOpen(true)} />
      ) : (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="flex min-h-8 w-full cursor-pointer items-center gap-2.5 rounded-md border border-rule bg-raised px-2 text-muted text-sm hover:border-edge hover:text-ink"
        >
          <Search aria-hidden="true" className="size-4 shrink-0" />
          <span className="flex-1 text-start">Find</span>
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </button>
      )}
      <CommandPalette
        open={open}
        onOpenChange={setOpen}
        onGo={(href) => router.push(href)}
        find={findAddress === undefined ? undefined : (words) => find(findAddress, words)}
        groups={[
          ...(page ? [page] : []),
          ...acts(newStoryHref, raiseBarHref),
          ...pages(groups),
          help,
          you,
          colours,
        ]}
      />
    </>
  );
}

const acts = (newStoryHref?: string, raiseBarHref?: string): PaletteGroup[] => {
  const entries: PaletteGroup['entries'] = [];
  if (newStoryHref)
    entries.push({
      id: 'new-story',
      label: 'New story',
      words: ['write', 'article'],
      icon: <Plus />,
      keys: keysOf('stories.begin'),
      href: newStoryHref,
    });
  if (raiseBarHref)
    entries.push({
      id: 'raise-bar',
      label: 'Raise the breaking bar',
      words: ['alert', 'urgent', 'lower'],
      icon: <Megaphone />,
      href: raiseBarHref,
    });
  return entries.length > 0 ? [{ heading: 'Write', entries }] : [];
};

const pages = (groups: DeskGroup[]): PaletteGroup[] => [
  {
    heading: 'Go to',
    entries: [
      ...groups
        .flatMap(({ entries }) => entries)
        .map(({ href, label, icon }) => {
          const Icon = entryIcons[icon];
          return { id: href, label, icon: <Icon />, href };
        }),
      {
        id: 'notices',
        label: 'Notices',
        words: ['mentions', 'bell', 'unread'],
        icon: <Bell />,
        href: '/admin/notices',
      },
    ],
  },
];

/** What the server finds; null while it cannot be reached. */
async function find(address: string, words: string): Promise<PaletteGroup[] | null> {
  const response = await fetch(`${address}?${new URLSearchParams({ words })}`);
  return response.ok ? ((await response.json()) as PaletteGroup[]) : null;
}

const help: PaletteGroup = {
  heading: 'Help',
  entries: [
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      words: ['keys', 'help'],
      keys: keysOf('everywhere.help'),
      icon: <Keyboard />,
      run: showShortcuts,
    },
  ],
};

const you: PaletteGroup = {
  heading: 'You',
  entries: [
    {
      id: 'account',
      label: 'Your account',
      words: ['password', 'sessions', 'profile'],
      icon: <UserRound />,
      href: '/admin/account',
    },
    {
      id: 'sign-out',
      label: 'Sign out',
      words: ['log out', 'leave'],
      icon: <LogOut />,
      run: askToSignOut,
    },
  ],
};

const colours: PaletteGroup = {
  heading: 'Colours',
  entries: [
    {
      id: 'theme-light',
      label: 'Light colours',
      words: ['theme'],
      icon: <Sun />,
      run: () => chooseTheme('light'),
    },
    {
      id: 'theme-dark',
      label: 'Dark colours',
      words: ['theme'],
      icon: <Moon />,
      run: () => chooseTheme('dark'),
    },
    {
      id: 'theme-system',
      label: 'Colours as the device',
      words: ['theme'],
      icon: <Monitor />,
      run: () => chooseTheme('system'),
    },
  ],
};
