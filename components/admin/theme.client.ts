'use client';

import { useSyncExternalStore } from 'react';
import { themeKey } from '@/lib/theme-script';

export type Theme = 'system' | 'light' | 'dark';

const isChosen = (value: string | null | undefined): value is 'light' | 'dark' =>
  value === 'light' || value === 'dark';

const themeNow = (): Theme => {
  const { theme } = document.documentElement.dataset;
  return isChosen(theme) ? theme : 'system';
};

function wear(theme: string | null): void {
  if (isChosen(theme)) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

function watch(tell: () => void): () => void {
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  // Another tab of the desk has changed it.
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === themeKey) wear(newValue);
  };
  addEventListener('storage', onStorage);
  return () => {
    observer.disconnect();
    removeEventListener('storage', onStorage);
  };
}

/** Kept on this device and shared with the paper; `system` keeps nothing. */
export function chooseTheme(theme: Theme): void {
  wear(theme);
  try {
    if (theme === 'system') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // Storage may be shut off; the choice then lasts for this page.
  }
}

export const useTheme = (): Theme => useSyncExternalStore(watch, themeNow, () => 'system');
