'use client';

import { useEffect, useState } from 'react';
import type { Draft } from '../../../queries/draft';
import { seeNotices } from '../notices/see-notices.client';

type PanelName = 'settings' | 'notes';

/**
 * Which of the panels stands beside the text. An address that names a note (`?note=12`) opens the notes there; a story that
 * was given to one is no news any more once it is open.
 */
export function usePanel({ articleId, assignee }: Draft, userId: number) {
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [sought, setSought] = useState<number | null>(null);
  useEffect(() => {
    const named = Number(new URLSearchParams(location.search).get('note'));
    if (!Number.isSafeInteger(named) || named <= 0) return;
    setSought(named);
    setPanel('notes');
  }, []);
  const isMine = assignee?.id === userId;
  useEffect(() => {
    if (isMine) void seeNotices(articleId, 'assignment');
  }, [articleId, isMine]);
  return { panel, setPanel, sought };
}
