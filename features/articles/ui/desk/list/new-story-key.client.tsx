'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { isShortcut } from '@/lib/shortcuts';
import { isTyping } from '../is-typing';

/** The key n begins a story, unless somebody is typing or a dialog is open. */
export function NewStoryKey() {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isShortcut('stories.begin', event) || isTyping(event)) return;
      event.preventDefault();
      router.push('/admin/articles/new');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [router]);
  return null;
}
