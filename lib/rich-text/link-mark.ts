import { InputRule, Mark, markPasteRule } from '@tiptap/core';
import { addressesIn, safeHref } from './links';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      setLink: (attributes: { href: string }) => ReturnType;
      unsetLink: () => ReturnType;
    };
  }
}

/**
 * A link of the text. TipTap's own brings a parser of every top-level domain along (12 KB for each who writes) and
 * attributes that a story does not keep. An address that is typed and followed by a space, or pasted, becomes a link.
 */
export const Link = Mark.create({
  name: 'link',
  // The outermost of all marks.
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,
  exitable: true,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = safeHref(element.getAttribute('href'));
        return href === null ? false : { href };
      },
    },
  ],
  renderHTML: ({ mark }) => ['a', { href: safeHref(mark.attrs.href) ?? '' }, 0],
  addCommands() {
    return {
      setLink:
        ({ href }) =>
        ({ commands }) => {
          const safe = safeHref(href);
          return safe !== null && commands.setMark(this.name, { href: safe });
        },
      unsetLink:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    };
  },
  addInputRules() {
    return [
      new InputRule({
        // The last word, now that a space ends it.
        find: /(?:^|\s)(\S{4,2000})\s$/,
        handler: ({ state, range, match }) => {
          const [found] = addressesIn(match[1] ?? '');
          if (!found || found.index > 0) return null;
          const from = range.from + match[0].indexOf(match[1] ?? '');
          const to = from + found.text.length;
          if (state.doc.rangeHasMark(from, to, this.type)) return null;
          state.tr.addMark(from, to, this.type.create({ href: found.href })).insertText(' ', range.to);
          state.tr.removeStoredMark(this.type);
        },
      }),
    ];
  },
  addPasteRules() {
    return [
      markPasteRule({
        find: (text) =>
          addressesIn(text).map((found) => ({
            index: found.index,
            text: found.text,
            data: { href: found.href },
          })),
        type: this.type,
        getAttributes: (match) => ({ href: match.data?.href }),
      }),
    ];
  },
});
