import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addresses, revisions, tags } from '@/db/schema';
import { deleteTag, mergeTags } from '@/features/taxonomy/commands';
import { cacheTags } from '@/lib/cache-tags';
import { applyDuePublications, publishArticle, scheduleArticle } from './commands';
import { listArticlesInput } from './list-input';
import { listArticles } from './queries/desk';
import { findDraft } from './queries/draft';
import { findById } from './queries/site';
import { listStories } from './queries/story-lists';
import { inSeconds, lastEvent, openTestNewsroom, refusal, save, staleSince, write } from './testing';

const { at, room } = await openTestNewsroom();
const { editor } = room.as;

async function tag(name: string): Promise<number> {
  const [row] = await at.db.insert(tags).values({ name, slug: name.toLowerCase() }).returning();
  return row?.id ?? 0;
}
async function live(title: string, tagIds: number[]) {
  const made = await write(editor, { title, tagIds, sectionIds: [room.news] });
  await publishArticle(editor, { articleId: made.id });
  return made;
}
const inTag = async (tagId: number) =>
  (await listStories(editor, { of: 'tag', tagId })).stories.map(({ title }) => title);
const tagsOfPage = async (id: number) => {
  const found = await findById(editor, id);
  return found?.state === 'live' ? found.article.tags.map(({ name }) => name) : null;
};

test('D15 merged tags are one for readers, drafts, plans and search, and no revision is rewritten', async () => {
  const [tides, tide] = [await tag('Tides'), await tag('Tide')];
  const both = await live('Both', [tides, tide, room.tag]);
  const one = await live('One', [tides]);
  const draft = await write(editor, { title: 'Draft', tagIds: [tides] });
  const planned = await write(editor, { title: 'Planned', tagIds: [tides], sectionIds: [room.news] });
  await scheduleArticle(editor, { articleId: planned.id, effectiveAt: inSeconds(2) });
  const before = await at.db.select({ tagIds: revisions.tagIds }).from(revisions).orderBy(revisions.id);

  const event = await lastEvent(at);
  expect(await mergeTags(editor, { tagId: tides, intoId: tide })).toEqual({ slug: 'tide', stories: 1 });
  expect([...(await staleSince(at, event))]).toEqual(
    expect.arrayContaining([cacheTags.taxonomy, cacheTags.tag(tide), cacheTags.path('/tag/tides')]),
  );
  expect((await inTag(tide)).sort()).toEqual(['Both', 'One']);
  expect(await tagsOfPage(both.id)).toEqual(['Tide', 'Storm']);
  expect(await tagsOfPage(one.id)).toEqual(['Tide']);
  expect((await findDraft(editor, draft.id))?.content.tags).toEqual([{ id: tide, name: 'Tide' }]);
  const found = await listArticles(editor, listArticlesInput.parse({ tagId: tide }));
  expect(found.lines.map(({ title }) => title).sort()).toEqual(['Both', 'Draft', 'One', 'Planned']);
  const [redirect] = await at.db.select().from(addresses).where(eq(addresses.path, 'tag/tides'));
  expect(redirect).toMatchObject({ kind: 'redirect', target: '/tag/tide' });

  await expect
    .poll(
      async () => {
        await applyDuePublications(at.system);
        return tagsOfPage(planned.id);
      },
      { timeout: 10_000 },
    )
    .toEqual(['Tide']);
  expect(await inTag(tide)).toContain('Planned');
  expect(await at.db.select({ tagIds: revisions.tagIds }).from(revisions).orderBy(revisions.id)).toEqual(
    before,
  );
});

test('D15 who has the old tag open saves it without a refusal, and what was merged may be merged on', async () => {
  const [a, b, c] = [await tag('Ana'), await tag('Bea'), await tag('Cai')];
  const made = await live('Open', [a]);
  await mergeTags(editor, { tagId: a, intoId: b });
  await save(
    editor,
    { articleId: made.id, baseRevisionId: made.revisionId },
    { tagIds: [a, b], title: 'Open' },
  );
  expect((await findDraft(editor, made.id))?.content.tags.map(({ name }) => name)).toEqual(['Bea']);
  await mergeTags(editor, { tagId: b, intoId: c });
  expect(await tagsOfPage(made.id)).toEqual(['Cai']);
  const [redirect] = await at.db.select().from(addresses).where(eq(addresses.path, 'tag/ana'));
  expect(redirect?.target).toBe('/tag/cai');
  // Borne by way of the others, so it is not free to go.
  expect((await refusal(deleteTag(editor, { tagId: c }))).message).toContain('Stories bear this tag');
});

test('D15 a merge with itself or with what is gone is refused, and two merges at once end with one tag', async () => {
  const [x, y] = [await tag('Xen'), await tag('Yam')];
  expect((await refusal(mergeTags(editor, { tagId: x, intoId: x }))).code).toBe('invalid');
  expect((await refusal(mergeTags(editor, { tagId: x, intoId: 999_999 }))).code).toBe('not-found');
  const outcomes = await Promise.allSettled([
    mergeTags(editor, { tagId: x, intoId: y }),
    mergeTags(editor, { tagId: y, intoId: x }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
