'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { composeCampaignAction, previewCampaignAction } from '../../../actions';
import type { Preview } from '../../../commands';
import type { IssueDraft } from './issue-draft';

export type SaveState =
  | { kind: 'saved'; at: Date }
  | { kind: 'editing' }
  | { kind: 'saving' }
  /** Could not be saved; it is tried again with the next change, or by hand. */
  | { kind: 'refused'; sentence: string; conflict: boolean };

/** So long after the last change it is saved. In milliseconds. */
const pauseMs = 700;

interface Options {
  campaignId: number;
  version: number;
  savedAt: Date;
  draft: IssueDraft;
}

/**
 * Keeps a draft saved, one request at a time, each from the version that the last one made, and holds the newest
 * preview. After a conflict nothing is saved any more: somebody else's version is never written over.
 */
export function useComposing({ campaignId, version, savedAt, draft: first }: Options) {
  const [draft, setDraft] = useState(first);
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: savedAt });
  const [preview, setPreview] = useState<Preview | null>(null);
  const [seen, setSeen] = useState(version);
  const now = useRef({ draft: first, version, running: false, dirty: false, stopped: false });

  const save = useCallback(async () => {
    const { current } = now;
    if (current.running || current.stopped) return;
    current.running = true;
    while (current.dirty && !current.stopped) {
      current.dirty = false;
      setState({ kind: 'saving' });
      const { stories, ...content } = current.draft;
      const answer = await composeCampaignAction(
        { status: 'idle' },
        {
          ...content,
          campaignId,
          version: current.version,
          articleIds: stories.map(({ articleId }) => articleId),
        },
      ).catch(() => null);
      if (answer?.status === 'done') {
        current.version = answer.result.version;
        setSeen(answer.result.version);
        setPreview(answer.result.preview);
        setState({ kind: 'saved', at: answer.result.savedAt });
      } else {
        const conflict = answer?.status === 'refused' && answer.code === 'conflict';
        current.stopped = conflict;
        const sentence =
          answer?.status === 'refused'
            ? answer.sentence
            : 'The server did not answer. It is saved with your next change.';
        setState({ kind: 'refused', sentence, conflict });
        if (!current.dirty) break;
      }
    }
    current.running = false;
  }, [campaignId]);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const change = useCallback(
    (part: Partial<IssueDraft>) => {
      now.current.draft = { ...now.current.draft, ...part };
      now.current.dirty = true;
      setDraft(now.current.draft);
      setState((before) => (before.kind === 'refused' && before.conflict ? before : { kind: 'editing' }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pauseMs);
    },
    [save],
  );

  // Opening a draft shows it and saves nothing, so that two who look at it do not get into each other's way.
  useEffect(() => {
    let here = true;
    previewCampaignAction({ status: 'idle' }, { campaignId })
      .then((answer) => {
        if (here && answer.status === 'done') setPreview((newer) => newer ?? answer.result);
      })
      .catch(() => {});
    return () => {
      here = false;
      clearTimeout(timer.current);
    };
  }, [campaignId]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (now.current.dirty || now.current.running) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);

  return { draft, change, state, preview, version: seen, settled: state.kind === 'saved' };
}
