import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import type { NodeView, NodeViewConstructor } from '@tiptap/pm/view';
import { embedOf } from '@/lib/rich-text/embeds';
import { fileView } from './file-view';
import { footnoteView, openFootnote } from './footnote-view';
import { galleryView } from './gallery-view';
import { apart, holder, intoWords, type Part, type PartParts, partField } from './part-field';
import { nextCell, tableView } from './table-view';

export interface PartViewsOptions {
  /** More pictures are wanted for the gallery that stands there. */
  onAddToGallery: (getPos: () => number | undefined) => void;
}

/** How the parts of a story look and are changed in the editor, beyond plain text. */
export const PartViews = Extension.create<PartViewsOptions>({
  name: 'partViews',
  addOptions: () => ({ onAddToGallery: () => {} }),
  addProseMirrorPlugins() {
    const { onAddToGallery } = this.options;
    return [
      new Plugin({
        props: {
          nodeViews: {
            codeBlock: view(codeBlock),
            pullQuote: view(pullQuote),
            embed: view(embed),
            file: view(fileView),
            table: view(tableView),
            storyCard: view(storyCard),
            gallery: view((part) => galleryView(part, onAddToGallery)),
            footnote: (node, editor, getPos) => footnoteView({ node, view: editor, getPos }),
          },
          handleKeyDown: (editor, event) => {
            if (event.key === 'Tab') return nextCell(editor, event.shiftKey ? -1 : 1);
            const { selection } = editor.state;
            if (event.key !== 'Enter' || !(selection instanceof NodeSelection)) return false;
            if (selection.node.type.name === 'footnote') return openFootnote(editor, selection.from);
            return intoWords(editor, selection.from);
          },
        },
      }),
    ];
  },
});

/** A node view of fixed parts: its fields follow the document, and what happens in them is theirs. */
const view =
  (make: (part: Part) => PartParts): NodeViewConstructor =>
  (node, editor, getPos): NodeView => {
    const { dom, contentDOM, fields, show } = make({ node, view: editor, getPos });
    return {
      dom,
      contentDOM,
      update: (now) => {
        if (now.type !== node.type) return false;
        for (const field of fields) field.show(now);
        show?.(now);
        return true;
      },
      stopEvent: ({ target }) => target instanceof HTMLInputElement || target instanceof HTMLButtonElement,
      ignoreMutation: (mutation) =>
        mutation.type !== 'selection' && !(contentDOM?.contains(mutation.target) ?? false),
    };
  };

function codeBlock(part: Part): PartParts {
  const language = partField(part, { attr: 'language', label: 'Language', maxLength: 30 });
  const contentDOM = document.createElement('code');
  const pre = document.createElement('pre');
  pre.append(contentDOM);
  const dom = holder('div', 'code-part', apart('div', '', language.dom), pre);
  return { dom, contentDOM, fields: [language] };
}

function pullQuote(part: Part): PartParts {
  const source = partField(part, { attr: 'source', label: 'Who said it', maxLength: 500 });
  const contentDOM = document.createElement('blockquote');
  const dom = holder('figure', 'pull-quote-part', contentDOM, apart('div', '', source.dom));
  return { dom, contentDOM, fields: [source] };
}

function embed(part: Part): PartParts {
  const url = partField(part, { attr: 'url', label: 'Address of a video, post or chart', type: 'url' });
  const caption = partField(part, { attr: 'caption', label: 'Caption' });
  const kind = apart('p', 'embed-kind');
  const show = (node: Part['node']) => {
    kind.textContent = kindOf(String(node.attrs.url));
  };
  show(part.node);
  return { dom: apart('figure', 'embed-part', kind, url.dom, caption.dom), fields: [url, caption], show };
}

function storyCard({ node }: Part): PartParts {
  const title = apart('a', '', String(node.attrs.title) || 'Untitled story');
  title.dir = 'auto';
  title.target = '_blank';
  const show = ({ attrs }: Part['node']) => {
    title.href = `/admin/articles/${attrs.storyId}`;
  };
  show(node);
  const label = apart('p', 'embed-kind', 'Read more: readers see it under the headline it has by then');
  return { dom: apart('aside', 'story-card-part', label, title), fields: [], show };
}

function kindOf(url: string): string {
  if (url === '') return 'Embed: paste the address of a page at YouTube, Vimeo, X, Bluesky, Mastodon, …';
  const known = embedOf(url);
  return known ? `Embed from ${known.name}, loaded when a reader asks for it` : 'Readers get this as a link';
}
