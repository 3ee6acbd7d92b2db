'use client';

import { useEffect, useState } from 'react';
import { toast } from '@/components/ui/toast.client';
import { restoreRevisionAction } from '../../../actions';
import { ask } from '../ask';
import { VersionDialog } from '../saving/compare-dialogs.client';
import type { EditorContent } from '../saving/content';
import { fetchDraft } from '../saving/look-back';
import type { Saving } from '../saving/use-saving.client';

interface VersionLookProps {
  articleId: number;
  version: { id: number; title: string };
  saving: Saving;
  mayRestore: boolean;
  onClose: () => void;
}

/** Opens an old version and brings it back as a new one, on top of everything that was typed. */
export function VersionLook({ articleId, version, saving, mayRestore, onClose }: VersionLookProps) {
  const [content, setContent] = useState<EditorContent | null>(null);
  useEffect(() => {
    let gone = false;
    fetch(`/api/articles/${articleId}/revisions/${version.id}`)
      .then(async (response) => {
        if (!response.ok) throw new Error('no such version');
        const found = (await response.json()) as EditorContent;
        if (!gone) setContent({ ...found, slugIsChosen: true });
      })
      .catch(() => {
        toast.error('This version cannot be opened just now.');
        onClose();
      });
    return () => {
      gone = true;
    };
  }, [articleId, version.id, onClose]);
  const restore = async (): Promise<string | undefined> => {
    if (!(await saving.saver.flush())) return 'Save your changes first.';
    const answer = await ask(restoreRevisionAction, {
      articleId,
      baseRevisionId: saving.saver.revisionId,
      revisionId: version.id,
    });
    if (!answer.ok) return answer.sentence;
    const newest = await fetchDraft(articleId);
    if (!newest) return 'It is back, but cannot be shown just now. Reload the page.';
    saving.adopt(newest);
    toast('The old version is back, as a new one.');
    onClose();
  };
  return (
    <VersionDialog
      title={version.title}
      version={content}
      mine={saving.content()}
      mayRestore={mayRestore}
      onRestore={restore}
      onClose={onClose}
    />
  );
}
