import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { slugs } from '@/db/schema';
import { openTestNewsroom, refusal, save, write } from '../testing';
import { createArticle, publishArticle, scheduleArticle } from './index';

const { at, room } = await openTestNewsroom();

describe('R12 slugs', () => {
  test('R12 one is made of the headline and follows it until the story has been live', async () => {
    const draft = await write(room.as.editor, { title: 'Harbour opens', sectionIds: [room.news] });
    expect(draft.slug).toBe('harbour-opens');
    const renamed = await save(
      room.as.editor,
      { articleId: draft.id, baseRevisionId: draft.revisionId },
      { title: 'Harbour closes', sectionIds: [room.news] },
    );
    expect(renamed.slug).toBe('harbour-closes');
    expect(await at.db.select().from(slugs).where(eq(slugs.slug, 'harbour-opens'))).toEqual([]);
    await publishArticle(room.as.editor, { articleId: draft.id });
    const live = await save(
      room.as.editor,
      { articleId: draft.id, baseRevisionId: renamed.revisionId },
      { title: 'Harbour burns', sectionIds: [room.news] },
    );
    expect(live.slug).toBe('harbour-closes');
  });

  test('R12 headlines alike number themselves and keep their number', async () => {
    const first = await write(room.as.editor, { title: 'Same title' });
    const second = await write(room.as.editor, { title: 'Same title' });
    expect([first.slug, second.slug]).toEqual(['same-title', 'same-title-2']);
    const again = await save(
      room.as.editor,
      { articleId: second.id, baseRevisionId: second.revisionId },
      { title: 'Same title', standfirst: 'Changed' },
    );
    expect(again.slug).toBe('same-title-2');
    const nameless = await write(room.as.editor, { title: '—' });
    expect(nameless.slug).toBe(String(nameless.id));
  });

  test('R12 a typed one that is taken is refused with a free suggestion, also when two claim it at once', async () => {
    await write(room.as.editor, { slug: 'taken-slug' });
    const { id, revisionId } = await createArticle(room.as.editor, {});
    const refused = await refusal(
      save(room.as.editor, { articleId: id, baseRevisionId: revisionId }, { slug: 'taken-slug' }),
    );
    expect(refused.code).toBe('conflict');
    expect(refused.fields.slug).toContain('taken-slug-2');
    expect(refused.detail).toEqual({ suggestion: 'taken-slug-2' });

    const drafts = await Promise.all(Array.from({ length: 8 }, () => createArticle(room.as.editor, {})));
    const race = await Promise.allSettled(
      drafts.map((draft) =>
        save(room.as.editor, { articleId: draft.id, baseRevisionId: draft.revisionId }, { slug: 'raced' }),
      ),
    );
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const titles = await Promise.all(
      drafts.map((draft, n) =>
        save(
          room.as.editor,
          { articleId: draft.id, baseRevisionId: draft.revisionId },
          { title: 'Raced title', standfirst: `${n}`, slug: undefined },
        ).catch(() => null),
      ),
    );
    const made = titles.flatMap((saved) => saved?.slug ?? []);
    expect(new Set(made).size).toBe(made.length);
    expect(made.length).toBeGreaterThanOrEqual(7);
  });

  test('R12 the slug of a planned version is not freed for others', async () => {
    const planned = await write(room.as.editor, { slug: 'planned-slug', sectionIds: [room.news] });
    await scheduleArticle(room.as.editor, {
      articleId: planned.id,
      effectiveAt: new Date(Date.now() + 3_600_000),
    });
    await save(
      room.as.editor,
      { articleId: planned.id, baseRevisionId: planned.revisionId },
      { slug: 'another-slug', sectionIds: [room.news] },
    );
    const { id, revisionId } = await createArticle(room.as.editor, {});
    const refused = await refusal(
      save(room.as.editor, { articleId: id, baseRevisionId: revisionId }, { slug: 'planned-slug' }),
    );
    expect(refused.fields).toHaveProperty('slug');
  });
});
