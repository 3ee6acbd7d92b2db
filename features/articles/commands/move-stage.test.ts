import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { articleSections } from '@/db/schema';
import {
  findArticle,
  inSeconds,
  lastEvent,
  openTestNewsroom,
  refusal,
  staleSince,
  stateOf,
  story,
  write,
} from '../testing';
import {
  addCorrection,
  applyDuePublications,
  approveArticle,
  cancelPublication,
  killArticle,
  publishArticle,
  returnToDraft,
  saveDraft,
  scheduleArticle,
  setCommentPolicy,
  setEmbargo,
  submitForReview,
  trashArticle,
  withdrawArticle,
} from './index';

const { at, room } = await openTestNewsroom();
beforeEach(() => at.setClock(0));

const desk = () => room.as.editor;
const ready = (more: Parameters<typeof write>[1] = {}) =>
  write(desk(), {
    sectionIds: [room.asia, room.news],
    tagIds: [room.tag],
    authorIds: [room.author],
    ...more,
  });

describe('D6 between desks', () => {
  test('D6 a draft is submitted, approved and returned by those who may', async () => {
    const draft = await write(room.as.contributor, { sectionIds: [room.news] });
    const on = { articleId: draft.id };
    expect((await refusal(approveArticle(room.as.author, on))).code).toBe('forbidden');
    expect(await submitForReview(room.as.contributor, on)).toEqual({ stage: 'in_review' });
    expect((await refusal(submitForReview(room.as.contributor, on))).message).toMatch(/submitted already/);
    expect(await approveArticle(desk(), on)).toEqual({ stage: 'approved' });
    expect(await returnToDraft(desk(), on)).toEqual({ stage: 'draft' });
    const nameless = await write(room.as.contributor, { title: '' });
    expect(
      (await refusal(submitForReview(room.as.contributor, { articleId: nameless.id }))).fields,
    ).toHaveProperty('title');
  });

  test('A3 with the id of another’s story nobody below editor does anything to it', async () => {
    const others = await ready();
    const { publicationId } = await scheduleArticle(desk(), {
      articleId: others.id,
      effectiveAt: inSeconds(600),
    });
    const articleId = others.id;
    for (const actor of [room.as.contributor, room.as.author, at.reader])
      for (const attempt of [
        () => publishArticle(actor, { articleId }),
        () => scheduleArticle(actor, { articleId, effectiveAt: inSeconds(60), replace: true }),
        () => cancelPublication(actor, { publicationId }),
        () => withdrawArticle(actor, { articleId }),
        () => killArticle(actor, { articleId }),
        () => trashArticle(actor, { articleId }),
        () => addCorrection(actor, { articleId, text: 'x' }),
        () => setCommentPolicy(actor, { articleId, policy: 'closed' }),
        () => setEmbargo(actor, { articleId, embargoAt: null }),
        () => approveArticle(actor, { articleId }),
        () => applyDuePublications(actor),
      ])
        expect((await refusal(attempt())).code).toBe('forbidden');
    expect(await stateOf(at, articleId)).toBe('scheduled');
    const sportEditor = await room.person('editor', [room.sport]);
    expect((await refusal(killArticle(sportEditor, { articleId }))).code).toBe('forbidden');
  });

  test('D12 a correction belongs to what readers have seen, and shows at once', async () => {
    const made = await ready();
    expect((await refusal(addCorrection(desk(), { articleId: made.id, text: 'Wrong.' }))).message).toMatch(
      /cannot be corrected/,
    );
    await publishArticle(desk(), { articleId: made.id });
    const before = await lastEvent(at);
    await addCorrection(desk(), { articleId: made.id, text: 'The year was 1996.', passage: 'Some words' });
    expect(await staleSince(at, before)).toContain(`article:${made.id}`);
  });

  test('C6 comments are closed for one article and its page hears of it', async () => {
    const made = await ready();
    const before = await lastEvent(at);
    await setCommentPolicy(desk(), { articleId: made.id, policy: 'closed' });
    expect(await findArticle(at, made.id)).toMatchObject({ commentPolicy: 'closed' });
    expect(await staleSince(at, before)).toEqual(new Set([`article:${made.id}`, `comments:${made.id}`]));
  });

  test('D6 two who publish and kill at once leave one whole state', async () => {
    for (let round = 0; round < 5; round++) {
      const made = await ready();
      await Promise.allSettled([
        publishArticle(desk(), { articleId: made.id }),
        killArticle(desk(), { articleId: made.id }),
        saveDraft(desk(), { ...emptySave, articleId: made.id, baseRevisionId: made.revisionId }),
      ]);
      const state = await stateOf(at, made.id);
      expect(state).toBe('killed');
      expect(
        await at.db.select().from(articleSections).where(eq(articleSections.articleId, made.id)),
      ).toEqual([]);
    }
  });
});

const emptySave = {
  title: 'Raced',
  standfirst: '',
  slug: undefined,
  lang: null,
  body: story('x'),
  leadMediaId: null,
  leadAlt: '',
  leadCaption: '',
  leadCredit: '',
  sectionIds: [],
  tagIds: [],
  authorIds: [],
  seriesId: null,
};
