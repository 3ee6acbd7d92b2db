'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Draft } from '../../../queries/draft';
import { seeNotices } from '../notices/see-notices.client';

type PanelName = 'settings' | 'notes';

/** A form of the settings that was asked for by name, anew each time. */
export type Wanted = { form: 'share' } | { form: 'correction'; passage: string };

/**
 * Which of the panels stands beside the text. An address that names a note (`?note=12`) opens the notes there; a story that
 * was given to one is no news any more once it is open.
 */
export function usePanel({ articleId, assignee }: Draft, userId: number) {
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [wanted, setWanted] = useState<Wanted | null>(null);
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
  const show = useCallback((name: PanelName | null, form: Wanted | null = null) => {
    setPanel(name);
    setWanted(form);
  }, []);
  return { panel, setPanel: show, wanted, sought };
}
