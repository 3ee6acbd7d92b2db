import { Node } from '@tiptap/core';

const facts = ['mediaId', 'hash', 'extension', 'bytes', 'width', 'height', 'seconds'] as const;
const written = ['title', 'caption', 'credit'] as const;
const numbers = new Set<string>(['mediaId', 'bytes', 'width', 'height', 'seconds']);

/** A document, sound or film of the library. Its words are the story's own; its facts are the library's. */
export const StoryFile = Node.create({
  name: 'file',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return Object.fromEntries(
      [...facts, ...written].map((name) => [
        name,
        {
          default: name === 'mediaId' ? null : numbers.has(name) ? 0 : '',
          parseHTML: (element: HTMLElement) => {
            const value = element.getAttribute(`data-${name.toLowerCase()}`) ?? '';
            return numbers.has(name) ? Number(value) || null : value;
          },
          renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name.toLowerCase()}`]: attrs[name] }),
        },
      ]),
    );
  },
  parseHTML: () => [{ tag: 'div[data-extension]' }],
  renderHTML: ({ node, HTMLAttributes }) => ['div', HTMLAttributes, String(node.attrs.title)],
});
