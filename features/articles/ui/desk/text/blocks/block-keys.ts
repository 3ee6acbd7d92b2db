import { Extension } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { crossBlock } from './cross-block';
import { duplicateBlock, moveBlock, removeBlock } from './move-block';

/** Alt with an arrow moves the part where the caret is, with Shift into and out of what holds parts; Ctrl/Cmd and Alt with D doubles it, with Backspace takes it out. */
export const blockKeys = Extension.create({
  name: 'blockKeys',
  // Before the list's own keys.
  priority: 200,
  addKeyboardShortcuts() {
    const run = (command: Command) => () => {
      command(this.editor.state, this.editor.view.dispatch);
      // Also where there is nothing to do: the browser's own meaning of these keys is not what was wanted.
      return true;
    };
    return {
      'Alt-ArrowUp': run(moveBlock(-1)),
      'Alt-ArrowDown': run(moveBlock(1)),
      'Alt-Shift-ArrowUp': run(crossBlock(-1)),
      'Alt-Shift-ArrowDown': run(crossBlock(1)),
      'Mod-Alt-d': run(duplicateBlock),
      'Mod-Alt-Backspace': run(removeBlock),
    };
  },
});
