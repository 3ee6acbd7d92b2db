import { expect, test } from 'vitest';
import { type CheckRule, checkRules, defaultDeskCheck } from '@/features/settings/queries';
import type { RichNode } from '@/lib/rich-text/document';
import { paragraph } from '../testing';
import { checkStory } from './rules';
import type { CheckedStory } from './story';

const story = (about: Partial<CheckedStory> = {}, ...blocks: RichNode[]): CheckedStory => ({
  kind: 'story',
  title: 'The tide',
  standfirst: 'What it left behind.',
  lang: null,
  lead: null,
  leadAlt: '',
  leadCredit: '',
  deadLinks: new Map(),
  body: { type: 'doc', content: blocks },
  ...about,
});
const lines = (...texts: string[]) => story({}, ...texts.map(paragraph));
const found = (rule: CheckRule, checked: CheckedStory) =>
  checkStory(checked, [rule], defaultDeskCheck).map(({ sentence }) => sentence);
const words = (rule: CheckRule, checked: CheckedStory) =>
  checkStory(checked, [rule], defaultDeskCheck).map(({ place }) =>
    'words' in place ? place.words : place.field,
  );
const figure = (attrs: Record<string, unknown>): RichNode => ({
  type: 'figure',
  attrs: {
    mediaId: 1,
    hash: 'a1b2c3d4',
    width: 1600,
    height: 900,
    alt: 'A',
    caption: '',
    credit: 'B',
    ...attrs,
  },
});
const heading = (level: number, text: string): RichNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});

test('D11 a story in order has nothing found in it by any rule', () => {
  const good = story(
    { lead: { width: 1600 }, leadAlt: 'The quay', leadCredit: 'Ada' },
    paragraph('The US and the World Meteorological Organization (WMO) spoke. The WMO said no more.'),
    heading(2, 'After'),
    heading(3, 'And then'),
    heading(2, 'Now'),
    figure({}),
  );
  expect(checkStory(good, checkRules, defaultDeskCheck)).toEqual([]);
});

test('D11 headline, standfirst and headings', () => {
  expect(found('headline-length', story({ title: 'x'.repeat(101) }))).toEqual([
    expect.stringContaining('101 characters'),
  ]);
  expect(found('headline-length', story({ title: 'x'.repeat(100) }))).toEqual([]);
  expect(found('empty-standfirst', story({ standfirst: ' ' }))).toHaveLength(1);
  expect(found('empty-standfirst', story({ standfirst: '', kind: 'page' }))).toEqual([]);
  const steps = story({}, heading(2, 'One'), heading(4, 'Two'), heading(2, 'Three'), heading(3, 'Four'));
  expect(found('heading-levels', steps)).toEqual([
    '“Two” is a heading of level 4 right under one of level 2.',
  ]);
  expect(found('heading-levels', story({}, heading(3, 'First')))).toEqual([
    expect.stringContaining('none of level 2'),
  ]);
});

test('D11 pictures: description, credit and width, of the lead, of the text and of a gallery', () => {
  const checked = story(
    { lead: { width: 800 } },
    { type: 'gallery', content: [figure({ alt: '', caption: 'The old quay' }), figure({ width: 320 })] },
  );
  expect(found('missing-alt', checked)).toEqual([
    'The lead picture has no description for who cannot see it.',
    'The picture “The old quay” has no description for who cannot see it.',
  ]);
  expect(words('missing-credit', checked)).toEqual(['lead']);
  expect(found('small-picture', checked)).toEqual([
    expect.stringMatching(/lead picture is 800 pixels wide; under 1200/),
    expect.stringMatching(/Picture 2 of the text is 320 pixels wide; under 640/),
  ]);
});

test('D11 a dead link is said with its words and its place', () => {
  const linked = paragraph('');
  linked.content = [{ type: 'text', text: 'the map', marks: [{ type: 'link', attrs: { href: '/gone' } }] }];
  const checked = story(
    { deadLinks: new Map([['/gone', 'there is no such page here.']]) },
    paragraph('One.'),
    linked,
  );
  expect(checkStory(checked, ['dead-links'], defaultDeskCheck)).toEqual([
    {
      rule: 'dead-links',
      sentence: 'The link on “the map” is dead: there is no such page here.',
      place: { block: 1, words: 'the map' },
    },
  ]);
});

test('D11 an acronym wants words at its first use, before or after, once', () => {
  expect(words('unexplained-acronym', lines('The WMO warned. The WMO waited.'))).toEqual(['WMO']);
  for (const explained of [
    'The World Meteorological Organization (WMO) warned.',
    'The WMO, the World Meteorological Organization, warned.',
    'The WMO (World Meteorological Organization) warned.',
    'The Organization for Security and Co-operation in Europe (OSCE) met.',
    'Médecins Sans Frontières, or MSF, left.',
  ])
    expect(words('unexplained-acronym', lines(explained)), explained).toEqual([]);
  expect(
    words('unexplained-acronym', lines('The World Meteorological Organization met.', 'The WMO warned.')),
  ).toEqual([]);
});

test('D11 what is no acronym, or needs no explaining, is left alone', () => {
  for (const fine of [
    'The US, the UK, NATO and the EU met on TV at 9 PM.',
    'Louis XIV, Henry VIII and World War II.',
    'BREAKING NEWS FROM THE QUAY',
    'A sign said KEEP OUT of here.',
    'The A320 and the F-16 flew with COVID-19 aboard the B52s.',
    'I am OK, said he.',
  ])
    expect(words('unexplained-acronym', lines(fine)), fine).toEqual([]);
});

test('D11 names that differ by a letter or a hyphen are found where they are rarer', () => {
  expect(
    words(
      'name-spelling',
      lines('Then Katarina Nielsen left.', 'The police asked Nielsen.', 'But Nielson said no.'),
    ),
  ).toEqual(['Nielson']);
  expect(
    words('name-spelling', lines('Fighters of Al-Shabaab and of Al-Shabaab again.', 'They fear Al Shabaab.')),
  ).toEqual(['Al Shabaab']);
  expect(
    words('name-spelling', lines('In Port Stanley.', 'At Erdogan and Erdogan.', 'With Erdoğan.')),
  ).toEqual(['Erdoğan']);
  expect(words('name-spelling', lines('He met Mahmoud twice, Mahmoud.', 'And saw Mahmuod.'))).toEqual([
    'Mahmuod',
  ]);
});

test('D11 plurals, adjectives, possessives, sentence beginnings and two people are no misspelt names', () => {
  for (const fine of [
    'In Korea a Korean and many Koreans met Russia and a Russian, and America’s Americans.',
    'In Iraq and Iran, in Austria and Australia, in Slovakia and Slovenia.',
    'So said Ana Martinez. And so said Luis Martines. Then Ana Martinez left with Luis Martines.',
    'The bridge of Houston and Houston’s mayor.',
    'Winter came. Winner takes all, they say in Winter Park.',
    'On Monday and Sunday, in March.',
    'They said STOP and Stop again, in Stop Street.',
  ])
    expect(words('name-spelling', lines(fine)), fine).toEqual([]);
});
