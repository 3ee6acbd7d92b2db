import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** By which it is taken out again. */
export const focusPluginKey = new PluginKey('focusText');

/** Marks the blocks that the selection lies in, so that everything else can stand back. */
export const focusPlugin = (): Plugin =>
  new Plugin({ key: focusPluginKey, props: { decorations: (state) => markWritten(state) } });

function markWritten({ doc, selection: { from, to } }: EditorState): DecorationSet {
  const written: Decoration[] = [];
  doc.forEach((block, offset) => {
    if (offset <= to && offset + block.nodeSize >= from)
      written.push(Decoration.node(offset, offset + block.nodeSize, { class: 'being-written' }));
  });
  return DecorationSet.create(doc, written);
}
