import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { splitCredit } from '@/lib/credit';
import { isPictureFile, type UploadAnswer, type UploadedFile, type UploadWatch } from '@/lib/upload-file';
import { type UploadBar, uploadBar } from './upload-bar';

export interface UploadsOptions {
  upload: (file: File, watch: UploadWatch) => Promise<UploadAnswer>;
  /** A refusal, in a sentence for the writer. */
  onRefused: (sentence: string) => void;
}

type Change = { add: { id: object; pos: number; element: HTMLElement } } | { remove: object };

const key = new PluginKey<DecorationSet>('uploads');

/**
 * Pictures on their way to the library. Where one will stand there is a bar with its progress, which is no part of the
 * text: what is typed meanwhile moves it, and nothing half is ever saved. What failed stays there with its file, to be sent
 * again or put away.
 */
export const Uploads = Extension.create<UploadsOptions>({
  name: 'uploads',
  addOptions: () => ({
    upload: async () => ({ ok: false, sentence: '', again: false }),
    onRefused: () => {},
  }),
  addProseMirrorPlugins() {
    const { upload, onRefused } = this.options;
    const take = (view: EditorView, files: File[], pos: number) => {
      const pictures = files.filter(isPictureFile);
      for (const file of pictures) void place(view, file, pos, upload, onRefused);
      if (files.length > 0 && pictures.length === 0)
        onRefused('Only pictures can be put into the text: JPEG, PNG, WebP, AVIF or GIF.');
      return files.length > 0;
    };
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, before) {
            const moved = before.map(transaction.mapping, transaction.doc);
            const change = transaction.getMeta(key) as Change | undefined;
            if (!change) return moved;
            if ('remove' in change)
              return moved.remove(moved.find(undefined, undefined, (spec) => spec.id === change.remove));
            const { id, pos, element } = change.add;
            return moved.add(transaction.doc, [Decoration.widget(pos, element, { id, side: -1 })]);
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handlePaste: (view, event) => {
            const files = [...(event.clipboardData?.files ?? [])];
            // Word and Google Docs put a picture of the text beside the text itself.
            const html = event.clipboardData?.getData('text/html') ?? '';
            if (files.length === 0 || /\S/.test(html.replace(/<[^>]*>/g, ''))) return false;
            return take(view, files, view.state.selection.from);
          },
          handleDrop: (view, event, _slice, moved) => {
            const files = [...(event.dataTransfer?.files ?? [])];
            if (moved || files.length === 0) return false;
            event.preventDefault();
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            return take(view, files, at?.pos ?? view.state.doc.content.size);
          },
        },
      }),
    ];
  },
});

/** Uploads files and puts each where the selection is now. */
export function uploadInto(view: EditorView, files: File[], { upload, onRefused }: UploadsOptions): void {
  for (const file of files) void place(view, file, view.state.selection.to, upload, onRefused);
}

async function place(
  view: EditorView,
  file: File,
  pos: number,
  upload: UploadsOptions['upload'],
  onRefused: UploadsOptions['onRefused'],
): Promise<void> {
  const id = {};
  const bar = uploadBar(file.name);
  view.dispatch(
    view.state.tr.setMeta(key, { add: { id, pos: betweenBlocks(view, pos), element: bar.element } }),
  );
  for (;;) {
    const answer = await send(file, bar, upload);
    if (view.isDestroyed) return;
    if (answer === 'cancelled') return settle(view, id, null);
    if (answer.ok) return settle(view, id, answer.file);
    if (!answer.again) onRefused(`${file.name}: ${answer.sentence}`);
    if (!answer.again || !(await bar.asks(answer.sentence))) return settle(view, id, null);
  }
}

/** Until it is there, it is known why not, or the writer has thought better of it. */
async function send(
  file: File,
  bar: UploadBar,
  upload: UploadsOptions['upload'],
): Promise<UploadAnswer | 'cancelled'> {
  const stop = new AbortController();
  bar.onCancel(() => stop.abort());
  const answer = await upload(file, { onProgress: bar.show, onWaiting: bar.wait, signal: stop.signal });
  return stop.signal.aborted ? 'cancelled' : answer;
}

/** Takes the bar away and puts the picture in its place; at the end, where that part of the text is gone. */
function settle(view: EditorView, id: object, file: UploadedFile | null): void {
  const [found] = key.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? [];
  const change = view.state.tr.setMeta(key, { remove: id });
  const figure = file && view.state.schema.nodes.figure?.create(figureAttrs(file));
  if (figure) change.insert(found?.from ?? view.state.doc.content.size, figure);
  view.dispatch(change);
}

/** What a figure says of a picture when it is put in: the library's own words, to be changed for this story. */
export function figureAttrs({
  id,
  hash,
  width,
  height,
  alt,
  caption,
  credit,
}: Omit<UploadedFile, 'known' | 'filename'>) {
  const split = splitCredit(caption);
  return { mediaId: id, hash, width, height, alt, caption: split.caption, credit: credit || split.credit };
}

/** After the block that holds `pos`; before it when it is an empty paragraph. */
function betweenBlocks(view: EditorView, pos: number): number {
  const at = view.state.doc.resolve(Math.min(pos, view.state.doc.content.size));
  if (at.depth === 0) return at.pos;
  return at.node(1).isTextblock && at.node(1).content.size === 0 ? at.before(1) : at.after(1);
}
