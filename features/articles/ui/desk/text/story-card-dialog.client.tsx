'use client';

import type { Editor } from '@tiptap/core';
import { Dialog, DialogContent, DialogTitle } from '@/components/ui/dialog.client';
import { TextField } from '@/components/ui/text-field.client';
import { useFinding } from '@/components/ui/use-finding.client';
import { findPinnableAction } from '../../../actions';
import { ask } from '../ask';
import type { Named } from '../panel/named';
import { insertPart } from './insert-parts';

interface StoryCardDialogProps {
  editor: Editor;
  /** The story that is being written: no card points at itself. */
  articleId: number;
  onClose: () => void;
}

const none: Named[] = [];

/** Finds one of our live stories and puts a card to it where the caret is. */
export function StoryCardDialog({ editor, articleId, onClose }: StoryCardDialogProps) {
  const { words, setWords, found, failed } = useFinding(none, async (typed) => {
    const answer = await ask(findPinnableAction, { articleId, words: typed });
    return answer.ok ? answer.result : null;
  });
  const close = () => {
    onClose();
    // After the dialog has given the focus back.
    setTimeout(() => editor.commands.focus(), 0);
  };
  const choose = ({ id, name }: Named) => {
    insertPart(editor, { type: 'storyCard', attrs: { storyId: id, title: name } });
    close();
  };
  const typed = words.trim() !== '';
  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent width="small" onCloseAutoFocus={(event) => event.preventDefault()}>
        <DialogTitle>Read more</DialogTitle>
        <TextField
          label="Which story"
          name=""
          type="search"
          value={words}
          autoFocus
          autoComplete="off"
          placeholder="Words of its headline"
          error={failed ? 'The server did not answer. Type on to try again.' : undefined}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <p role="status" className="mt-3 text-muted text-xs">
          {typed && found.length === 0 ? 'No live story has these words in its headline.' : ''}
        </p>
        <ul aria-label="Stories to choose from" className="max-h-72 overflow-y-auto">
          {(typed ? found : none).map((story) => (
            <li key={story.id}>
              <button
                type="button"
                dir="auto"
                onClick={() => choose(story)}
                className="block min-h-9 w-full cursor-pointer rounded-md px-2 py-1.5 text-start font-serif hover:bg-sunken pointer-coarse:min-h-11"
              >
                {story.name}
              </button>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}
