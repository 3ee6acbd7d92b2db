/** A reference in the running text and the note it leads to; each links to the other, which is how they are told. */
interface Note {
  reference: Element;
  /** Everything of the note, in one box or several. */
  box: Element;
  isComment: boolean;
}

/**
 * Footnotes and endnotes of Word (`#_ftn1`), Google Docs (`#ftnt1`), LibreOffice (`#sdfootnote1sym`) and of web pages: the
 * words of each go to where its number stands, and the list at the end goes. Comments of Google Docs (`#cmnt1`), built the
 * same way, go altogether. A number without its note, or a note without its number, stays as the text that it is.
 */
export function readNotes(body: HTMLElement): void {
  const places = placesOf(body);
  const notes = [...body.querySelectorAll('a[href*="#"]')].flatMap((link) => noteOf(places, link) ?? []);
  const spent = new Set<Element>();
  for (const { reference, box, isComment } of notes) {
    const mark = reference.closest('sup') ?? reference;
    const isAlone = mark.textContent?.trim() === reference.textContent?.trim();
    if (isComment) (isAlone ? mark : reference).remove();
    else (isAlone ? mark : reference).replaceWith(asFootnote(box, body.ownerDocument));
    spent.add(box);
  }
  for (const box of spent) removeWithFrame(box, body);
  // Places within the other document lead nowhere in this one.
  for (const link of body.querySelectorAll('a[href^="#"]')) link.removeAttribute('href');
}

/** `[12]`, `*` or `iv`: what is longer is a link of a table of contents. */
const longestMark = 8;

function noteOf(places: Map<string, Element>, reference: Element): Note | null {
  const name = (reference.textContent ?? '').trim().length <= longestMark ? fragmentOf(reference) : null;
  const target = name === null ? undefined : places.get(name);
  if (!name || !target || target.contains(reference)) return null;
  const follows = reference.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (!follows) return null;
  const own = namesAround(reference);
  const isBack = (link: Element) => own.has(fragmentOf(link) ?? '');
  const back = isBack(target) ? target : [...target.querySelectorAll('a[href*="#"]')].find(isBack);
  if (!back) return null;
  return { reference, box: boxOf(target, back), isComment: /^_?(?:cmnt|msocom)/i.test(name) };
}

const fragmentOf = (link: Element): string | null => {
  const href = link.getAttribute('href') ?? '';
  const at = href.indexOf('#');
  return at < 0 || at === href.length - 1 ? null : href.slice(at + 1);
};

/** What an address within the text may lead to. */
function placesOf(body: HTMLElement): Map<string, Element> {
  const places = new Map<string, Element>();
  for (const element of body.querySelectorAll('[id], a[name]'))
    for (const name of [element.getAttribute('id'), element.getAttribute('name')])
      if (name && !places.has(name)) places.set(name, element);
  return places;
}

/** What a way back may call the reference: its own name, or that of what is right around it. */
const namesAround = (reference: Element): Set<string> =>
  new Set(
    [reference, reference.parentElement, reference.firstElementChild].flatMap(
      (element) =>
        [element?.getAttribute('id'), element?.getAttribute('name')].filter((name) => !!name) as string[],
    ),
  );

/** The whole of the note that `back` stands in: its list item, its division if there is no other note in it, its line. */
function boxOf(target: Element, back: Element): Element {
  if (target !== back) return target;
  const division = back.closest('li, div');
  const isItsOwn =
    division &&
    [...division.querySelectorAll('a[id], a[name]')].filter((link) => link.hasAttribute('href')).length === 1;
  return isItsOwn ? division : (back.closest('p, li') ?? back);
}

/** The words of a note on one line, with what is bold, slanted or linked in it. */
function asFootnote(box: Element, document: Document): HTMLElement {
  const copy = box.cloneNode(true) as Element;
  for (const link of copy.querySelectorAll('a[href*="#"]'))
    if (/^#|#_?(?:ftn|edn|sd|fn)/.test(link.getAttribute('href') ?? '')) link.remove();
  for (const line of copy.querySelectorAll('p, div, li, br')) {
    line.before(' ');
    line.after(' ');
    line.replaceWith(...line.childNodes);
  }
  const footnote = document.createElement('span');
  footnote.setAttribute('data-footnote', '');
  footnote.append(...copy.childNodes);
  trimStart(footnote);
  return footnote;
}

/** Without the number and its space at the head. */
function trimStart(footnote: HTMLElement): void {
  const walker = footnote.ownerDocument.createTreeWalker(footnote, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    text.nodeValue = (text.nodeValue ?? '').replace(/^[\s\u00a0]+/, '');
    if (text.nodeValue !== '') return;
  }
}

/** A note that has been used, with the frames and the line above it that held nothing but notes. */
function removeWithFrame(box: Element, body: HTMLElement): void {
  let at: Element = box;
  while (
    at.parentElement &&
    at.parentElement !== body &&
    (at.parentElement.textContent ?? '').trim() === (at.textContent ?? '').trim()
  )
    at = at.parentElement;
  const line = at.previousElementSibling;
  if (line?.localName === 'hr') line.remove();
  at.remove();
}
