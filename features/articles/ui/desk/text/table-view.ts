import { type Command, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { apart, holder, type Part, type PartParts, partField, partTool } from './part-field';

type Tables = typeof import('@tiptap/pm/tables');

let tables: Tables | undefined;
/** Fetched with the first table: a story without one does without. */
const loadTables = async (): Promise<Tables> => {
  tables ??= await import('@tiptap/pm/tables');
  return tables;
};

const tools: { label: string; title: string; command: (of: Tables) => Command }[] = [
  { label: '+ Row', title: 'Add a row below', command: (of) => of.addRowAfter },
  { label: '+ Column', title: 'Add a column after', command: (of) => of.addColumnAfter },
  { label: '− Row', title: 'Take this row out', command: (of) => of.deleteRow },
  { label: '− Column', title: 'Take this column out', command: (of) => of.deleteColumn },
  { label: 'Head', title: 'First row is a heading, or not', command: (of) => of.toggleHeader('row') },
  { label: 'Side', title: 'First column is a heading, or not', command: (of) => of.toggleHeader('column') },
  { label: 'Remove', title: 'Take the table out', command: (of) => of.deleteTable },
];

/** A table with its tools under it, which act where the caret is, and its caption. */
export function tableView(part: Part): PartParts {
  void loadTables().catch(() => {});
  const contentDOM = document.createElement('tbody');
  const table = document.createElement('table');
  table.append(contentDOM);
  const caption = partField(part, { attr: 'caption', label: 'Caption' });
  const buttons = tools.map(({ label, title, command }) =>
    partTool(label, title, () => void run(part, command)),
  );
  const bar = apart('div', 'part-tools', ...buttons);
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Table');
  const scroll = holder('div', 'table-scroll', table);
  const dom = holder('figure', 'table-part', scroll, bar, apart('div', '', caption.dom));
  return { dom, contentDOM, fields: [caption] };
}

async function run({ view, getPos, node }: Part, command: (of: Tables) => Command): Promise<void> {
  const of = await loadTables();
  const pos = getPos();
  if (pos === undefined || !view.editable) return;
  const { from } = view.state.selection;
  const now = view.state.doc.nodeAt(pos) ?? node;
  if (from <= pos || from >= pos + now.nodeSize)
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos + 3))));
  command(of)(view.state, view.dispatch);
  view.focus();
}

/** The tabulator goes from cell to cell, and out of the table before the first and after the last. */
export function nextCell(view: EditorView, step: 1 | -1): boolean {
  const { $from } = view.state.selection;
  const { doc, tr } = view.state;
  for (let depth = $from.depth; depth > 1; depth--) {
    if (!/^tableCell$|^tableHeader$/.test($from.node(depth).type.name)) continue;
    const start = $from.start(depth - 2);
    const cells: number[] = [];
    $from.node(depth - 2).forEach((row, rowAt) => {
      row.forEach((_cell, cellAt) => void cells.push(start + rowAt + 1 + cellAt));
    });
    const next = cells[cells.indexOf($from.before(depth)) + step];
    if (next === undefined) return false;
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(next + 1))).scrollIntoView());
    return true;
  }
  return false;
}
