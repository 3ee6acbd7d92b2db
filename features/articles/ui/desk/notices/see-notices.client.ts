'use client';

import { lookForNotices } from './unread.client';

/** What one was told of an article is read once it is on the screen. When that cannot be said now, it stays unread. */
export async function seeNotices(articleId: number, kind: 'mention' | 'assignment'): Promise<void> {
  try {
    const response = await fetch('/api/notices/seen', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ articleId, kind }),
    });
    if (response.ok && ((await response.json()) as { marked: number }).marked > 0) await lookForNotices();
  } catch {
    // Offline: it is read the next time.
  }
}
