'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  ArrowDown,
  ArrowUp,
  Bold,
  Code,
  CornerLeftUp,
  CornerRightDown,
  Heading2,
  Heading3,
  ImagePlus,
  Italic,
  Link,
  List,
  ListOrdered,
  Plus,
  Quote,
  Strikethrough,
  Superscript,
  Underline,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { crossBlock } from './blocks/cross-block';
import { moveBlock } from './blocks/move-block';
import { askForPart, insertFootnote } from './insert-parts';

interface Format {
  id: string;
  label: string;
  keys: string;
  icon: ReactNode;
  isOn: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

const mark = (id: string, label: string, keys: string, icon: ReactNode): Format => ({
  id,
  label,
  keys,
  icon,
  isOn: (editor) => editor.isActive(id),
  run: (editor) => editor.chain().focus().toggleMark(id).run(),
});
const heading = (level: 2 | 3, icon: ReactNode): Format => ({
  id: `heading-${level}`,
  label: level === 2 ? 'Heading' : 'Smaller heading',
  keys: `Ctrl+Alt+${level}`,
  icon,
  isOn: (editor) => editor.isActive('heading', { level }),
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
});

const inline: Format[] = [
  mark('bold', 'Bold', 'Ctrl+B', <Bold key="bold" />),
  mark('italic', 'Italic', 'Ctrl+I', <Italic key="italic" />),
  mark('underline', 'Underline', 'Ctrl+U', <Underline key="underline" />),
  mark('strike', 'Strike out', 'Ctrl+Shift+S', <Strikethrough key="strike" />),
  mark('code', 'Code', 'Ctrl+E', <Code key="code" />),
];

const blocks: Format[] = [
  heading(2, <Heading2 key="2" />),
  heading(3, <Heading3 key="3" />),
  {
    id: 'blockquote',
    label: 'Quote',
    keys: 'Ctrl+Shift+B',
    icon: <Quote />,
    isOn: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    id: 'bulletList',
    label: 'List',
    keys: 'Ctrl+Shift+8',
    icon: <List />,
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'orderedList',
    label: 'Numbered list',
    keys: 'Ctrl+Shift+7',
    icon: <ListOrdered />,
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
];

const formats = [...inline, ...blocks];

const moves = [
  { id: 'up', label: 'Move this part up', keys: 'Alt+↑', icon: <ArrowUp key="up" />, command: moveBlock(-1) },
  {
    id: 'down',
    label: 'Move this part down',
    keys: 'Alt+↓',
    icon: <ArrowDown key="down" />,
    command: moveBlock(1),
  },
  {
    id: 'cross-up',
    label: 'Move this part up, into or out of a list or box',
    keys: 'Alt+Shift+↑',
    icon: <CornerLeftUp key="cross-up" />,
    command: crossBlock(-1),
  },
  {
    id: 'cross-down',
    label: 'Move this part down, into or out of a list or box',
    keys: 'Alt+Shift+↓',
    icon: <CornerRightDown key="cross-down" />,
    command: crossBlock(1),
  },
];

interface FormatButtonsProps {
  editor: Editor;
  onLink: () => void;
  /** Given where no slash, no margin and no Alt key is at hand, on a phone: all that needs one is then a button. */
  onPicture?: () => void;
}

/** What can be done to the selection, each with its key; those that are on look and say so. */
export function FormatButtons({ editor, onLink, onPicture }: FormatButtonsProps) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => [
      ...formats.filter((format) => format.isOn(now)).map((format) => format.id),
      ...(now.isActive('link') ? ['link'] : []),
    ],
    equalityFn: (a, b) => a.join() === b?.join(),
  });
  const button = ({ id, label, keys, icon }: Omit<Format, 'isOn' | 'run'>, run: () => void) => (
    <button
      key={id}
      type="button"
      aria-label={label}
      aria-pressed={on.includes(id)}
      title={`${label} (${keys})`}
      // The press must not take the selection out of the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
      className={classNames(
        'grid size-8 shrink-0 cursor-pointer place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink',
        'aria-pressed:bg-sunken aria-pressed:text-accent pointer-coarse:size-11 forced-colors:aria-pressed:outline-2 [&_svg]:size-4',
      )}
    >
      {icon}
    </button>
  );
  return (
    <>
      {inline.map((format) => button(format, () => format.run(editor)))}
      {button({ id: 'link', label: 'Link', keys: 'Ctrl+K', icon: <Link /> }, onLink)}
      {button({ id: 'footnote', label: 'Footnote', keys: 'Ctrl+Alt+F', icon: <Superscript /> }, () =>
        insertFootnote(editor),
      )}
      <span aria-hidden="true" className="mx-1 h-5 shrink-0 self-center border-rule border-s" />
      {blocks.map((format) => button(format, () => format.run(editor)))}
      {onPicture && (
        <>
          {button({ id: 'picture', label: 'Picture', keys: '/', icon: <ImagePlus /> }, onPicture)}
          {button({ id: 'insert', label: 'Put something in', keys: '/', icon: <Plus /> }, () =>
            askForPart(editor),
          )}
          {moves.map(({ command, ...look }) =>
            button(look, () => command(editor.state, editor.view.dispatch)),
          )}
        </>
      )}
    </>
  );
}
