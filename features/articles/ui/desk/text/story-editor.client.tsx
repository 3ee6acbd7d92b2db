'use client';

import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { memo, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { later } from '@/components/ui/later.client';
import type { RichNode, RichText } from '@/lib/rich-text/document';
import { editorDocument } from '@/lib/rich-text/editor-document';
import { withVersion } from '@/lib/rich-text/migrate';
import { libraryTypes, pictureTypes } from '@/lib/upload-kinds';
import { lazily } from '../lazily.client';
import { editorExtensions } from './editor-extensions';
import { focusPlugin, focusPluginKey } from './focus-plugin';
import { embedPasted } from './insert-parts';
import { withLineToWriteOn, withoutLineToWriteOn } from './opening';
import { pasteKit } from './paste-later';
import { reveal } from './reveal';
import { selectedWords } from './selected-words';
import type { SlashState } from './slash-commands';
import { SlashMenu, slashMenuId, slashOptionId } from './slash-menu.client';
import { findCommands, textCommands } from './text-commands';
import type { UploadsOptions } from './upload-places';
import { uploadInto } from './uploads';
import { type Length, wordCounter } from './word-count';

const BlockHandle = later(async () => (await import('./blocks/block-handle.client')).BlockHandle);
/** Shown where there is no mouse, and fetched at once only there. */
const TouchButtons = later(async () => (await import('./format-buttons.client')).FormatButtons);
const Bubble = later(async () => (await import('./format-bubble.client')).FormatBubble);
const StoryCardDialog = lazily(async () => (await import('./story-card-dialog.client')).StoryCardDialog);
const LinkDialog = lazily(async () => (await import('./link-dialog.client')).LinkDialog);

/** Where chosen pictures go: one by one into the text, into it as a gallery, or into the gallery that asked for more. */
export type PicturePlace = 'text' | 'gallery' | 'more';

/** What the page around the text asks of it. */
export interface StoryHandle {
  read: () => RichText;
  /** Puts another text in its place: a restored one, or theirs. */
  replace: (body: RichText) => void;
  focus: (at: 'start' | 'end') => void;
  /** What the bar that finds and replaces works on. */
  editor: Editor;
  /** Puts files of the library where they were asked for. */
  insertParts: (parts: RichNode[], where: PicturePlace) => void;
  /** Selects words in a block of the text, or the block, and brings it into sight. */
  reveal: (block: number, words: string) => void;
  /** What is selected, as readers see it, in one line. */
  selectedWords: () => string;
}

export interface StoryEditorProps {
  articleId: number;
  handle: RefObject<StoryHandle | null>;
  body: RichText;
  lang: string | null;
  editable: boolean;
  /** All but what is being written stands back. */
  focused: boolean;
  onEdited: () => void;
  onLength: (length: Length) => void;
  /** The caret wants to leave the text upwards. */
  onLeaveUp: () => void;
  onChoosePicture: (where: PicturePlace) => void;
  onRefused: (sentence: string) => void;
  upload: UploadsOptions['upload'];
  takePicture: UploadsOptions['takePicture'];
}

/** The text of a story: nothing but the text, until something is selected or a slash is typed. */
export const StoryEditor = memo(function StoryEditor(props: StoryEditorProps) {
  const { articleId, handle, body, lang, editable, focused, onLength } = props;
  const [slash, setSlash] = useState<SlashState | null>(null);
  const [linking, setLinking] = useState(false);
  const [pointing, setPointing] = useState(false);
  const [selected, setSelected] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  // The gallery that more pictures are being chosen for.
  const fillingUp = useRef<() => number | undefined>(() => undefined);
  // The editor is made once; what it calls is always the newest.
  const latest = useRef(props);
  latest.current = props;
  const extensions = useMemo(() => {
    const commands = textCommands({
      uploadPicture: () => chooseFrom(files.current, pictureTypes),
      uploadFile: () => chooseFrom(files.current, libraryTypes),
      choosePicture: () => latest.current.onChoosePicture('text'),
      chooseGallery: () => latest.current.onChoosePicture('gallery'),
      chooseStory: () => setPointing(true),
    });
    return editorExtensions({
      placeholder: 'Write, paste, or type / for headings, pictures and more',
      find: (typed) => findCommands(commands, typed),
      show: setSlash,
      upload: (file, watch) => latest.current.upload(file, watch),
      takePicture: (address, watch) => latest.current.takePicture(address, watch),
      onRefused: (sentence) => latest.current.onRefused(sentence),
      onLink: () => setLinking(true),
      onAddToGallery: (getPos) => {
        fillingUp.current = getPos;
        latest.current.onChoosePicture('more');
      },
    });
  }, []);
  const made = useRef<Editor | null>(null);
  const editor = useEditor({
    extensions,
    content: opened(body),
    editable,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    // Its few rules stand in editor.css.
    injectCSS: false,
    onUpdate: () => latest.current.onEdited(),
    onSelectionUpdate: ({ editor: now }) => {
      if (!now.state.selection.empty) setSelected(true);
    },
    editorProps: {
      attributes: {
        class: 'story-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Text of the story',
        dir: 'auto',
        spellcheck: 'true',
        ...(lang && { lang }),
      },
      clipboardTextParser: (text, _context, _plain, view) => sliceOfText(text, view),
      handleKeyDown: (view, event) => {
        if (!leavesUp(view, event)) return false;
        latest.current.onLeaveUp();
        return true;
      },
      handlePaste: (_view, event) =>
        made.current !== null && embedPasted(made.current, event.clipboardData?.getData('text/plain') ?? ''),
    },
  });

  useEffect(() => {
    made.current = editor;
    handle.current = editor && storyHandle(editor, () => fillingUp.current());
  }, [editor, handle]);
  useEffect(() => {
    if (!editor || !focused) return;
    editor.registerPlugin(focusPlugin());
    return () => void editor.unregisterPlugin(focusPluginKey);
  }, [editor, focused]);
  useEffect(() => void editor?.setEditable(editable, false), [editor, editable]);
  useLength(editor, lang, onLength);
  useSlashAria(editor, slash);
  if (!editor) return <div className="story-text" aria-hidden="true" />;
  return (
    <>
      {editable && (
        <>
          <div role="toolbar" aria-label="Formatting" className="touch-tools">
            <TouchButtons
              now={matchMedia('(pointer: coarse), (max-width: 40rem)').matches}
              editor={editor}
              onLink={() => setLinking(true)}
              onPicture={() => files.current?.click()}
            />
          </div>
          <Bubble editor={editor} onLink={() => setLinking(true)} now={selected} />
        </>
      )}
      <div className="story-writing">
        <EditorContent editor={editor} />
        {editable && <BlockHandle editor={editor} />}
      </div>
      {slash && <SlashMenu state={slash} />}
      {pointing && (
        <StoryCardDialog editor={editor} articleId={articleId} onClose={() => setPointing(false)} />
      )}
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="Files to put into the text"
        onChange={(event) => {
          uploadInto(editor.view, [...(event.currentTarget.files ?? [])], props);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
});

/** Any stored text, with a line to go on writing on. */
const opened = (body: RichText): RichText => withLineToWriteOn(editorDocument(body));

/** `gallery` gives where the gallery stands that asked for more. */
const storyHandle = (editor: Editor, gallery: () => number | undefined): StoryHandle => ({
  editor,
  read: () => withVersion(withoutLineToWriteOn(editor.getJSON() as RichText)),
  replace: (body) => editor.commands.setContent(opened(body), { emitUpdate: false }),
  focus: (at) => {
    editor.commands.setTextSelection(at === 'start' ? 1 : editor.state.doc.content.size);
    // At once, not with the next frame as the focus command does: the next letter may come first.
    editor.view.focus();
  },
  reveal: (block, words) => reveal(editor, block, words),
  selectedWords: () => selectedWords(editor.state),
  insertParts: (parts, where) => {
    const pos = where === 'more' ? gallery() : undefined;
    const asked = pos === undefined ? null : editor.state.doc.nodeAt(pos);
    if (pos !== undefined && asked?.type.name === 'gallery')
      return void editor
        .chain()
        .focus()
        .insertContentAt(pos + asked.nodeSize - 1, parts)
        .run();
    const content = where === 'gallery' && parts.length > 1 ? [{ type: 'gallery', content: parts }] : parts;
    editor.chain().focus().insertContent(content).run();
  },
});

function chooseFrom(field: HTMLInputElement | null, accept: string): void {
  if (!field) return;
  field.accept = accept;
  field.click();
}

/** Plain text as blocks; a single line goes into the line where the caret is. */
function sliceOfText(text: string, view: EditorView): Slice {
  const nodes = (pasteKit()?.nodesOfText ?? plainLines)(text).map((node) =>
    view.state.schema.nodeFromJSON(node),
  );
  const single = nodes.length === 1 && nodes[0]?.type.name === 'paragraph';
  return new Slice(Fragment.from(nodes), single ? 1 : 0, single ? 1 : 0);
}

const plainLines = (text: string): RichNode[] =>
  text
    .split(/\n+/)
    .flatMap((line) =>
      line.trim() === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text: line }] }],
    );

