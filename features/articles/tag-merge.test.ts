import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addresses, articleTags, revisions, tags } from '@/db/schema';
import { createTag, deleteTag, mergeTags, renameTag, restoreDeleted } from '@/features/taxonomy/commands';
import { listDeleted } from '@/features/taxonomy/queries';
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
  expect(await mergeTags(editor, { tagId: tides, intoId: tide })).toMatchObject({
    slug: 'tide',
    stories: 1,
  });
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

const titlesOn = async (tagId: number) =>
  (await listArticles(editor, listArticlesInput.parse({ tagId }))).lines.map(({ title }) => title).sort();
const targetOf = async (path: string) =>
  (await at.db.select().from(addresses).where(eq(addresses.path, path)))[0]?.target ?? null;
const keptOf = async (articleId: number) =>
  at.db
    .select({ tagId: articleTags.tagId, position: articleTags.position })
    .from(articleTags)
    .where(eq(articleTags.articleId, articleId))
    .orderBy(articleTags.position);

test('D17 a merge that is undone gives the tag its stories, address and old addresses back; later choices stay', async () => {
  const [rains, rain] = [await tag('Rains'), await tag('Rain')];
  await renameTag(editor, { tagId: rains, name: 'Rains', slug: 'downpours' });
  const both = await live('Rain both', [rains, rain, room.tag]);
  const one = await live('Rain one', [room.tag, rains]);
  const corrected = await live('Rain corrected', [rains, room.tag]);
  const refiled = await live('Rain refiled', [rains]);
  const draft = await write(editor, { title: 'Rain draft', tagIds: [rains] });
  const planned = await write(editor, { title: 'Rain planned', tagIds: [rains], sectionIds: [room.news] });
  const before = await Promise.all([both, one, corrected].map(({ id }) => keptOf(id)));

  const { deletedId } = await mergeTags(editor, { tagId: rains, intoId: rain });
  expect(await listDeleted(editor, rain)).toMatchObject([
    { name: 'Rains', deletedBy: 'editor 3', mergedInto: { id: rain, name: 'Rain' } },
  ]);
  const since = await live('Rain since', [rain]);
  // A typo is mended, with the tags as the editor is shown them; another story is filed anew on purpose.
  const shown = await findDraft(editor, corrected.id);
  await save(
    editor,
    { articleId: corrected.id, baseRevisionId: corrected.revisionId },
    {
      title: 'Rain corrected!',
      tagIds: shown?.content.tags.map(({ id }) => id) ?? [],
      sectionIds: [room.news],
    },
  );
  await publishArticle(editor, { articleId: corrected.id });
  await save(
    editor,
    { articleId: refiled.id, baseRevisionId: refiled.revisionId },
    { title: 'Rain refiled', tagIds: [room.tag], sectionIds: [room.news] },
  );
  await publishArticle(editor, { articleId: refiled.id });
  await renameTag(editor, { tagId: rain, name: 'Rain', slug: 'rainfall' });
  expect(await targetOf('tag/downpours')).toBe('/tag/rainfall');

  const event = await lastEvent(at);
  expect(await restoreDeleted(editor, { deletedId })).toEqual({ kind: 'tag', id: rains });
  expect([...(await staleSince(at, event))]).toEqual(
    expect.arrayContaining([cacheTags.tag(rain), cacheTags.tag(rains), cacheTags.path('/tag/downpours')]),
  );
  expect((await inTag(rains)).sort()).toEqual(['Rain both', 'Rain corrected!', 'Rain one']);
  expect((await inTag(rain)).sort()).toEqual(['Rain both', 'Rain since']);
  expect(await Promise.all([both, one, corrected].map(({ id }) => keptOf(id)))).toEqual(before);
  expect(await tagsOfPage(refiled.id)).toEqual(['Storm']);
  expect(await tagsOfPage(since.id)).toEqual(['Rain']);
  expect((await findDraft(editor, draft.id))?.content.tags).toEqual([{ id: rains, name: 'Rains' }]);
  expect(await titlesOn(rains)).toEqual([
    'Rain both',
    'Rain corrected!',
    'Rain draft',
    'Rain one',
    'Rain planned',
  ]);
  expect(await titlesOn(rain)).toEqual(['Rain both', 'Rain since']);
  expect(await targetOf('tag/downpours')).toBeNull();
  expect(await targetOf('tag/rains')).toBe('/tag/downpours');
  await publishArticle(editor, { articleId: planned.id });
  expect(await tagsOfPage(planned.id)).toEqual(['Rains']);
  const words = await at.db.execute<{ own: number; other: number }>(sql`
    select count(*) filter (where words @@ ${`'#${rains}'`}::tsquery)::int as own,
      count(*) filter (where words @@ ${`'#${rain}'`}::tsquery)::int as other
    from search_documents where article_id in ${[both.id, one.id, corrected.id, since.id]}`);
  expect(words[0]).toEqual({ own: 3, other: 2 });
});

test('D17 of chained merges the last is undone first, and each refusal says what is in the way', async () => {
  const [fog, mist, haze] = [await tag('Fog'), await tag('Mist'), await tag('Haze')];
  const made = await live('Grey', [fog]);
  const first = await mergeTags(editor, { tagId: fog, intoId: mist });
  const second = await mergeTags(editor, { tagId: mist, intoId: haze });
  const undo = (merge: { deletedId: number }) => restoreDeleted(editor, { deletedId: merge.deletedId });
  const sentence = async (merge: { deletedId: number }) => (await refusal(undo(merge))).message;
  expect(await sentence(first)).toBe('“Mist” was merged into “Haze” since. Undo that merge first.');
  await undo(second);
  expect(await tagsOfPage(made.id)).toEqual(['Mist']);

  const other = await createTag(editor, { name: 'FOG' });
  expect(await sentence(first)).toBe('Another tag has this name already.');
  const kept = await deleteTag(editor, { tagId: other.id });
  await at.db
    .insert(addresses)
    .values({ path: 'tag/fog', kind: 'redirect', target: '/news', byHand: true })
    .onConflictDoUpdate({ target: addresses.path, set: { target: '/news', byHand: true } });
  expect(await sentence(first)).toContain('set to lead to /news by hand since');
  await at.db.delete(addresses).where(eq(addresses.path, 'tag/fog'));
  const outcomes = await Promise.allSettled([undo(first), undo(first)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await tagsOfPage(made.id)).toEqual(['Fog']);
  expect((await refusal(restoreDeleted(editor, kept))).code).toBe('conflict');

  // The tag it became is in the trash: it has to be taken out first, and then gives the stories back.
  const [snow, sleet] = [await tag('Snow'), await tag('Sleet')];
  const third = await mergeTags(editor, { tagId: snow, intoId: sleet });
  const thrown = await deleteTag(editor, { tagId: sleet });
  expect(await sentence(third)).toBe('“Sleet” was deleted since. Take it out of the trash first.');
  await restoreDeleted(editor, thrown);
  await undo(third);
  expect((await at.db.select().from(tags).where(eq(tags.id, snow)))[0]?.slug).toBe('snow');
});
