/**
 * What word processors put on the clipboard beside the text: changes that were tracked, comments in the margin, headings
 * that are only a style's name. Sources: Word 2016 and LibreOffice 7 clipboard HTML.
 */
export function readOfficeMarks(body: HTMLElement, styles: string): void {
  dropDeleted(body);
  dropComments(body);
  nameHeadings(body, styles);
}

/** Inserted words stay, deleted ones go; a web page's <del> without a date is a line through words, and stays one. */
function dropDeleted(body: HTMLElement): void {
  for (const deleted of body.querySelectorAll('del[datetime], del[cite], .msoDel, .MsoDel')) deleted.remove();
  for (const inserted of body.querySelectorAll('ins')) inserted.replaceWith(...inserted.childNodes);
}

/** Word's balloons and the marks that point to them. */
function dropComments(body: HTMLElement): void {
  const selectors =
    '.MsoCommentReference, a.msocomanchor, .msocomtxt, .msocomoff, [style*="mso-element:comment"], [style*="mso-special-character:comment"]';
  for (const comment of body.querySelectorAll(selectors)) comment.remove();
}

/** Paragraphs that are headings by outline level, by the name of their style, or by what they tell a screen reader. */
function nameHeadings(body: HTMLElement, styles: string): void {
  const ranks = ranksOfStyles(styles);
  for (const line of body.querySelectorAll<HTMLElement>('p, div[role="heading"]')) {
    const rank = rankOf(line, ranks);
    if (rank === null || line.closest('li, td, th')) continue;
    const heading = line.ownerDocument.createElement(`h${Math.min(6, rank)}`);
    heading.append(...line.childNodes);
    line.replaceWith(heading);
  }
}

function rankOf(line: HTMLElement, ranks: Map<string, number>): number | null {
  const style = line.getAttribute('style') ?? '';
  if (/mso-list:/i.test(style)) return null;
  const level = /mso-outline-level:\s*([1-9])/i.exec(style)?.[1];
  if (level) return Number(level);
  if (line.getAttribute('role') === 'heading') return Number(line.getAttribute('aria-level')) || 2;
  for (const name of line.classList) {
    const rank = ranks.get(name.toLowerCase()) ?? (name === 'MsoTitle' ? 1 : undefined);
    if (rank !== undefined) return rank;
    const named = /^(?:mso)?heading-?([1-9])$/i.exec(name)?.[1];
    if (named) return Number(named);
  }
  return null;
}

/** The outline level of each class in Word's own style sheet, whatever the language of the styles' names. */
function ranksOfStyles(styles: string): Map<string, number> {
  const rules = styles.slice(0, 500_000).matchAll(/([^{}]{1,500})\{([^{}]{0,3000})\}/g);
  return new Map(
    [...rules].flatMap(([, selector = '', rule = '']) => {
      const level = /mso-outline-level:\s*([1-9])/i.exec(rule)?.[1];
      const names = level ? [...selector.matchAll(/\.([\w-]+)/g)] : [];
      return names.map(([, name = '']): [string, number] => [name.toLowerCase(), Number(level)]);
    }),
  );
}
