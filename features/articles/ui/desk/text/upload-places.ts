import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { insertPoint } from '@tiptap/pm/transform';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type CaptionAndCredit, splitCredit } from '@/lib/credit';
import { extensionOf } from '@/lib/files';
import type { RichNode } from '@/lib/rich-text/document';
import type { UploadAnswer, UploadedFile, UploadWatch } from '@/lib/upload-file';
import type { LibraryFile } from '../editor/editor-props';
import { type UploadBar, uploadBar } from './upload-bar';

export interface UploadsOptions {
  upload: (file: File, watch: UploadWatch) => Promise<UploadAnswer>;
  /** Has the library fetch a picture of the web. */
  takePicture: (address: string, watch: UploadWatch) => Promise<UploadAnswer>;
  /** A refusal, in a sentence for the writer. */
  onRefused: (sentence: string) => void;
}

/** A picture on its way into the text. */
export interface Coming {
  /** As the bar and a refusal call it. */
  name: string;
  /** It lies on the web; until it has come its link stands in the text. */
  isLinked: boolean;
  fetch: (watch: UploadWatch) => Promise<UploadAnswer>;
  /** What the text it came with says of it; wins over the library's words. */
  alt?: string;
  caption?: string;
}

/** Where one will stand: at a place between blocks, or instead of words that stand there until it has come. */
export interface Place {
  coming: Coming;
  pos: number;
  /** The words, from and to, that go when the picture comes. */
  standIn?: { from: number; to: number };
}

export interface Placed extends Place {
  bar: UploadBar;
}

type Change = { add: Placed[] } | { remove: Placed };

const key = new PluginKey<DecorationSet>('uploads');

/** So many at a time: more would only wait for each other, and the server turns them away. */
const atOnce = 2;

/**
 * Keeps the places of pictures on their way. At each there is a bar with its progress, which is no part of the text: what
 * is typed meanwhile moves it, and nothing half is ever saved. What failed stays there, to be tried again or put away.
 */
export const uploadPlaces = (props: Plugin['props'], append: (state: EditorState) => Transaction | null) =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const moved = before.map(transaction.mapping, transaction.doc);
        const change = transaction.getMeta(key) as Change | undefined;
        if (!change) return moved;
        if ('remove' in change)
          return moved.remove(moved.find(undefined, undefined, ({ place }) => place === change.remove));
        return moved.add(transaction.doc, change.add.flatMap(decorationsOf));
      },
    },
    props: { ...props, decorations: (state) => key.getState(state) },
    appendTransaction: (transactions, _before, state) =>
      transactions.some(({ docChanged }) => docChanged) ? append(state) : null,
  });

function decorationsOf(place: Placed): Decoration[] {
  const bar = Decoration.widget(place.pos, place.bar.element, { place, side: 1 });
  const { standIn } = place;
  return standIn ? [bar, Decoration.inline(standIn.from, standIn.to, {}, { place, standIn })] : [bar];
}

/** Notes the places in a transaction; `bringPictures` then fetches what belongs there. */
export function notePlaces(transaction: Transaction, places: Place[]): Placed[] {
  const noted = places.map((place) => {
    const { name, isLinked } = place.coming;
    return { ...place, bar: uploadBar(name, isLinked ? 'Fetching' : 'Uploading') };
  });
  transaction.setMeta(key, { add: noted } satisfies Change);
  return noted;
}

/**
 * Fetches files and puts each in its place, two at a time; those for one place stand in their order, whichever comes first.
 * `onRefused` hears of those that cannot come, together where
 * they are refused together.
 */
