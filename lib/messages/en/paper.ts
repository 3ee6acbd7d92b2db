import { pluralise } from '../plural';

const asSeenParts = {
  pictures: 'pictures exchanged since',
  cards: 'the headlines of cards in the text',
};

/** What the pages of the paper say: articles, lists, the front page, and where there is nothing. */
export const paper = {
  /** Between the sections of a story: "Asia-Pacific, News, US". */
  comma: ', ',

  article: {
    minutes: (minutes: number) =>
      pluralise('en', minutes, { one: '{n} minute read', other: '{n} minute read' }),
    by: 'By',
    staff: 'Staff',
    published: 'Published',
    updated: 'Updated',
    tags: 'Tags',
    corrections: (count: number) => pluralise('en', count, { one: 'Correction', other: 'Corrections' }),
    itSaid: 'The story said:',
    related: 'Related articles',
    /** Over a card to another story, within the text. */
    readMore: 'Read more',
    preview: 'Not published yet',
    asSeen: {
      label: 'As readers saw it',
      says: (moment: string, ofToday: ('pictures' | 'cards')[]) => {
        const left = 'Related stories, comments and the other parts of a series are left out.';
        const parts = ofToday.map((part) => asSeenParts[part]);
        const today = parts.length > 0 ? ` Of today: ${parts.join(', ')}, and what stands around it.` : '';
        return `This is the story of ${moment}. ${left}${today || ' What stands around it is of today.'}`;
      },
    },
    /** `{name}` is whose the embed is: YouTube, Mastodon. */
    embedLoad: 'Show it here',
    embedNotice: 'Nothing has been loaded yet. If you show it, {name} learns that you are reading this.',
  },

  shared: {
    label: 'Shared with you',
    says: (moment: string) =>
      `This is not what readers see, and it may still change. Please keep it to yourself. The link is good until ${moment}.`,
    overTitle: 'This link is over',
    over: 'It has run out, or was withdrawn. Whoever sent it can send another.',
  },

  series: {
    part: (at: number, of: number, name: string) => `Part ${at} of ${of}: ${name}`,
    description: (name: string, siteName: string) => `${name}: a series from ${siteName}, part by part.`,
    previous: 'Previous part:',
    next: 'Next part:',
    all: (parts: number) => pluralise('en', parts, { one: 'The {n} part', other: 'All {n} parts' }),
  },

  front: {
    welcomeTitle: (siteName: string) => `Welcome to ${siteName}`,
    welcome: 'The presses are ready, and the first story is still to be written.',
    toDesk: 'Go to the desk and write it',
    seconds: 'More top stories',
    river: 'Latest',
    allLatest: 'All the latest stories',
  },

  lists: {
    latest: 'Latest',
    latestDescription: (siteName: string) => `Every story from ${siteName}, newest first.`,
    sectionDescription: (name: string, siteName: string) => `${name} from ${siteName}, newest first.`,
    tag: (name: string) => `Stories tagged “${name}”`,
    tagDescription: (name: string, siteName: string) => `Everything ${siteName} has published about ${name}.`,
    author: (name: string, siteName: string) => `Stories by ${name} in ${siteName}, newest first.`,
    archive: (month: string) => `Stories of ${month}`,
    archiveDescription: (month: string, siteName: string) =>
      `Every story that ${siteName} published in ${month}.`,
    archiveIndex: 'Archive',
    archiveIndexDescription: (siteName: string) => `Everything ${siteName} has published, month by month.`,
    stories: (count: number) => pluralise('en', count, { one: '{n} story', other: '{n} stories' }),
    months: 'Other months',
    older: 'Older stories',
    below: 'In this section',
    none: 'Nothing has been published here yet.',
    toFront: 'Go to the front page',
    feed: 'Follow by RSS',
  },

  corrections: {
    title: 'Corrections',
    lead: 'Where we were wrong, and what is right. Newest first.',
    description: (siteName: string) => `What ${siteName} got wrong, and what is right.`,
    none: 'Nothing has had to be corrected so far.',
    older: 'Older corrections',
    amended: (day: string) => `Amended on ${day}`,
  },

  missing: {
    title: 'There is no such page',
    text: 'The address may be misspelt, or the story has been taken back.',
    further: 'These may help:',
    front: 'the front page',
    latest: 'the latest stories',
    archive: 'the archive, month by month',
    search: 'Search the paper',
    searchFor: 'Words to look for',
    newest: 'The newest stories',
  },

  gone: {
    title: 'This story is no longer published',
    text: 'We have taken it out of the paper for good.',
  },

  moved: {
    title: 'This page has moved',
  },

  feeds: {
    of: (name: string, siteName: string) => `${name} – ${siteName}`,
    correction: 'Correction',
  },
};
