import type { EditorState, Transaction } from '@tiptap/pm/state';
import { shorten } from '@/lib/rich-text/text';
import { fileOf, keyOfMarker, type PastedPicture } from './pasted-pictures';
import type { Coming, Place, UploadsOptions } from './upload-places';

/**
 * The text that was just pasted, with a link to where each picture lies instead of its marker. Words that only stood for a
 * picture which is here already go, and with them the line that holds nothing else.
 */
export function withoutMarkers(
  state: EditorState,
  pasted: Map<string, PastedPicture>,
  options: UploadsOptions,
): { transaction: Transaction; places: Place[] } {
  const { tr: transaction } = state;
  const link = state.schema.marks.link;
  const places: Place[] = [];
  state.doc.descendants((node, pos) => {
    const mark = node.marks.find(({ type }) => type === link);
    const key = keyOfMarker(mark?.attrs.href);
    if (!mark || key === null) return;
    const [from, to] = [pos, pos + node.nodeSize].map((at) => transaction.mapping.map(at)) as [
      number,
      number,
    ];
    transaction.removeMark(from, to, mark);
    const picture = pasted.get(key);
    const coming = picture && comingOf(picture, options);
    if (!coming) return;
    if (coming.isLinked) transaction.addMark(from, to, mark.type.create({ href: picture.source }));
    if (coming.isLinked || picture.caption !== '')
      places.push({ coming, pos: transaction.doc.resolve(to).after(), standIn: { from, to } });
    else places.push({ coming, pos: withoutWords(transaction, from, to) });
  });
  return { transaction, places };
}

/** Takes words away, with their line if it may go; gives the place where a picture can stand for them. */
function withoutWords(transaction: Transaction, from: number, to: number): number {
  const at = transaction.doc.resolve(from);
  const [box, index] = [at.node(-1), at.index(-1)];
  if (at.parent.content.size > to - from || !box.canReplace(index, index + 1)) {
    transaction.delete(from, to);
    return transaction.doc.resolve(from).after();
  }
  transaction.delete(at.before(), at.after());
  return at.before();
}

function comingOf(picture: PastedPicture, { upload, takePicture }: UploadsOptions): Coming {
  const { source, alt, caption } = picture;
  const isLinked = source.startsWith('http');
  const words = shorten(caption || alt, 60);
  return {
    name: words || (isLinked ? `Picture from ${new URL(source).host}` : 'Pasted picture'),
    isLinked,
    alt,
    caption,
    fetch: async (watch) => {
      if (isLinked) return takePicture(source, watch);
      const file = fileOf(picture);
      return file ? upload(file, watch) : { ok: false, sentence: 'The picture is damaged.', again: false };
    },
  };
}
