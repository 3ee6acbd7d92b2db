'use client';

import { useEffect, useState } from 'react';
import { later } from '@/components/ui/later.client';
import { summons } from '@/components/ui/summons';
import { isShortcut, isTyping } from '@/lib/shortcuts';

const ShortcutList = later(async () => (await import('./shortcut-list.client')).ShortcutList);

const asked = summons();

/** Opens the list of keys from anywhere: the command palette, a button. */
export const showShortcuts = asked.call;

/** D17: every key of the desk, on every page of it, behind `?`. */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const asked = isShortcut('everywhere.help', event) && !isTyping(event.target);
      if (!asked && !isShortcut('everywhere.helpWhileTyping', event)) return;
      event.preventDefault();
      show();
    };
    const end = asked.answer(show);
    document.addEventListener('keydown', onKey);
    return () => {
      end();
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return open ? <ShortcutList now onClose={() => setOpen(false)} /> : null;
}
