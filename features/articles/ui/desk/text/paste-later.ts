import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { restMs } from '@/components/ui/later.client';

type PasteKit = typeof import('./paste-kit');

let kit: PasteKit | null = null;

/** What reads a clipboard; null until it has come. */
export const pasteKit = (): PasteKit | null => kit;

const fetchKit = async (): Promise<boolean> => {
  kit ??= await import('./paste-kit').catch(() => null);
  return kit !== null;
};

/** A stretch of the text that follows what is typed before, and around it; what is typed at `side` of it is not in it. */
interface Held {
  from: number;
  to: number;
  side: -1 | 1;
}

const key = new PluginKey<Held | null>('pasteLater');

/**
 * Fetches what reads a clipboard when the writer comes to the text, or when the page is at rest. What is pasted sooner
 * waits a moment and goes where the caret was then; what is typed in between comes after it, as it was meant.
 */
export const pasteLater = (onRefused: (sentence: string) => void) => {
  let isPassing = false;
  const pass = (view: EditorView, clipboardData: DataTransfer) => {
    isPassing = true;
    view.dom.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    isPassing = false;
  };
  const hold = (view: EditorView, clipboardData: DataTransfer) => async () => {
    if (!(await fetchKit()) && !view.isDestroyed)
      onRefused(
        'There is no connection, so what you pasted was read without its finer structure. All of its text is in.',
      );
    const place = key.getState(view.state);
    if (view.isDestroyed || !place) return;
    const { selection } = view.state;
    const hasMoved = selection.from !== place.from || selection.to !== place.to;
    select(view, place, hasMoved ? { from: selection.head, to: selection.head, side: 1 } : null);
    pass(view, clipboardData);
    const caret = key.getState(view.state);
    if (caret) select(view, caret, null);
  };
  const refuses = (sentence: string | null | undefined): boolean => {
    if (sentence) onRefused(sentence);
    return Boolean(sentence);
  };
  const isTooLong = (event: Event, data: DataTransfer | null): boolean => {
    if (!data || !refuses(kit?.tooLongToRead(data))) return false;
    event.preventDefault();
    return true;
  };
  return new Plugin<Held | null>({
    key,
    state: {
      init: () => null,
      apply(transaction, before) {
        const set = transaction.getMeta(key) as Held | null | undefined;
        if (set !== undefined || !before) return set ?? null;
        const { side } = before;
        const { mapping } = transaction;
        return { from: mapping.map(before.from, side), to: mapping.map(before.to, side), side };
      },
    },
    view: () => {
      const timer = setTimeout(() => void fetchKit(), restMs);
      return { destroy: () => clearTimeout(timer) };
    },
    props: {
      handleDOMEvents: {
        focus: () => {
          void fetchKit();
          return false;
        },
        paste: (view, event) => {
          if (kit || isPassing || !event.clipboardData) return isTooLong(event, event.clipboardData);
          event.preventDefault();
          const { from, to } = view.state.selection;
          const paste = hold(view, copyOf(event.clipboardData));
          view.dispatch(view.state.tr.setMeta(key, { from, to, side: -1 } satisfies Held));
          void paste();
          return true;
        },
        drop: (_view, event) => isTooLong(event, event.dataTransfer),
      },
      transformPasted: (slice) => kit?.withoutDepth(slice) ?? slice,
      handlePaste: (view, _event, slice) =>
        kit !== null && (refuses(kit.tooMuchTogether(view, slice)) || kit.pasteAsBlocks(view, slice)),
      handleDrop: (view, _event, slice, moved) => !moved && refuses(kit?.tooMuchTogether(view, slice)),
    },
  });
};

function select(view: EditorView, { from, to }: Held, held: Held | null): void {
  const { doc, tr } = view.state;
  view.dispatch(
    tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))).setMeta(key, held),
  );
}

/** A clipboard's data is gone when its event is over. */
function copyOf(data: DataTransfer): DataTransfer {
  const copy = new DataTransfer();
  for (const type of data.types) if (type !== 'Files') copy.setData(type, data.getData(type));
  for (const file of data.files) copy.items.add(file);
  return copy;
}