export async function bringPictures(
  view: EditorView,
  places: Placed[],
  onRefused: (refused: Refused[]) => void,
): Promise<void> {
  const waiting = [...places];
  // Settled, or known to be late.
  const turns = places.map(() => Promise.withResolvers<void>());
  let underWay = 0;
  let refused: Refused[] = [];
  const bring = async (place: Placed): Promise<void> => {
    underWay++;
    const answer = await send(place);
    underWay--;
    const next = waiting.shift();
    if (next) void bring(next);
    if (view.isDestroyed) return;
    if (answer !== 'cancelled' && !answer.ok && !answer.again)
      refused.push({ ...place.coming, sentence: answer.sentence });
    if (underWay === 0 && refused.length > 0) {
      onRefused(refused);
      refused = [];
    }
    const turn = places.indexOf(place);
    await turns[turn - 1]?.promise;
    turns[turn]?.resolve();
    if (view.isDestroyed) return;
    if (answer !== 'cancelled' && !answer.ok && answer.again && (await place.bar.asks(answer.sentence)))
      return bring(place);
    view.dispatch(settled(view.state, place, answer !== 'cancelled' && answer.ok ? answer.file : null));
  };
  await Promise.all(waiting.splice(0, atOnce).map(bring));
}

export interface Refused extends Coming {
  sentence: string;
}

/** Until it is there, it is known why not, or the writer has thought better of it. */
async function send({ coming, bar }: Placed): Promise<UploadAnswer | 'cancelled'> {
  const stop = new AbortController();
  bar.onCancel(() => stop.abort());
  const answer = await coming.fetch({ onProgress: bar.show, onWaiting: bar.wait, signal: stop.signal });
  return stop.signal.aborted ? 'cancelled' : answer;
}

/** Takes the bar away and, if the picture came, puts it in its place. */
function settled(state: EditorState, place: Placed, file: UploadedFile | null): Transaction {
  const found = key.getState(state)?.find(undefined, undefined, (spec) => spec.place === place) ?? [];
  const transaction = state.tr.setMeta(key, { remove: place } satisfies Change);
  if (!file) return transaction;
  const figure = state.schema.nodeFromJSON(partOf(file, place.coming));
  const { type } = figure;
  const words = found.find(({ spec }) => spec.standIn);
  const untouched = words && place.standIn && words.to - words.from === place.standIn.to - place.standIn.from;
  if (untouched) {
    const at = state.doc.resolve(words.from);
    const whole = at.parent.content.size === words.to - words.from;
    if (whole && at.node(-1).canReplaceWith(at.index(-1), at.index(-1) + 1, type))
      return transaction.replaceWith(at.before(), at.after(), figure);
    transaction.delete(words.from, words.to);
  }
  const bar = found.find(({ spec }) => !spec.standIn);
  const wanted = transaction.mapping.map(bar?.from ?? state.doc.content.size);
  return transaction.insert(
    insertPoint(transaction.doc, wanted, type) ?? transaction.doc.content.size,
    figure,
  );
}

interface OwnWords {
  alt?: string;
  caption?: string;
}

/** What is put into the text of a file of the library: with its own words, to be changed for this story. */
export function partOf(file: LibraryFile, own: OwnWords = {}): RichNode {
  if (file.kind === 'picture') return { type: 'figure', attrs: figureAttrs(file, own) };
  const { id: mediaId, hash, bytes, width, height, seconds, alt, filename } = file;
  const facts = { mediaId, hash, extension: extensionOf(file.mimeType) ?? '', bytes, width, height, seconds };
  const title = own.alt || alt || filename.replace(/\.\w{1,5}$/, '');
  return { type: 'file', attrs: { ...facts, title, ...captionOf(file, own) } };
}

/** The same of a picture, wherever it stands. */
export function figureAttrs(file: LibraryFile, own: OwnWords = {}) {
  const { id, hash, width, height, alt } = file;
  const size = { width: width ?? 0, height: height ?? 0 };
  return { mediaId: id, hash, ...size, alt: own.alt || alt, ...captionOf(file, own) };
}

function captionOf(library: CaptionAndCredit, own: OwnWords): CaptionAndCredit {
  const split = splitCredit(own.caption || library.caption);
  const credit = own.caption && split.credit ? split.credit : library.credit || split.credit;
  return { caption: split.caption, credit };
}

/** After the block that holds `pos`; before it when it is an empty paragraph. */
export function betweenBlocks(state: EditorState, pos: number): number {
  const at = state.doc.resolve(Math.min(pos, state.doc.content.size));
  if (at.depth === 0) return at.pos;
  return at.node(1).isTextblock && at.node(1).content.size === 0 ? at.before(1) : at.after(1);
}
