'use client';

import { ChevronsUpDown, ExternalLink, LogOut, UserRound } from 'lucide-react';
import { startTransition, useEffect, useRef, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuLink,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/menu.client';
import { summons } from '@/components/ui/summons';
import { emptyJournal, isJournalEmpty } from '@/lib/draft-journal';
import { chooseTheme, type Theme, useTheme } from './theme.client';

export interface DeskUser {
  name: string;
  role: string;
}

export interface UserMenuProps {
  user: DeskUser;
  /** Where one's own password and sessions are. */
  accountHref?: string;
  signOut: () => Promise<unknown>;
}

const asked = summons();

/** The way out, from the palette. */
export const askToSignOut = asked.call;

/** Who is signed in, the colours of this device, and the way out. */
export function UserMenu({ user, accountHref, signOut }: UserMenuProps) {
  const theme = useTheme();
  const [asking, setAsking] = useState(false);
  /** Whoever sits here next finds nothing of what was typed. */
  const leave = async () => {
    await emptyJournal().catch(() => undefined);
    await signOut();
  };
  const askOrLeave = async () => {
    if (await isJournalEmpty().catch(() => true)) await leave();
    else setAsking(true);
  };
  const ask = useRef(askOrLeave);
  ask.current = askOrLeave;
  useEffect(() => asked.answer(() => startTransition(() => ask.current())), []);
  return (
    <>
      <Menu>
        <MenuTrigger className="flex min-h-10 w-full cursor-pointer items-center gap-2 rounded-md px-2 text-start hover:bg-rule/50 pointer-coarse:min-h-11">
          <Avatar name={user.name} />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium text-ink text-sm" dir="auto">
              {user.name}
            </span>
            <span className="block truncate text-muted text-xs capitalize">{user.role}</span>
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
        </MenuTrigger>
        <MenuContent align="start" side="top">
          {accountHref && (
            <MenuLink href={accountHref} icon={<UserRound />}>
              Your account
            </MenuLink>
          )}
          <MenuLink href="/" icon={<ExternalLink />}>
            See the paper
          </MenuLink>
          <MenuSeparator />
          <MenuLabel>Colours</MenuLabel>
          <MenuRadioGroup value={theme} onValueChange={(chosen) => chooseTheme(chosen as Theme)}>
            <MenuRadioItem value="system">As the device</MenuRadioItem>
            <MenuRadioItem value="light">Light</MenuRadioItem>
            <MenuRadioItem value="dark">Dark</MenuRadioItem>
          </MenuRadioGroup>
          <MenuSeparator />
          <MenuItem icon={<LogOut />} onSelect={() => startTransition(askOrLeave)}>
            Sign out
          </MenuItem>
        </MenuContent>
      </Menu>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out and throw away unsaved text?"
        confirmLabel="Sign out"
        onConfirm={leave}
      >
        This device keeps text that never reached the server. Signing out removes it. Open the story first to
        put it back.
      </ConfirmDialog>
    </>
  );
}