/** At the very beginning of the text, going up or back means going to the standfirst. */
function leavesUp(view: EditorView, event: KeyboardEvent): boolean {
  if (event.key !== 'ArrowUp' && event.key !== 'Backspace') return false;
  const { selection, doc } = view.state;
  if (!selection.empty || selection.$from.index(0) !== 0) return false;
  if (event.key === 'ArrowUp') return view.endOfTextblock('up');
  const first = doc.firstChild;
  return (
    selection.from === 1 &&
    first?.type.name === 'paragraph' &&
    first.content.size === 0 &&
    doc.childCount === 1
  );
}

/** Counts when the writer pauses for a moment, never between two keystrokes. */
function useLength(editor: Editor | null, lang: string | null, onLength: (length: Length) => void): void {
  const tell = useRef(onLength);
  tell.current = onLength;
  useEffect(() => {
    if (!editor) return;
    const count = wordCounter(lang);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const recount = () => {
      clearTimeout(timer);
      timer = setTimeout(() => tell.current(count(editor.state.doc)), 300);
    };
    tell.current(count(editor.state.doc));
    editor.on('update', recount);
    return () => {
      clearTimeout(timer);
      editor.off('update', recount);
    };
  }, [editor, lang]);
}

/** While the slash menu is open, the text tells screen readers which of its entries would be taken. */
function useSlashAria(editor: Editor | null, slash: SlashState | null): void {
  const chosen = slash?.commands[slash.chosen]?.id;
  useEffect(() => {
    const dom = editor?.view.dom;
    if (!dom || !chosen) return;
    dom.setAttribute('aria-controls', slashMenuId);
    dom.setAttribute('aria-activedescendant', slashOptionId(chosen));
    return () => {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, chosen]);
}
