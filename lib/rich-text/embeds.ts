/** How much room the frame of an embed takes; the page keeps it from the beginning. */
export type EmbedShape = 'video' | 'post' | 'audio' | 'chart';

export interface Embed {
  /** Whose it is, as readers know them. */
  name: string;
  /** What a frame loads once a reader asks for it. */
  frame: string;
  shape: EmbedShape;
}

interface Provider {
  name: string;
  shape: EmbedShape;
  hosts: RegExp;
  /** The frame's address from the page's, or null when the page is no single thing. */
  frame: (url: URL) => string | null;
}

/**
 * What of another site can be shown within a story, by the address of its page there (R19). Pure: nothing is fetched, here or
 * at the provider's. Null for whatever is not known, which is then a plain link. X and Instagram publish no address for
 * frames; these are the ones their own scripts load.
 */
export function embedOf(address: unknown): Embed | null {
  if (typeof address !== 'string' || address.length > 2000 || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.port !== '' || url.username !== '') return null;
  const provider = providers.find(({ hosts }) => hosts.test(url.hostname));
  const frame = provider?.frame(url);
  return provider && frame ? { name: provider.name, frame, shape: provider.shape } : null;
}

/** The origins that a finished page's embeds may be framed from: what its Content-Security-Policy has to allow. */
export function frameOrigins(html: string): string[] {
  const origins = new Set<string>();
  for (const [, frame = ''] of html.matchAll(/ data-embed="(https:\/\/[^"]{1,2000})"/g))
    if (/^https:\/\/[a-z0-9.-]+\//.test(frame)) origins.add(new URL(frame).origin);
  return [...origins].slice(0, 20);
}

const youTubeId = /^[\w-]{11}$/;
const named = (url: URL, pattern: RegExp, make: (...groups: string[]) => string): string | null => {
  const match = pattern.exec(url.pathname);
  return match ? make(...match.slice(1).map((group) => group ?? '')) : null;
};

const providers: Provider[] = [
  {
    name: 'YouTube',
    shape: 'video',
    hosts: /^(?:(?:www\.|m\.|music\.)?youtube\.com|(?:www\.)?youtube-nocookie\.com|youtu\.be)$/,
    frame: youTube,
  },
  {
    name: 'Vimeo',
    shape: 'video',
    hosts: /^(?:(?:www|player)\.)?vimeo\.com$/,
    frame: (url) =>
      named(
        url,
        /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d{5,12})(?:\/([0-9a-f]{6,20}))?\/?$/,
        (id, hidden) => {
          const key = hidden || /^[0-9a-f]{6,20}$/.exec(url.searchParams.get('h') ?? '')?.[0];
          return `https://player.vimeo.com/video/${id}?dnt=1${key ? `&h=${key}` : ''}`;
        },
      ),
  },
  {
    name: 'X',
    shape: 'post',
    hosts: /^(?:(?:www|mobile)\.)?(?:twitter|x)\.com$/,
    frame: (url) =>
      named(
        url,
        /^\/\w{1,20}\/status(?:es)?\/(\d{5,20})(?:\/.*)?$/,
        (id) => `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id}`,
      ),
  },
  {
    name: 'Bluesky',
    shape: 'post',
    hosts: /^bsky\.app$/,
    frame: (url) =>
      named(
        url,
        /^\/profile\/([\w.:-]{3,100})\/post\/([\w-]{5,30})\/?$/,
        (who, post) => `https://embed.bsky.app/embed/${who}/app.bsky.feed.post/${post}`,
      ),
  },
  {
    name: 'Instagram',
    shape: 'post',
    hosts: /^(?:www\.)?instagram\.com$/,
    frame: (url) =>
      named(
        url,
        /^\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]{5,20})(?:\/.*)?$/,
        (kind, id) => `https://www.instagram.com/${kind}/${id}/embed/captioned/`,
      ),
  },
  {
    name: 'SoundCloud',
    shape: 'audio',
    hosts: /^(?:(?:www|m)\.)?soundcloud\.com$/,
    frame: (url) =>
      named(
        url,
        /^(\/[\w-]+\/(?:sets\/)?[\w-]+)\/?$/,
        (path) =>
          `https://w.soundcloud.com/player/?url=${encodeURIComponent(`https://soundcloud.com${path}`)}`,
      ),
  },
  {
    name: 'Datawrapper',
    shape: 'chart',
    hosts: /^(?:(?:www\.)?datawrapper\.de|datawrapper\.dwcdn\.net)$/,
    frame: (url) =>
      named(
        url,
        /^\/(?:_\/)?([A-Za-z0-9]{5})(?:\/(\d{1,4}))?\/?$/,
        (id, version) => `https://datawrapper.dwcdn.net/${id}/${version ? `${version}/` : ''}`,
      ),
  },
  {
    // Anybody may run a server: known by the form of its addresses, so it stands last.
    name: 'Mastodon',
    shape: 'post',
    hosts: /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    frame: (url) =>
      named(
        url,
        /^\/(@\w{1,60}(?:@[\w.-]{3,100})?)\/(\d{14,20})\/?$/,
        (who, id) => `https://${url.hostname}/${who}/${id}/embed`,
      ),
  },
];

function youTube(url: URL): string | null {
  const byPath = /^\/(?:shorts|live|embed|v)\/([\w-]{11})\/?$/.exec(url.pathname)?.[1];
  const id =
    url.hostname === 'youtu.be' ? url.pathname.slice(1) : (byPath ?? url.searchParams.get('v') ?? '');
  if (!youTubeId.test(id)) return null;
  const start = seconds(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '');
  return `https://www.youtube-nocookie.com/embed/${id}${start > 0 ? `?start=${start}` : ''}`;
}

/** `90`, `90s` or `1h2m3s`. */
function seconds(time: string): number {
  const match = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(time);
  const [hours = 0, minutes = 0, rest = 0] = (match?.slice(1) ?? []).map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + rest;
}
