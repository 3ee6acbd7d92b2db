import { expect, test } from 'vitest';
import { createSeries, deleteSeries, moveInSeries } from '@/features/taxonomy/commands';
import { cacheTags } from '@/lib/cache-tags';
import { openPressNotes, withPressNotes } from '@/lib/press-notes';
import { killArticle, publishArticle, restoreRevision, withdrawArticle } from '../commands';
import { findById } from '../queries/site';
import { lastEvent, openTestNewsroom, refusal, save, staleSince, write } from '../testing';
import { readArticle } from './article';
import { readSeriesPage } from './lists';

const { at, room } = await openTestNewsroom();

const partsOf = async (id: number) => {
  const found = await findById(at.system, id);
  return found?.state === 'live' ? found.article.series?.parts.map(({ title }) => title) : found?.state;
};

async function asked<T>(work: () => Promise<T>) {
  const notes = openPressNotes();
  return { found: await withPressNotes(notes, work), tags: notes.tags };
}

test('R2 D15 the parts of a series name each other, and turn when another goes live, is moved, retold or taken back', async () => {
  const editor = room.as.editor;
  const { seriesId, slug } = await createSeries(editor, {
    name: 'The Quay',
    slug: '',
    description: 'In parts.',
  });
  const part = (title: string) => write(editor, { title, sectionIds: [room.news], seriesId });
  const [one, two, three] = [await part('One'), await part('Two'), await part('Three')];
  await publishArticle(editor, { articleId: one.id });
  await publishArticle(editor, { articleId: two.id });
  const page = await asked(() => readArticle(`/news/${one.slug}`));
  expect(page.tags).toContain(cacheTags.series(seriesId));
  expect(page.tags).toContain(cacheTags.shown(two.id));
  expect(await partsOf(one.id)).toEqual(['One', 'Two']);

  // Part three: the pages of the first two carry the tag that turns.
  const before = await lastEvent(at);
  await publishArticle(editor, { articleId: three.id });
  expect(await staleSince(at, before)).toContain(cacheTags.series(seriesId));
  expect(await partsOf(one.id)).toEqual(['One', 'Two', 'Three']);

  await moveInSeries(editor, { seriesId, articleId: three.id, beforeId: one.id });
  expect(await partsOf(two.id)).toEqual(['Three', 'One', 'Two']);
  const { found, tags } = await asked(() => readSeriesPage(`/series/${slug}`));
  expect(found.state === 'live' && found.series.stories.map(({ title }) => title)).toEqual([
    'Three',
    'One',
    'Two',
  ]);
  expect(tags).toContain(cacheTags.series(seriesId));

  // A draft changes nothing for readers until it is published.
  const { revisionId } = await save(
    editor,
    { articleId: two.id, baseRevisionId: two.revisionId },
    { title: 'Two, retold', sectionIds: [room.news], seriesId: null },
  );
  expect(await partsOf(one.id)).toEqual(['Three', 'One', 'Two']);
  const left = await lastEvent(at);
  await publishArticle(editor, { articleId: two.id });
  expect(await staleSince(at, left)).toContain(cacheTags.series(seriesId));
  expect(await partsOf(one.id)).toEqual(['Three', 'One']);
  expect(await partsOf(two.id)).toBeUndefined();
  await restoreRevision(editor, {
    articleId: two.id,
    baseRevisionId: revisionId,
    revisionId: two.revisionId,
  });
  await publishArticle(editor, { articleId: two.id });
  expect(await partsOf(one.id)).toEqual(['Three', 'One', 'Two']);

  await withdrawArticle(editor, { articleId: three.id });
  await killArticle(editor, { articleId: two.id, reason: '' });
  expect(await partsOf(one.id)).toEqual(['One']);
  expect((await refusal(deleteSeries(editor, { seriesId }))).code).toBe('conflict');
  await expect(
    save(editor, { articleId: one.id, baseRevisionId: one.revisionId }, { title: 'x', seriesId: 999_999 }),
  ).rejects.toMatchObject({ fields: { seriesId: expect.any(String) } });
});

test('R12 the name of a series stays at the desk until its first part is live, and again when none is', async () => {
  const editor = room.as.editor;
  const { seriesId, slug } = await createSeries(editor, {
    name: 'Bribes',
    slug: '',
    description: 'Who took.',
  });
  const part = await write(editor, { title: 'Bribe one', sectionIds: [room.news], seriesId });
  const before = await asked(() => readSeriesPage(`/series/${slug}`));
  expect(before.found).toEqual({ state: 'missing' });
  // Kept so, the page turns with the first part.
  expect(before.tags).toContain(cacheTags.series(seriesId));
  await publishArticle(editor, { articleId: part.id });
  expect((await readSeriesPage(`/series/${slug}`)).state).toBe('live');
  await withdrawArticle(editor, { articleId: part.id });
  expect((await readSeriesPage(`/series/${slug}`)).state).toBe('missing');
});

test('R12 a series that is not there is missing, a renamed one moves', async () => {
  expect((await readSeriesPage('/series/nothing')).state).toBe('missing');
});
