import { describe, expect, test } from 'vitest';
import {
  articleAddress,
  articleState,
  articleStates,
  mayFollow,
  publishProblems,
  refusedAct,
  stageMoves,
  transitions,
} from './rules';

const at = new Date();
const plain = {
  stage: 'approved',
  trashedAt: null,
  killedAt: null,
  liveRevisionId: null,
  withdrawnAt: null,
} as const;

describe('D6 what an article is', () => {
  test.each([
    ['draft', { ...plain, stage: 'draft' }, []],
    ['in_review', { ...plain, stage: 'in_review' }, []],
    ['approved', plain, []],
    ['scheduled', plain, ['publish']],
    ['scheduled', { ...plain, withdrawnAt: at }, ['publish', 'withdraw']],
    ['approved', plain, ['withdraw']],
    ['live', { ...plain, liveRevisionId: 1 }, ['update']],
    ['live', { ...plain, liveRevisionId: 1, withdrawnAt: at }, []],
    ['withdrawn', { ...plain, withdrawnAt: at }, []],
    ['killed', { ...plain, killedAt: at, withdrawnAt: at }, ['publish']],
    ['trashed', { ...plain, trashedAt: at, killedAt: at }, []],
  ] as const)('D6 %s', (state, article, kinds) => {
    expect(
      articleState(
        article,
        kinds.map((kind) => ({ kind })),
      ),
    ).toBe(state);
  });

  test('D6 every act is refused in words wherever the table does not allow it', () => {
    const acts = Object.keys(transitions) as (keyof typeof transitions)[];
    for (const act of acts)
      for (const state of articleStates)
        if (!mayFollow(act, state))
          expect(refusedAct(act, state)).toMatch(
            /^This article (is|has been) .* cannot be [a-z ]+\. ?[A-Z]?/,
          );
    expect(acts.filter((act) => mayFollow(act, 'killed'))).toEqual(['trash', 'note']);
    expect(acts.filter((act) => mayFollow(act, 'trashed'))).toEqual(['restore']);
    expect(acts.filter((act) => mayFollow(act, 'draft') && !mayFollow(act, 'live'))).toEqual(['trash']);
  });

  test('D6 stages lead to each other and nowhere else', () => {
    for (const { from, to } of Object.values(stageMoves)) expect(from).not.toContain(to);
  });
});

test('R12 a story stands under its section, a staff page at the root', () => {
  expect(articleAddress({ sectionSlug: 'asia-pacific', slug: 'a' })).toBe('/asia-pacific/a');
  expect(articleAddress({ sectionSlug: null, slug: 'about' })).toBe('/about');
});

test('D11 what cannot go to print says why, a sentence a field', () => {
  const body = {
    type: 'doc' as const,
    content: [{ type: 'blockquote', content: [{ type: 'figure', attrs: { mediaId: null } }] }],
  };
  const empty = { title: '', slug: '', sectionIds: [], words: 0, body: { type: 'doc' as const } };
  expect(Object.keys(publishProblems('story', empty))).toEqual(['title', 'slug', 'sectionIds', 'body']);
  expect(Object.keys(publishProblems('page', empty))).toEqual(['title', 'slug', 'body']);
  expect(Object.keys(publishProblems('live', empty))).not.toContain('body');
  const whole = { title: 'T', slug: 't', sectionIds: [1], words: 3, body };
  expect(publishProblems('story', whole)).toEqual({ body: expect.stringContaining('picture') });
  expect(publishProblems('story', { ...whole, body: { type: 'doc' } })).toEqual({});
});
