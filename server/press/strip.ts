/** What of ours readers' pages load. */
export interface OwnFiles {
  /** Inline scripts allowed word for word; the Content-Security-Policy carries their hashes. */
  inline: readonly string[];
  /** Script files of ours, by path. */
  files: readonly string[];
  /** The address a file of ours is fetched at: with its version, so that it may be kept for ever. */
  addressOf(path: string): string;
  /** One address for several style sheets, in their order; null where they cannot be joined. */
  joined(addresses: string[]): string | null;
}

/**
 * Takes the framework out of a finished page: its scripts, their preloads and the empty holder of streamed metadata.
 * What stays: our own script files and inline scripts, and data blocks (JSON-LD). One pass, no backtracking, so that no
 * text on a page can make it slow.
 */
export function stripFramework(html: string, own: OwnFiles): string {
  let out = '';
  let from = 0;
  for (;;) {
    const at = nextOf(html, from);
    if (at < 0) return (out + html.slice(from)).replace(emptyHolder, '');
    out += html.slice(from, at);
    const end = elementEnd(html, at);
    out += html.startsWith('<link', at)
      ? keptLink(html.slice(at, end))
      : keptScript(html.slice(at, end), own);
    from = end;
  }
}

/** Puts one style sheet where the framework linked several: one request before the first paint. */
export function joinStyleSheets(html: string, own: OwnFiles): string {
  const links = [...html.matchAll(styleSheet)].map((match) => match[1] ?? '');
  const address = links.length > 1 ? own.joined(links) : null;
  if (address === null) return html;
  let first = true;
  return html.replace(styleSheet, () => {
    if (!first) return '';
    first = false;
    return `<link rel="stylesheet" href="${address}"/>`;
  });
}

const styleSheet = /<link rel="stylesheet" href="(\/_next\/static\/[^"]{1,200}\.css)"[^<>]{0,100}\/>/g;

const emptyHolder = '<div hidden=""><!--$--><!--/$--></div>';

function nextOf(html: string, from: number): number {
  const candidate = /<(?:script|link)\b/g;
  candidate.lastIndex = from;
  return candidate.exec(html)?.index ?? -1;
}

/** Just past a script's closing tag, or past a link, which has none. */
function elementEnd(html: string, at: number): number {
  const afterTag = tagEnd(html, at);
  if (html.startsWith('<link', at)) return afterTag;
  const close = html.indexOf('</script>', afterTag);
  return close < 0 ? html.length : close + '</script>'.length;
}

/** Just past the `>` of a start tag; those within quoted attribute values do not count. */
function tagEnd(html: string, at: number): number {
  let quote = '';
  for (let i = at; i < html.length; i++) {
    const character = html[i];
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return i + 1;
  }
  return html.length;
}

function keptLink(link: string): string {
  const rel = attribute(link, 'rel');
  const as = rel === 'modulepreload' ? 'script' : rel === 'preload' ? attribute(link, 'as') : undefined;
  return as === 'script' || as === 'style' ? '' : link;
}

function keptScript(script: string, own: OwnFiles): string {
  const tag = script.slice(0, tagEnd(script, 0));
  const type = attribute(tag, 'type');
  if (type === 'application/ld+json' || type === 'application/json') return script;
  const src = attribute(tag, 'src');
  if (src === undefined) {
    const text = script.slice(tag.length, -'</script>'.length);
    return own.inline.includes(text) ? script : '';
  }
  const path = src.split('?', 1)[0] ?? '';
  return own.files.includes(path) ? script.replace(`"${src}"`, () => `"${own.addressOf(path)}"`) : '';
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
