import { Extension } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import type { UploadWatch } from '@/lib/upload-file';
import { isLibraryFile } from '@/lib/upload-kinds';
import { pasteKit, pasteLater } from './paste-later';
import type { PastedPicture } from './pasted-pictures';
import {
  betweenBlocks,
  bringPictures,
  notePlaces,
  type Placed,
  type Refused,
  type UploadsOptions,
  uploadPlaces,
} from './upload-places';

/**
 * Pictures that are pasted or dropped, as files, within HTML or as addresses: all go to the library, each to its place in
 * the text. The text never waits for them; where a linked one cannot be had, its link stays.
 */
export const Uploads = Extension.create<UploadsOptions>({
  name: 'uploads',
  addOptions: () => ({
    upload: async () => ({ ok: false, sentence: '', again: false }),
    takePicture: async () => ({ ok: false, sentence: '', again: false }),
    onRefused: () => {},
  }),
  addProseMirrorPlugins() {
    const { options, editor } = this;
    // What the newest paste brought, until the text that came with it is in.
    let pasted = new Map<string, PastedPicture>();
    let rtf = '';
    const take = (view: EditorView, files: File[], pos: number) => {
      const taken = files.filter(isLibraryFile);
      uploadAt(view, taken, pos, options);
      if (files.length > 0 && taken.length === 0)
        options.onRefused(
          'Pictures (JPEG, PNG, WebP, AVIF, GIF), PDF, MP3 and MP4 can be put into the text.',
        );
      return files.length > 0;
    };
    return [
      uploadPlaces(
        {
          handleDOMEvents: {
            paste: (_view, event) => {
              rtf = event.clipboardData?.getData('text/rtf') ?? '';
              return false;
            },
          },
          transformPastedHTML: (html) => {
            const kit = pasteKit();
            if (!kit) return html;
            const clean = kit.cleanPastedHtml(html, () => kit.picturesInRtf(rtf));
            rtf = '';
            pasted = new Map(clean.pictures.map((picture) => [picture.key, picture]));
            if (clean.unread > 0) options.onRefused(onDisk(clean.unread));
            return clean.html;
          },
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
        (state) => {
          const read = pasted.size > 0 && pasteKit()?.withoutMarkers(state, pasted, options);
          if (!read) return null;
          pasted = new Map();
          const { transaction, places } = read;
          const noted = notePlaces(transaction, places);
          // Once this transaction is the editor's state.
          setTimeout(() => void bring(editor.view, noted, options), 0);
          return transaction;
        },
      ),
      pasteLater(options.onRefused),
    ];
  },
});

const onDisk = (count: number): string =>
  `${count === 1 ? 'A picture' : `${count} pictures`} of what you pasted could not be read from your disk. The text is in; put ${count === 1 ? 'it' : 'them'} in by hand.`;

/** Uploads files and puts each where the selection is now. */
export const uploadInto = (view: EditorView, files: File[], options: UploadsOptions): void =>
  uploadAt(view, files, view.state.selection.to, options);

function uploadAt(view: EditorView, files: File[], pos: number, options: UploadsOptions): void {
  if (files.length === 0) return;
  const { tr } = view.state;
  const at = betweenBlocks(view.state, pos);
  const places = files.map((file) => ({
    coming: {
      name: file.name,
      isLinked: false,
      fetch: (watch: UploadWatch) => options.upload(file, watch),
    },
    pos: at,
  }));
  const noted = notePlaces(tr, places);
  view.dispatch(tr);
  void bring(view, noted, options);
}

async function bring(view: EditorView, places: Placed[], { onRefused }: UploadsOptions): Promise<void> {
  if (!view.isDestroyed) await bringPictures(view, places, (refused) => onRefused(sentenceFor(refused)));
}

function sentenceFor(refused: Refused[]): string {
  const many = refused.length > 1 ? `${refused.length} pictures could not be taken. ` : '';
  const stays = refused.some(({ isLinked }) => isLinked)
    ? ` ${many ? 'They stay in the text as links.' : 'It stays in the text as a link.'}`
    : '';
  return `${many}${refused[0]?.name}: ${refused[0]?.sentence}${stays}`;
}
