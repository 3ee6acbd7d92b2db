'use client';

import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { seeNotices } from '../notices/see-notices.client';
import { Panel } from '../panel/panel.client';
import { NoteComposer } from './note-composer.client';
import { NoteThreadView } from './note-thread.client';
import { useNoteActs } from './use-note-acts.client';
import { useNotes } from './use-notes.client';

interface NotesPanelProps {
  articleId: number;
  userId: number;
  timeZone: string;
  /** The note that an address named. */
  sought: number | null;
  /** Moves when they do. */
  moved: string;
  mayWrite: boolean;
  onClose: () => void;
}

/** What staff say to each other about the story, beside its text. Readers never see any of it. */
export function NotesPanel({
  articleId,
  userId,
  timeZone,
  sought,
  moved,
  mayWrite,
  onClose,
}: NotesPanelProps) {
  const { threads, people, failed, reload } = useNotes(articleId, moved);
  const acts = useNoteActs(articleId, reload);
  const place = `${userId}:${articleId}`;
  const come = threads !== null;
  useEffect(() => {
    if (!come) return;
    void seeNotices(articleId, 'mention');
    const note = sought === null ? null : document.getElementById(`note-${sought}`);
    note?.scrollIntoView({ block: 'center' });
    note?.focus({ preventScroll: true });
  }, [articleId, come, sought]);
  const isGone =
    come &&
    sought !== null &&
    !threads.some(({ first, answers }) => [first, ...answers].some(({ id }) => id === sought));
  return (
    <Panel id="story-notes" title="Notes" closeLabel="Close the notes" onClose={onClose}>
      <div className="space-y-4">
        {mayWrite && (
          <NoteComposer
            label="Write a note to the desk"
            verb="Add the note"
            place={place}
            people={people}
            onSend={acts.add}
          />
        )}
        {failed && (
          <Notice
            tone="warning"
            announce="status"
            action={<Button onClick={() => void reload()}>Try again</Button>}
          >
            The notes cannot be read just now.
          </Notice>
        )}
        {isGone && <Notice tone="neutral">The note you came for was taken back.</Notice>}
        {threads?.length === 0 && (
          <p className="text-muted">
            No notes yet. What is said here is for the desk alone; readers never see it. Write @ to call
            somebody.
          </p>
        )}
        <ol className="space-y-3" aria-label="Notes on this story">
          {threads?.map((thread) => (
            <NoteThreadView
              key={thread.first.id}
              thread={thread}
              people={people}
              acts={acts}
              place={place}
              timeZone={timeZone}
              sought={sought}
              mayWrite={mayWrite}
            />
          ))}
        </ol>
      </div>
    </Panel>
  );
}
