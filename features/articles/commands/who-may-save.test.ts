import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { articles } from '@/db/schema';
import { openTestNewsroom, refusal, save, write } from '../testing';
import { assignArticle, createArticle, publishArticle } from './index';

const { at, room } = await openTestNewsroom();

describe('A3 who may save', () => {
  test('A3 a contributor writes her own until it is live, nobody else’s, and starts no staff page', async () => {
    const own = await write(room.as.contributor, { sectionIds: [room.news] });
    const others = await write(room.as.author);
    const on = { articleId: others.id, baseRevisionId: others.revisionId };
    expect((await refusal(save(room.as.contributor, on, { title: 'Mine now' }))).code).toBe('forbidden');
    expect((await refusal(createArticle(room.as.contributor, { kind: 'page' }))).code).toBe('forbidden');
    expect((await refusal(publishArticle(room.as.contributor, { articleId: own.id }))).code).toBe(
      'forbidden',
    );
    await publishArticle(room.as.editor, { articleId: own.id });
    const live = { articleId: own.id, baseRevisionId: own.revisionId };
    expect((await refusal(save(room.as.contributor, live, { title: 'Changed' }))).code).toBe('forbidden');
    expect((await refusal(save(at.reader, live))).message).toContain('signed out');
    expect((await refusal(save(at.reader, { articleId: 99_999, baseRevisionId: 1 }))).code).toBe('forbidden');
  });

  test('A3 a section editor stays within her sections, before and after', async () => {
    const sportEditor = await room.person('editor', [room.sport]);
    const inNews = await write(room.as.author, { sectionIds: [room.news] });
    expect(
      (
        await refusal(
          save(
            sportEditor,
            { articleId: inNews.id, baseRevisionId: inNews.revisionId },
            { sectionIds: [room.sport] },
          ),
        )
      ).code,
    ).toBe('forbidden');
    const inSport = await write(room.as.author, { sectionIds: [room.sport] });
    const base = { articleId: inSport.id, baseRevisionId: inSport.revisionId };
    expect((await refusal(save(sportEditor, base, { sectionIds: [room.news], title: 'Away' }))).code).toBe(
      'forbidden',
    );
    expect(
      (await save(sportEditor, base, { sectionIds: [room.news, room.sport] })).revisionId,
    ).toBeGreaterThan(base.baseRevisionId);
  });

  test('D6 an assignee edits it as her own; an edit by one who may not approve undoes an approval', async () => {
    const helper = await room.person('contributor');
    const { id, revisionId } = await write(room.as.author, { sectionIds: [room.news] });
    expect(
      (await refusal(assignArticle(room.as.author, { articleId: id, assigneeId: helper.actor.id }))).code,
    ).toBe('forbidden');
    await assignArticle(room.as.editor, { articleId: id, assigneeId: helper.actor.id });
    await at.db.update(articles).set({ stage: 'approved' }).where(eq(articles.id, id));
    await save(
      helper,
      { articleId: id, baseRevisionId: revisionId },
      { title: 'By the helper', sectionIds: [room.news] },
    );
    const [row] = await at.db.select({ stage: articles.stage }).from(articles).where(eq(articles.id, id));
    expect(row?.stage).toBe('in_review');
    expect(
      (await refusal(assignArticle(room.as.editor, { articleId: id, assigneeId: 99_999 }))).fields,
    ).toHaveProperty('assigneeId');
  });
});
