'use client';

import { useSyncExternalStore } from 'react';
import { Toaster as Sonner } from 'sonner';

const themeNow = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
};

function watchTheme(tell: () => void) {
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

const above = 'calc(1.25rem + var(--foot, 0px))';

export function ToasterSonner() {
  const theme = useSyncExternalStore(watchTheme, themeNow, () => 'system' as const);
  return (
    <Sonner
      theme={theme}
      position="bottom-center"
      offset={{ bottom: above }}
      mobileOffset={{ bottom: above }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-(--width) items-center gap-3 rounded-lg border border-edge bg-raised px-3 py-2.5 font-sans text-ink text-sm',
          title: 'font-normal',
          description: 'text-muted',
          content: 'flex-1',
          error: 'border-danger! text-danger!',
          actionButton:
            'shrink-0 cursor-pointer rounded-md border border-rule px-2 py-1 font-medium text-ink text-xs hover:bg-sunken',
          cancelButton: 'shrink-0 cursor-pointer rounded-md px-2 py-1 text-muted text-xs hover:bg-sunken',
        },
      }}
    />
  );
}
