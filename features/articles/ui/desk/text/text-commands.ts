import type { Editor } from '@tiptap/core';
import { insertFootnote, insertPart, table } from './insert-parts';

/** Something that can be put in, or that a line can become. */
export interface TextCommand {
  id: string;
  label: string;
  /** How it is typed: Markdown, or a key. */
  typed?: string;
  words: string[];
  run: (editor: Editor) => void;
}

/** What asks for something first, outside the text. */
export interface AskingCommands {
  uploadPicture: () => void;
  uploadFile: () => void;
  choosePicture: () => void;
  chooseGallery: () => void;
  chooseStory: () => void;
}

/** What the slash menu and the plus button offer, in the order a writer wants them. */
export const textCommands = ({
  uploadPicture,
  uploadFile,
  choosePicture,
  chooseGallery,
  chooseStory,
}: AskingCommands): TextCommand[] => [
  {
    id: 'heading-2',
    label: 'Heading',
    typed: '##',
    words: ['h2', 'subhead', 'title'],
    run: (editor) => editor.chain().focus().setNode('heading', { level: 2 }).run(),
  },
  {
    id: 'heading-3',
    label: 'Smaller heading',
    typed: '###',
    words: ['h3'],
    run: (editor) => editor.chain().focus().setNode('heading', { level: 3 }).run(),
  },
  {
    id: 'heading-4',
    label: 'Smallest heading',
    typed: '####',
    words: ['h4'],
    run: (editor) => editor.chain().focus().setNode('heading', { level: 4 }).run(),
  },
  {
    id: 'upload',
    label: 'Picture',
    words: ['image', 'photo', 'upload', 'figure'],
    run: uploadPicture,
  },
  {
    id: 'file',
    label: 'File',
    words: ['pdf', 'document', 'audio', 'sound', 'mp3', 'video', 'film', 'mp4', 'attachment'],
    run: uploadFile,
  },
  {
    id: 'library',
    label: 'From the library',
    words: ['image', 'photo', 'picture', 'media', 'file', 'address', 'url', 'web'],
    run: choosePicture,
  },
  {
    id: 'gallery',
    label: 'Gallery',
    words: ['images', 'photos', 'pictures', 'grid'],
    run: chooseGallery,
  },
  {
    id: 'embed',
    label: 'Embed',
    words: [
      'video',
      'youtube',
      'vimeo',
      'post',
      'tweet',
      'bluesky',
      'mastodon',
      'instagram',
      'chart',
      'audio',
    ],
    run: (editor) => insertPart(editor, { type: 'embed' }),
  },
  {
    id: 'story-card',
    label: 'Read more',
    words: ['story', 'related', 'article', 'card', 'link'],
    run: chooseStory,
  },
  {
    id: 'table',
    label: 'Table',
    words: ['grid', 'rows', 'columns'],
    run: (editor) => insertPart(editor, table(3, 3)),
  },
  {
    id: 'quote',
    label: 'Quote',
    typed: '>',
    words: ['blockquote'],
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    id: 'pull-quote',
    label: 'Pull quote',
    words: ['aside', 'large'],
    run: (editor) => editor.chain().focus().setNode('pullQuote').run(),
  },
  {
    id: 'callout',
    label: 'Box',
    words: ['callout', 'aside', 'note', 'panel'],
    run: (editor) => editor.chain().focus().toggleWrap('callout').run(),
  },
  {
    id: 'footnote',
    label: 'Footnote',
    words: ['note', 'reference', 'source'],
    run: insertFootnote,
  },
  {
    id: 'bullets',
    label: 'List',
    typed: '-',
    words: ['bullet', 'unordered'],
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'numbers',
    label: 'Numbered list',
    typed: '1.',
    words: ['ordered'],
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'divider',
    label: 'Divider',
    typed: '---',
    words: ['rule', 'line', 'hr'],
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
  {
    id: 'code',
    label: 'Code',
    typed: '```',
    words: ['block', 'pre'],
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
  {
    id: 'paragraph',
    label: 'Text',
    words: ['paragraph', 'plain', 'normal'],
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
