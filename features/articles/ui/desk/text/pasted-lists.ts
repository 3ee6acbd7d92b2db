/** A line that Word shows as part of a list, before it is one. */
interface WordItem {
  paragraph: HTMLElement;
  level: number;
  ordered: boolean;
  start: number;
  list: string;
}

/**
 * Word writes lists as paragraphs with a bullet or a number typed in front (`mso-list:l0 level2 lfo1`). They become real
 * lists here, nested by level, and the typed marks go. Source: Word 2016's own clipboard HTML.
 */
export function readWordLists(body: HTMLElement): void {
  let run: WordItem[] = [];
  const flush = () => {
    if (run.length > 0) buildList(run);
    run = [];
  };
  for (const paragraph of [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')]) {
    const item = wordItem(paragraph);
    const follows = item && run.at(-1) && nextElement(run.at(-1)?.paragraph) === paragraph;
    if (!item || !follows) flush();
    if (item) run.push(item);
  }
  flush();
}

const nextElement = (element: HTMLElement | undefined): Element | null => element?.nextElementSibling ?? null;

function wordItem(paragraph: HTMLElement): WordItem | null {
  const match = /mso-list:\s*(l\d+)\s+level(\d)/i.exec(paragraph.getAttribute('style') ?? '');
  if (!match) return null;
  const mark = takeMark(paragraph);
  const number = /^[([]?(\d{1,4}|[a-z]{1,4})[.)\]]?$/i.exec(mark);
  // A lone "o" is Word's hollow bullet, not the fifteenth letter.
  const ordered = number !== null && mark !== 'o';
  return {
    paragraph,
    level: Number(match[2]),
    ordered,
    start: ordered && /^\d+$/.test(number[1] ?? '') ? Number(number[1]) : 1,
    list: match[1] ?? '',
  };
}

/** The typed mark, taken out of the paragraph. */
function takeMark(paragraph: HTMLElement): string {
  const ignored = [...paragraph.querySelectorAll<HTMLElement>('[style]')].find((element) =>
    /mso-list:\s*ignore/i.test(element.getAttribute('style') ?? ''),
  );
  const mark = (ignored?.textContent ?? '').replaceAll('\u00a0', ' ').trim();
  ignored?.remove();
  return mark;
}

function buildList(items: WordItem[]): void {
  const [first] = items;
  if (!first) return;
  const { ownerDocument: document } = first.paragraph;
  const open: { level: number; element: HTMLElement; list: string }[] = [];
  const roots: HTMLElement[] = [];
  for (const item of items) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
    const top = open.at(-1);
    if (top && top.level === item.level && top.list === item.list) top.element.append(asItem(document, item));
    else {
      if (top && top.level === item.level) open.pop();
      const element = document.createElement(item.ordered ? 'ol' : 'ul');
      if (item.ordered && item.start !== 1) element.setAttribute('start', String(item.start));
      element.append(asItem(document, item));
      const parent = open.at(-1)?.element.lastElementChild;
      if (parent) parent.append(element);
      else roots.push(element);
      open.push({ level: item.level, element, list: item.list });
    }
  }
  first.paragraph.before(...roots);
  for (const { paragraph } of items) paragraph.remove();
}

function asItem(document: Document, { paragraph }: WordItem): HTMLElement {
  const item = document.createElement('li');
  const text = document.createElement('p');
  text.append(...[...paragraph.childNodes].map((node) => node.cloneNode(true)));
  item.append(text);
  return item;
}

/** Google Docs and Outlook put a nested list beside its item instead of into it. */
export function mendLists(body: HTMLElement): void {
  for (const nested of [...body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')]) {
    const before = nested.previousElementSibling;
    if (before?.localName === 'li') before.append(nested);
    // A level that was skipped holds nothing of its own.
    else nested.replaceWith(...nested.childNodes);
  }
}
