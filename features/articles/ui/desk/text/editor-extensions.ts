import { Extension, type Extensions, textblockTypeInputRule } from '@tiptap/core';
import Placeholder from '@tiptap/extension-placeholder';
import { Plugin } from '@tiptap/pm/state';
import { richTextExtensions } from '@/lib/rich-text/extensions';
import { blockKeys } from './blocks/block-keys';
import { EditableFigure } from './figure-view.client';
import { insertFootnote } from './insert-parts';
import { PartViews, type PartViewsOptions } from './part-views';
import { SlashCommands, type SlashOptions } from './slash-commands';
import { VisibleUnknown } from './unknown-view';
import type { UploadsOptions } from './upload-places';
import { Uploads } from './uploads';

interface EditorParts extends SlashOptions, UploadsOptions, PartViewsOptions {
  placeholder: string;
  /** Ctrl or Cmd with K. */
  onLink: () => void;
}

/** The server's own list of nodes and marks, with what only somebody who writes needs. */
export const editorExtensions = ({
  placeholder,
  find,
  show,
  upload,
  takePicture,
  onRefused,
  onLink,
  onAddToGallery,
}: EditorParts): Extensions => [
  ...richTextExtensions({ figure: EditableFigure, unknown: VisibleUnknown }),
  PartViews.configure({ onAddToGallery }),
  Placeholder.configure({ placeholder, showOnlyWhenEditable: false }),
  SlashCommands.configure({ find, show }),
  Uploads.configure({ upload, takePicture, onRefused }),
  writingKeys(onLink),
  blockKeys,
];

const writingKeys = (onLink: () => void) =>
  Extension.create({
    name: 'writingKeys',
    // Before the keys of bold, which takes Shift for a locked one.
    priority: 200,
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleKeyDown: (_view, event) => {
            const isLink =
              event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.shiftKey;
            if (!isLink || event.altKey) return false;
            onLink();
            // Everywhere else on the desk the same key opens the command palette.
            event.stopPropagation();
            event.preventDefault();
            return true;
          },
        },
      }),
    ],
    addKeyboardShortcuts() {
      return {
        'Mod-Shift-b': () => this.editor.commands.toggleBlockquote(),
        'Mod-Alt-f': () => {
          insertFootnote(this.editor);
          return true;
        },
      };
    },
    addInputRules() {
      const heading = this.editor.schema.nodes.heading;
      // One hash means the highest rank there is in a story.
      return heading
        ? [textblockTypeInputRule({ find: /^#\s$/, type: heading, getAttributes: { level: 2 } })]
        : [];
    },
  });
