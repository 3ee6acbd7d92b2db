import { desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { authors, deletedShelves, sections, series, tagMerges, tags, users } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { findAddress } from '@/features/settings/queries';
import {
  createAuthor,
  createSection,
  createSeries,
  createTag,
  deleteAuthor,
  deleteSection,
  deleteSeries,
  deleteTag,
  editSection,
  mergeTags,
  restoreDeleted,
} from './commands';
import { listDeleted } from './queries';

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});
beforeEach(async () => {
  await at.db.execute(
    sql`truncate sections, tags, authors, series, addresses, users, articles, cache_events, deleted_shelves cascade`,
  );
});

const section = (name: string, parentId: number | null = null) =>
  createSection(at.system, { name, slug: '', description: `${name} and more`, parentId });
const staleNow = async () =>
  (await at.db.execute<{ tags: string[] }>(sql`select tags from cache_events order by id desc limit 1`))[0]
    ?.tags;

test('D17 a deleted tag is gone at once, and put back under its number with the tags that had become it', async () => {
  const [floods, flood] = [
    await createTag(at.system, { name: 'Floods' }),
    await createTag(at.system, { name: 'Flood' }),
  ];
  await mergeTags(at.system, { tagId: floods.id, intoId: flood.id });
  const kept = await deleteTag(at.system, { tagId: flood.id });
  expect(await at.db.$count(tags)).toBe(0);
  expect(await at.db.$count(tagMerges)).toBe(0);
  expect(await staleNow()).toContain('path:/tag/flood');

  await restoreDeleted(at.system, kept);
  expect(await at.db.select().from(tags)).toEqual([flood]);
  expect(await at.db.select().from(tagMerges)).toMatchObject([{ fromId: floods.id, tagId: flood.id }]);
  expect(await staleNow()).toEqual(
    expect.arrayContaining(['taxonomy', `tag:${flood.id}`, 'path:/tag/flood']),
  );
  // The merge itself can still be undone.
  expect(await listDeleted(at.system)).toMatchObject([{ name: 'Floods', mergedInto: { id: flood.id } }]);
  await expect(restoreDeleted(at.system, kept)).rejects.toMatchObject({ code: 'not-found' });
});

test('D17 a section comes back where it stood, at its address and with its old ones', async () => {
  const [{ sectionId: news }, { sectionId: sport }] = [await section('News'), await section('Sport')];
  const { sectionId } = await section('City', news);
  await editSection(at.system, { sectionId, name: 'City', slug: 'town', description: 'Streets' });
  const [before] = await at.db.select().from(sections).where(eq(sections.id, sectionId));
  const kept = await deleteSection(at.system, { sectionId });
  expect(await findAddress(at.reader, 'town')).toBeNull();
  await restoreDeleted(at.system, kept);
  expect(await at.db.select().from(sections).where(eq(sections.id, sectionId))).toEqual([before]);
  expect(await findAddress(at.reader, 'town')).toMatchObject({ kind: 'section', sectionId });
  expect(await findAddress(at.reader, 'city')).toMatchObject({ kind: 'redirect', target: '/town' });

  // What it stood under is gone by then: it stands on top.
  const again = await deleteSection(at.system, { sectionId });
  await deleteSection(at.system, { sectionId: news });
  await restoreDeleted(at.system, again);
  expect(
    await at.db
      .select({ id: sections.id, parentId: sections.parentId })
      .from(sections)
      .orderBy(desc(sections.id)),
  ).toEqual([
    { id: sectionId, parentId: null },
    { id: sport, parentId: null },
  ]);
});

test('D17 a series keeps its order, and a byline its login unless that signs by another name now', async () => {
  const [user] = await at.db
    .insert(users)
    .values({ email: 'a@x.example', name: 'Ada', role: 'author' })
    .returning();
  const userId = user?.id ?? 0;
  const { seriesId } = await createSeries(at.system, { name: 'Tides', slug: '', description: 'Six parts' });
  await at.db.update(series).set({ storyIds: [7, 3] });
  const { authorId } = await createAuthor(at.system, { name: 'Ada', slug: '', bio: 'Sails', userId });
  const [keptSeries, keptAuthor] = [
    await deleteSeries(at.system, { seriesId }),
    await deleteAuthor(at.system, { authorId }),
  ];
  await restoreDeleted(at.system, keptSeries);
  await restoreDeleted(at.system, keptAuthor);
  expect(await at.db.select().from(series)).toMatchObject([
    { id: seriesId, storyIds: [7, 3], description: 'Six parts' },
  ]);
  expect(await at.db.select().from(authors)).toMatchObject([{ id: authorId, bio: 'Sails', userId }]);

  const again = await deleteAuthor(at.system, { authorId });
  await createAuthor(at.system, { name: 'A. Lovelace', slug: '', bio: '', userId });
  await restoreDeleted(at.system, again);
  expect(await at.db.select().from(authors).where(eq(authors.id, authorId))).toMatchObject([
    { userId: null },
  ]);
});

test('D17 what has its name or address by now is named, and the deleted one waits', async () => {
  const editor = at.as(staffActor('editor', { id: 4 }));
  await at.db.execute(
    sql`insert into users (id, email, name, role) overriding system value values (4, 'e@x.example', 'Ed', 'editor')`,
  );
  const tag = await createTag(editor, { name: 'Flood' });
  const kept = await deleteTag(editor, { tagId: tag.id });
  const other = await createTag(editor, { name: 'flood' });
  await expect(restoreDeleted(editor, kept)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/has this (name|address) already/),
  });
  expect(await listDeleted(editor)).toMatchObject([
    { kind: 'tag', name: 'Flood', slug: 'flood', deletedBy: 'Test Person' },
  ]);
  await deleteTag(editor, { tagId: other.id });
  await restoreDeleted(editor, kept);
  expect(await at.db.select().from(tags)).toEqual([tag]);

  const { sectionId } = await section('City');
  const keptSection = await deleteSection(editor, { sectionId });
  await section('City');
  await expect(restoreDeleted(editor, keptSection)).rejects.toMatchObject({ code: 'conflict' });
  expect(await at.db.$count(deletedShelves)).toBe(2);
});
