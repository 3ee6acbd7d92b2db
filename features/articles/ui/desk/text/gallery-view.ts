import { apart, holder, type Part, type PartParts, partTool } from './part-field';

/** Figures side by side, and under them what is done with all of them. Each moves by its own buttons, or Alt and arrows. */
export function galleryView(
  { view, getPos }: Part,
  onAdd: (getPos: () => number | undefined) => void,
): PartParts {
  const contentDOM = document.createElement('div');
  contentDOM.dataset.gallery = '';
  const part = () => {
    const pos = getPos();
    const gallery = pos === undefined ? null : view.state.doc.nodeAt(pos);
    if (pos === undefined || !gallery || !view.editable) return;
    view.dispatch(view.state.tr.replaceWith(pos, pos + gallery.nodeSize, gallery.content));
    view.focus();
  };
  const bar = apart(
    'div',
    'part-tools',
    partTool('Add pictures', 'Add pictures to this gallery', () => view.editable && onAdd(getPos)),
    partTool('Part', 'Make single pictures of this gallery', part),
  );
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Gallery');
  return { dom: holder('div', 'gallery-part', contentDOM, bar), contentDOM, fields: [] };
}
