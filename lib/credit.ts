export interface CaptionAndCredit {
  caption: string;
  credit: string;
}

const label =
  /^(?:(?:image|photo|photograph|picture|illustration|graphic|video)s?\s*(?:credits?|by|courtesy of)?|credits?)\s*[:：]\s*/i;

/**
 * Splits a final "(Image Credit: X)" off a caption (R4). Brackets inside the caption and inside X stay; a caption without
 * such an ending comes back whole, with an empty credit.
 */
export function splitCredit(caption: string): CaptionAndCredit {
  const whole = { caption: caption.trim(), credit: '' };
  const text = whole.caption.replace(/\.$/, '');
  const opening = lastBracket(text);
  if (opening === -1) return whole;
  const inner = text.slice(opening + 1, -1).trim();
  const named = label.exec(inner.slice(0, 60));
  const credit = named ? inner.slice(named[0].length).trim() : '';
  return credit === '' ? whole : { caption: text.slice(0, opening).trim(), credit };
}

/** Where the bracket opens that the text's last character closes, or -1. */
function lastBracket(text: string): number {
  if (!text.endsWith(')')) return -1;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') depth++;
    else if (text[at] === '(' && --depth === 0) return at;
  }
  return -1;
}
