const signs: Record<'sup' | 'sub', readonly [string, string]> = {
  sup: ['0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'],
  sub: ['0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'],
};

/**
 * The text itself, as a story wants it: soft hyphens out, runs of hard spaces as one space (a single one, before a French
 * exclamation mark for one, stays), what stands high or low as Unicode has it where it has it, quotation marks that a
 * browser only draws as characters. Code is left alone.
 */
export function mendWords(body: HTMLElement): void {
  for (const quote of body.querySelectorAll('q')) quote.replaceWith('“', ...quote.childNodes, '”');
  for (const name of ['sup', 'sub'] as const)
    for (const element of body.querySelectorAll(name)) raise(element, name);
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/[\u00ad\u00a0\ufeff]/.test(node.nodeValue ?? '') || node.parentElement?.closest('pre, code'))
      continue;
    node.nodeValue = (node.nodeValue ?? '')
      .replace(/[\u00ad\ufeff]/g, '')
      .replace(/[ \t\n\u00a0]*\u00a0[ \t\n\u00a0]+|[ \t\n]+\u00a0[ \t\n\u00a0]*/g, ' ');
  }
}

/** `10<sup>2</sup>` is not 102. */
function raise(element: Element, name: 'sup' | 'sub'): void {
  const [from, to] = signs[name].map((text) => [...text]) as [string[], string[]];
  const text = element.textContent ?? '';
  if (element.children.length > 0 || text.length > 6) return;
  const raised = [...text].map((sign) => to[from.indexOf(sign)]);
  if (raised.every((sign) => sign !== undefined)) element.replaceWith(raised.join(''));
}
