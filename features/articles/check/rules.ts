import type { CheckLevel, CheckRule, DeskCheck } from '@/features/settings/queries';
import type { RichNode } from '@/lib/rich-text/document';
import { shorten } from '@/lib/rich-text/text';
import { unexplainedAcronyms } from './acronyms';
import { namesSpeltTwice } from './names';
import { type CheckedStory, everyNode, linesOf, linksOf, type Place } from './story';

/** Something that a rule found. */
export interface Finding {
  rule: CheckRule;
  sentence: string;
  place: Place;
}

/** A finding with what it means for who asked. */
export interface WeighedFinding extends Finding {
  level: Exclude<CheckLevel, 'off'>;
}

type Limits = Pick<DeskCheck, 'headlineCharacters' | 'leadWidth' | 'pictureWidth'>;
type Found = Omit<Finding, 'rule'>;

/** The desk check (D11): each rule a pure function of the story, this table all there is. */
export const deskCheckRules = {
  'headline-length': ({ title }, { headlineCharacters }) =>
    title.length > headlineCharacters
      ? [
          {
            sentence: `The headline has ${title.length} characters; more than ${headlineCharacters} are cut off in many places.`,
            place: { field: 'title' },
          },
        ]
      : [],
  'empty-standfirst': ({ kind, standfirst }) =>
    kind !== 'page' && standfirst.trim() === ''
      ? [
          {
            sentence: 'There is no standfirst. Lists and search engines show one.',
            place: { field: 'standfirst' },
          },
        ]
      : [],
  'missing-alt': (story) =>
    picturesOf(story)
      .filter(({ alt }) => alt === '')
      .map(({ name, place }) => ({ sentence: `${name} has no description for who cannot see it.`, place })),
  'missing-credit': (story) =>
    picturesOf(story)
      .filter(({ credit }) => credit === '')
      .map(({ name, place }) => ({ sentence: `${name} has no credit.`, place })),
  'small-picture': (story, { leadWidth, pictureWidth }) =>
    picturesOf(story)
      .map((picture) => ({ ...picture, least: 'field' in picture.place ? leadWidth : pictureWidth }))
      .filter(({ width, least }) => width > 0 && width < least)
      .map(({ name, width, least, place }) => ({
        sentence: `${name} is ${width} pixels wide; under ${least} it looks blurred.`,
        place,
      })),
  'heading-levels': ({ body }) => {
    let above = 1;
    return everyNode(body)
      .filter(({ node }) => node.type === 'heading')
      .flatMap(({ node, block }) => {
        const level = Number(node.attrs?.level ?? 2);
        const leavesOut = level > above + 1;
        const was = above;
        above = level;
        if (!leavesOut) return [];
        const words = wordsOf(node);
        return [
          {
            sentence: `“${shorten(words, 60)}” is a heading of level ${level} ${was === 1 ? 'with none of level 2 before it' : `right under one of level ${was}`}.`,
            place: { block, words },
          },
        ];
      });
  },
  'dead-links': ({ body, deadLinks }) =>
    linksOf(body).flatMap(({ href, words, block }) => {
      const trouble = deadLinks.get(href);
      return trouble === undefined
        ? []
        : [
            {
              sentence: `The link on “${shorten(words.trim(), 60)}” is dead: ${trouble}`,
              place: { block, words },
            },
          ];
    }),
  'unexplained-acronym': ({ body }) =>
    unexplainedAcronyms(linesOf(body)).map(({ acronym, block }) => ({
      sentence: `“${acronym}” is not explained where it is first used.`,
      place: { block, words: acronym },
    })),
  'name-spelling': ({ body }) =>
    namesSpeltTwice(linesOf(body)).map(({ rare, common, block }) => ({
      sentence: `“${rare}” stands here, “${common}” elsewhere. One of them may be misspelt.`,
      place: { block, words: rare },
    })),
} as const satisfies Record<CheckRule, (story: CheckedStory, limits: Limits) => Found[]>;

/** Everything the given rules find in a story, in the order of the table. */
export const checkStory = (story: CheckedStory, rules: readonly CheckRule[], limits: Limits): Finding[] =>
  rules.flatMap((rule) => deskCheckRules[rule](story, limits).map((found: Found) => ({ rule, ...found })));

interface PictureFacts {
  name: string;
  alt: string;
  credit: string;
  width: number;
  place: Place;
}

function picturesOf({ lead, leadAlt, leadCredit, body }: CheckedStory): PictureFacts[] {
  const first: PictureFacts[] = lead
    ? [
        {
          name: 'The lead picture',
          alt: leadAlt,
          credit: leadCredit,
          width: lead.width,
          place: { field: 'lead' },
        },
      ]
    : [];
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  const inText = everyNode(body)
    .filter(({ node }) => node.type === 'figure')
    .map(({ node: { attrs }, block }, n): PictureFacts => {
      const caption = text(attrs?.caption);
      return {
        name: caption === '' ? `Picture ${n + 1} of the text` : `The picture “${shorten(caption, 50)}”`,
        alt: text(attrs?.alt),
        credit: text(attrs?.credit),
        width: Number(attrs?.width ?? 0),
        place: { block, words: '' },
      };
    });
  return [...first, ...inText];
}

const wordsOf = (node: RichNode): string =>
  typeof node.text === 'string' ? node.text : (node.content ?? []).map(wordsOf).join('');
