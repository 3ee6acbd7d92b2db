import type { FullStory } from '@/features/articles/queries/site';
import type { Picture } from '@/lib/pictures';
import { pictureAddress, widthsFor } from '@/lib/pictures';
import type { RichNode } from '@/lib/rich-text/document';
import { renderHtml } from '@/lib/rich-text/render';

export const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const;
export type FeedFormat = keyof typeof feedFiles;

/** What every format says, in its own way. */
export interface Feed {
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  siteName: string;
  /** `https://paper.example`. */
  origin: string;
  /** The page whose stories these are, absolute. */
  homeUrl: string;
  /** The feed's own address, absolute. */
  selfUrl: string;
  copyright: string;
  /** The newest change in it; a feed without stories has none. */
  changedAt: Date | null;
  items: FeedItem[];
}

export interface FeedItem {
  /** The same for ever, whatever becomes of address and headline. */
  guid: string;
  url: string;
  title: string;
  summary: string;
  /** With the lead picture at its head and the corrections at its end; every address is absolute. */
  html: string;
  authors: { name: string; url: string }[];
  categories: string[];
  publishedAt: Date;
  changedAt: Date;
  /** BCP 47, where it is not the feed's. */
  language: string | null;
  pictures: FeedPicture[];
}

export interface FeedPicture {
  url: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
}

/** A story as a feed carries it. `correction` is the word before a correction, `itSaid` those before what was wrong. */
export function feedItem(
  story: FullStory,
  { origin, ...words }: { origin: string } & CorrectionWords,
): FeedItem {
  const corrected = story.corrections.flatMap(({ at, amendedAt }) => [at, amendedAt]);
  const changes = [story.liveAt, story.updatedAt, ...corrected].filter((at) => at instanceof Date);
  return {
    guid: guidOf(story, origin),
    url: origin + story.href,
    title: story.title,
    summary: story.standfirst,
    html: renderHtml(
      { type: 'doc', content: wholeText(story, words) },
      { origin, pageUrl: origin + story.href },
    ),
    authors: story.authors.map(({ name, href }) => ({ name, url: origin + href })),
    categories: [...story.sections, ...story.tags].map(({ name }) => name),
    publishedAt: story.liveAt,
    changedAt: new Date(Math.max(...changes.map((at) => at.getTime()))),
    language: story.lang,
    pictures: story.lead ? [feedPicture(story.lead, origin)] : [],
  };
}

/** A tag URI (RFC 4151): the host that published it, the year it did, and the article's number. */
const guidOf = ({ id, liveAt }: FullStory, origin: string): string =>
  `tag:${new URL(origin).hostname},${liveAt.getUTCFullYear()}:article/${id}`;

interface CorrectionWords {
  correction: string;
  itSaid: string;
}

function wholeText(
  { lead, body, corrections }: FullStory,
  { correction, itSaid }: CorrectionWords,
): RichNode[] {
  const figure: RichNode[] = lead ? [{ type: 'figure', attrs: { ...lead } }] : [];
  const notes = corrections.map(({ text, passage }) => ({
    type: 'paragraph',
    content: [
      { type: 'text', text: `${correction}: `, marks: [{ type: 'bold' }] },
      { type: 'text', text: passage === '' ? text : `${text} ${itSaid} “${passage}”` },
    ],
  }));
  return [...figure, ...(body.content ?? []), ...notes];
}

function feedPicture({ hash, width, height, alt, caption, credit }: Picture, origin: string): FeedPicture {
  const offered = widthsFor(width).findLast((each) => each <= 1280) ?? 320;
  return {
    url: origin + pictureAddress(hash, offered, 'jpeg'),
    width: offered,
    height: Math.round((offered * height) / width),
    alt,
    caption,
    credit,
  };
}
