import { Unknown } from '@/lib/rich-text/extensions';

/** What a newer version or a lost plug-in made: in sight, in its place, kept word for word, and not to be changed here. */
export const VisibleUnknown = Unknown.extend({
  selectable: true,
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('div');
      dom.className = 'unknown-block';
      dom.contentEditable = 'false';
      const name = document.createElement('strong');
      name.textContent = String(node.attrs.node?.type ?? 'unknown');
      dom.append('“', name, '”: this version cannot show or change this part. It is kept as it is.');
      return { dom };
    },
});
