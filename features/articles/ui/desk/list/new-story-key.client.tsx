'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** The key n begins a story, unless somebody is typing or a dialog is open. */
export function NewStoryKey() {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target?.tagName ?? '')) return;
      if (target?.closest('[role="dialog"], [role="menu"]')) return;
      event.preventDefault();
      router.push('/admin/articles/new');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [router]);
  return null;
}
