import type { Editor } from '@tiptap/core';
import {
  Code,
  Heading2,
  Heading3,
  Heading4,
  ImagePlus,
  Images,
  List,
  ListOrdered,
  Minus,
  Pilcrow,
  Quote,
} from 'lucide-react';
import type { ReactNode } from 'react';

/** Something that can be put in, or that a line can become. */
export interface TextCommand {
  id: string;
  label: string;
  /** How it is typed: Markdown, or a key. */
  typed?: string;
  words: string[];
  icon: ReactNode;
  run: (editor: Editor) => void;
}

export interface PictureCommands {
  uploadPicture: () => void;
  choosePicture: () => void;
}

/** What the slash menu and the plus button offer, in the order a writer wants them. */
export const textCommands = ({ uploadPicture, choosePicture }: PictureCommands): TextCommand[] => [
  {
    id: 'heading-2',
    label: 'Heading',
    typed: '##',
    words: ['h2', 'subhead', 'title'],
    icon: <Heading2 />,
    run: (editor) => editor.chain().focus().setNode('heading', { level: 2 }).run(),
  },
  {
    id: 'heading-3',
    label: 'Smaller heading',
    typed: '###',
    words: ['h3'],
    icon: <Heading3 />,
    run: (editor) => editor.chain().focus().setNode('heading', { level: 3 }).run(),
  },
  {
    id: 'heading-4',
    label: 'Smallest heading',
    typed: '####',
    words: ['h4'],
    icon: <Heading4 />,
    run: (editor) => editor.chain().focus().setNode('heading', { level: 4 }).run(),
  },
  {
    id: 'upload',
    label: 'Picture',
    words: ['image', 'photo', 'upload', 'figure'],
    icon: <ImagePlus />,
    run: uploadPicture,
  },
  {
    id: 'library',
    label: 'Picture from the library',
    words: ['image', 'photo', 'media'],
    icon: <Images />,
    run: choosePicture,
  },
  {
    id: 'quote',
    label: 'Quote',
    typed: '>',
    words: ['blockquote'],
    icon: <Quote />,
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    id: 'bullets',
    label: 'List',
    typed: '-',
    words: ['bullet', 'unordered'],
    icon: <List />,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'numbers',
    label: 'Numbered list',
    typed: '1.',
    words: ['ordered'],
    icon: <ListOrdered />,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'divider',
    label: 'Divider',
    typed: '---',
    words: ['rule', 'line', 'hr'],
    icon: <Minus />,
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
  {
    id: 'code',
    label: 'Code',
    typed: '```',
    words: ['block', 'pre'],
    icon: <Code />,
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
  {
    id: 'paragraph',
    label: 'Text',
    words: ['paragraph', 'plain', 'normal'],
    icon: <Pilcrow />,
    run: (editor) => editor.chain().focus().setParagraph().run(),
  },
];

/** Those that a few typed letters mean: by the beginning of any word. */
export function findCommands(commands: TextCommand[], typed: string): TextCommand[] {
  const wanted = typed.trim().toLowerCase();
  return commands.filter(({ label, words }) =>
    [...label.toLowerCase().split(' '), ...words].some((word) => word.startsWith(wanted)),
  );
}
