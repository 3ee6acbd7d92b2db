/** Elements whose end begins a new line, and how many line breaks set them apart. */
const breaks: Record<string, number> = {
  p: 2,
  h1: 2,
  h2: 2,
  h3: 2,
  ul: 2,
  ol: 2,
  blockquote: 2,
  figure: 2,
  hr: 2,
  table: 2,
  div: 1,
  tr: 1,
  td: 1,
  li: 1,
  figcaption: 1,
};
const unread = new Set(['head', 'style', 'script', 'title']);
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
  nbsp: ' ',
  middot: '·',
};

interface Writer {
  text: string;
  /** Line breaks owed before the next word. */
  owed: number;
  /** Depth inside something that is not read. */
  muted: number;
  links: { href: string; at: number }[];
  open: { name: string; mutes: boolean }[];
}

const voids = new Set(['br', 'img', 'hr', 'meta', 'link', 'input']);

/**
 * The words of a mail's HTML as somebody without HTML reads them: paragraphs apart, list items with a dash, each link's
 * address behind its words, under a headline on a line of its own. Made for markup that React has written (well-formed,
 * every attribute in double quotes); what is marked `aria-hidden` or is in the head is left out, a picture is its
 * alternative text in brackets.
 */
export function plainTextOf(html: string): string {
  const out: Writer = { text: '', owed: 0, muted: 0, links: [], open: [] };
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!token.startsWith('<')) say(out, decode(token));
    else if (token.startsWith('</')) close(out, token.slice(2, -1).toLowerCase());
    else if (!token.startsWith('<!')) open(out, token);
  }
  return `${out.text.trim()}\n`;
}

function open(out: Writer, tag: string): void {
  const name = /^<([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
  const attribute = (wanted: string) => decode(new RegExp(` ${wanted}="([^"]*)"`).exec(tag)?.[1] ?? '');
  if (voids.has(name)) {
    if (name === 'br') out.owed = Math.max(out.owed, 1);
    if (name === 'hr') rule(out);
    if (name === 'img' && attribute('alt')) {
      say(out, `[${attribute('alt')}]`);
      apart(out, 1);
    }
    return;
  }
  const mutes = unread.has(name) || attribute('aria-hidden') === 'true';
  out.open.push({ name, mutes });
  if (mutes) out.muted++;
  if (name in breaks && out.text) apart(out, breaks[name] ?? 1);
  if (name === 'li') say(out, '- ');
  if (name === 'a') out.links.push({ href: attribute('href'), at: out.text.length });
}

function close(out: Writer, name: string): void {
  if (name === 'a') endLink(out);
  if (name in breaks) apart(out, breaks[name] ?? 1);
  if (out.open.pop()?.mutes) out.muted--;
}

/** The address of a linked picture is left out: the headline beside it has it, too. */
function endLink(out: Writer): void {
  const link = out.links.pop();
  if (!link || out.muted > 0 || !/^(https?|mailto):/.test(link.href)) return;
  const words = out.text.slice(link.at).trim();
  const bare = link.href.replace(/^mailto:/, '');
  if (words === bare || /^\[[^\]]*\]$/.test(words)) return;
  if (out.open.some(({ name }) => /^h[1-6]$/.test(name))) {
    apart(out, 1);
    say(out, bare);
  } else say(out, words ? ` (${bare})` : bare);
}

function rule(out: Writer): void {
  apart(out, 2);
  say(out, '----');
  apart(out, 2);
}

const apart = (out: Writer, lines: number) => {
  if (out.muted === 0) out.owed = Math.max(out.owed, lines);
};

function say(out: Writer, words: string): void {
  if (out.muted > 0) return;
  const said = words.replace(/[ \t\r\n]+/g, ' ');
  if (said === ' ' && (out.owed > 0 || out.text.endsWith(' '))) return;
  if (out.owed > 0 && out.text) out.text = `${out.text.trimEnd()}${'\n'.repeat(out.owed)}`;
  const fresh = out.text === '' || /[\n ]$/.test(out.text);
  out.text += fresh ? said.trimStart() : said;
  out.owed = 0;
}

const decode = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? numeric(name) ?? whole);

function numeric(name: string): string | undefined {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return name.startsWith('#') && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
