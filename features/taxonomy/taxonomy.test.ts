import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { articles, revisions, userSections, users } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { findAddress } from '@/features/settings/queries';
import { emptyDocument } from '@/lib/rich-text/document';
import {
  createAuthor,
  createSection,
  createSeries,
  createTag,
  deleteAuthor,
  deleteSection,
  deleteSeries,
  deleteTag,
  editAuthor,
  editSection,
  editSeries,
  findOrCreateOwnAuthor,
  findOrCreateTags,
  moveSection,
  renameTag,
} from './commands';
import { createSectionInput, editSectionInput, moveSectionInput } from './input';
import { listSections, listSeries, listTagPage, listTags } from './queries';

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
    sql`truncate sections, tags, authors, series, addresses, users, articles, cache_events cascade`,
  );
});

const editor = () => at.as(staffActor('editor'));
const make = async (name: string, parentId: number | null = null) =>
  (await createSection(editor(), createSectionInput.parse({ name, parentId }))).sectionId;
const outline = async () =>
  (await listSections(at.reader)).map(({ name, depth }) => `${'-'.repeat(depth)}${name}`);
const staleTags = async () =>
  (await at.db.execute<{ tags: string[] }>(sql`select tags from cache_events order by id`)).flatMap(
    ({ tags }) => tags,
  );

/** A draft filed and signed like this: what makes a section, tag or author used without being live. */
async function draft(filing: { sectionIds?: number[]; tagIds?: number[]; authorIds?: number[] }) {
  const [article] = await at.db.insert(articles).values({}).returning();
  const articleId = article?.id ?? 0;
  const text = { slug: 'x', body: emptyDocument(), bodyVersion: 1, html: '', plainText: '', words: 0 };
  const [head] = await at.db
    .insert(revisions)
    .values({ articleId, ...text, ...filing })
    .returning();
  await at.db.update(articles).set({ headRevisionId: head?.id });
}

describe('sections', () => {
  test('D15 sections nest and keep the desk’s order', async () => {
    const news = await make('News');
    const sport = await make('Sport');
    await make('Asia-Pacific', news);
    const europe = await make('Europe', news);
    expect(await outline()).toEqual(['News', '-Asia-Pacific', '-Europe', 'Sport']);
    expect((await listSections(at.reader))[1]).toMatchObject({
      path: 'News › Asia-Pacific',
      slug: 'asia-pacific',
    });
    await moveSection(editor(), { sectionId: sport, parentId: null, beforeId: news });
    await moveSection(editor(), { sectionId: europe, parentId: sport, beforeId: null });
    expect(await outline()).toEqual(['Sport', '-Europe', 'News', '-Asia-Pacific']);
  });

  test('D15 a section cannot stand under itself or too deep, also when two moves cross', async () => {
    const a = await make('A');
    const b = await make('B', a);
    const c = await make('C', b);
    const d = await make('D', c);
    const refused = { code: 'invalid', fields: { parentId: expect.any(String) } };
    await expect(make('E', d)).rejects.toMatchObject(refused);
    await expect(moveSection(editor(), { sectionId: a, parentId: c, beforeId: null })).rejects.toMatchObject(
      refused,
    );
    const [x, y] = [await make('X'), await make('Y')];
    const both = await Promise.allSettled([
      moveSection(editor(), { sectionId: x, parentId: y, beforeId: null }),
      moveSection(editor(), { sectionId: y, parentId: x, beforeId: null }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await outline()).toHaveLength(6);
  });

  test('R12 a renamed section leaves a redirect, and every page goes stale', async () => {
    const sectionId = await make('Opinion');
    await at.db.execute(sql`truncate cache_events`);
    const { slug } = await editSection(editor(), {
      sectionId,
      name: 'Views',
      slug: 'views',
      description: '',
    });
    expect(slug).toBe('views');
    expect(await findAddress(at.reader, 'opinion')).toMatchObject({ kind: 'redirect', target: '/views' });
    expect(await findAddress(at.reader, 'views')).toMatchObject({ kind: 'section', sectionId });
    expect(await staleTags()).toEqual(expect.arrayContaining(['site', 'path:/opinion', 'path:/views']));
  });

  test('D15 an address that is taken or reserved is refused with a sentence for it', async () => {
    await make('News');
    for (const [slug, sentence] of [
      ['news', 'already'],
      ['admin', 'answers'],
    ])
      await expect(
        createSection(editor(), createSectionInput.parse({ name: 'Other', slug, parentId: null })),
      ).rejects.toMatchObject({
        code: 'conflict',
        fields: { slug: expect.stringContaining(sentence ?? '') },
      });
    expect(createSectionInput.safeParse({ name: 'Other', slug: 'No Slug!' }).error?.issues[0]?.path).toEqual([
      'slug',
    ]);
    await expect(make('!!!')).rejects.toMatchObject({ fields: { slug: expect.any(String) } });
    expect(await outline()).toEqual(['News']);
  });

  test('D15 only an empty section can be deleted; its address is free then', async () => {
    const news = await make('News');
    const asia = await make('Asia', news);
    const [person] = await at.db
      .insert(users)
      .values({ email: 'e@x.example', name: 'E', role: 'editor' })
      .returning();
    const refusal = () => deleteSection(editor(), { sectionId: asia }).catch((error) => error.message);
    await expect(deleteSection(editor(), { sectionId: news })).rejects.toMatchObject({ code: 'conflict' });
    await at.db.insert(userSections).values({ userId: person?.id ?? 0, sectionId: asia });
    expect(await refusal()).toContain('An editor is kept');
    await at.db.execute(sql`truncate user_sections`);
    await draft({ sectionIds: [asia] });
    expect(await refusal()).toContain('One story is filed');
    await at.db.execute(sql`truncate articles cascade`);
    await deleteSection(editor(), { sectionId: asia });
    expect(await findAddress(at.reader, 'asia')).toBeNull();
    await make('Asia');
  });

  test.each([
    [createSectionInput, { name: ['a'], parentId: '' }],
    [createSectionInput, { name: 'A', parentId: 'x' }],
    [editSectionInput, { name: 'A', sectionId: '1e3' }],
    [editSectionInput, { name: 'x'.repeat(1_000_000), sectionId: 1 }],
    [moveSectionInput, { sectionId: 1, parentId: ['1', '2'], beforeId: '' }],
    [moveSectionInput, { sectionId: 2 ** 53, parentId: '', beforeId: '' }],
  ])('D15 input of the wrong kind is refused: %#', (shape, sent) => {
    expect(shape.safeParse(sent).success).toBe(false);
  });
});

describe('tags', () => {
  test('D15 typed names find their tags in any capitals and make the missing ones, once', async () => {
    const [storm] = await findOrCreateTags(editor(), ['Storm']);
    const found = await findOrCreateTags(editor(), ['FLOOD', 'storm', 'flood', 'Überflutung', '洪水', '🌊']);
    expect(found.map(({ name }) => name)).toEqual(['FLOOD', 'Storm', 'Überflutung', '洪水', '🌊']);
    expect(found[1]?.id).toBe(storm?.id);
    expect(found.map(({ slug }) => slug)).toEqual(['flood', 'storm', 'uberflutung', 'hong-shui', 'ocean']);
    const both = await Promise.all([
      createTag(editor(), { name: 'Rain' }),
      createTag(editor(), { name: 'rain' }),
    ]);
    expect(both[0].id).toBe(both[1].id);
    const alike = await Promise.all(['C', 'C#', 'C++'].map((name) => createTag(editor(), { name })));
    expect(alike.map(({ slug }) => slug).sort()).toEqual(['c', 'c-2', 'c-3']);
  });

  test('R12 a renamed tag leaves a redirect, and the old address is not given to another', async () => {
    const { id: tagId } = await createTag(editor(), { name: 'Storm' });
    await renameTag(editor(), { tagId, name: 'Storms', slug: 'storms' });
    expect(await findAddress(at.reader, 'tag/storm')).toMatchObject({ target: '/tag/storms' });
    expect(await createTag(editor(), { name: 'Storm' })).toMatchObject({ slug: 'storm-2' });
    await renameTag(editor(), { tagId, name: 'Tempests', slug: 'tempests' });
    expect(await findAddress(at.reader, 'tag/storm')).toMatchObject({ target: '/tag/tempests' });
    await expect(renameTag(editor(), { tagId, name: 'STORM', slug: '' })).rejects.toMatchObject({
      fields: { name: expect.stringContaining('already') },
    });
  });

  test('D15 a tag that a draft bears stays, an unused one goes', async () => {
    const { id: tagId } = await createTag(editor(), { name: 'Storm' });
    await draft({ tagIds: [tagId] });
    await expect(deleteTag(editor(), { tagId })).rejects.toMatchObject({ code: 'conflict' });
    await at.db.execute(sql`truncate articles cascade`);
    await at.db.execute(sql`truncate cache_events`);
    await deleteTag(editor(), { tagId });
    expect(await listTags(at.reader)).toEqual([]);
    // R16: it may stand in a menu, on every page.
    expect((await at.db.execute(sql`select tags from cache_events`)).flatMap(({ tags }) => tags)).toContain(
      'taxonomy',
    );
  });

  test('D15 the list pages by key and finds a part of a name as it is written', async () => {
    await findOrCreateTags(editor(), [
      ...Array.from({ length: 60 }, (_, i) => `Tag ${i}`),
      '100% wool',
      '1000',
    ]);
    const first = await listTagPage(at.reader, {});
    const second = await listTagPage(at.reader, { after: first.next ?? 0 });
    expect([first.tags.length, second.tags.length, second.next]).toEqual([50, 12, null]);
    expect(new Set([...first.tags, ...second.tags].map(({ id }) => id)).size).toBe(62);
    expect((await listTagPage(at.reader, { matching: '100%' })).tags).toMatchObject([
      { name: '100% wool', stories: 0 },
    ]);
    expect((await listTagPage(at.reader, { matching: "'; drop table tags" })).tags).toEqual([]);
  });
});

describe('authors', () => {
  const input = { name: 'Ada Byron', slug: '', bio: '', userId: null };

  test('D15 two authors may have one name, each with an address of their own', async () => {
    expect(await createAuthor(editor(), input)).toMatchObject({ slug: 'ada-byron' });
    expect(await createAuthor(editor(), input)).toMatchObject({ slug: 'ada-byron-2' });
    await expect(createAuthor(editor(), { ...input, slug: 'ada-byron' })).rejects.toMatchObject({
      fields: { slug: expect.any(String) },
    });
  });

  test('D15 a person’s byline is made once, with her first story', async () => {
    const [person] = await at.db
      .insert(users)
      .values({ email: 'm@x.example', name: 'Mary', role: 'author' })
      .returning();
    const her = at.as(staffActor('author', { id: person?.id ?? 0, name: 'Mary' }));
    const both = await Promise.all([findOrCreateOwnAuthor(her), findOrCreateOwnAuthor(her)]);
    expect(both[0]).toMatchObject({ name: 'Mary', slug: 'mary', userId: person?.id });
    expect(both[0].id).toBe(both[1].id);
    await expect(createAuthor(editor(), { ...input, userId: person?.id ?? 0 })).rejects.toMatchObject({
      fields: { userId: expect.stringContaining('already') },
    });
  });

  test('R12 a changed author address redirects; a byline that signs a draft stays', async () => {
    const { authorId } = await createAuthor(editor(), input);
    await editAuthor(editor(), { ...input, authorId, name: 'Ada Lovelace', slug: 'ada-lovelace' });
    expect(await findAddress(at.reader, 'author/ada-byron')).toMatchObject({
      target: '/author/ada-lovelace',
    });
    await draft({ authorIds: [authorId] });
    await expect(deleteAuthor(editor(), { authorId })).rejects.toMatchObject({ code: 'conflict' });
    await at.db.execute(sql`truncate articles cascade`);
    await deleteAuthor(editor(), { authorId });
  });
});

test('D15 a series is made, renamed with a redirect, and deleted while nothing is in it', async () => {
  const wish = { name: 'The Harbour', slug: '', description: 'In parts.' };
  const { seriesId, slug } = await createSeries(editor(), wish);
  expect(slug).toBe('the-harbour');
  await expect(createSeries(editor(), { ...wish, name: 'the harbour', slug: 'other' })).rejects.toMatchObject(
    {
      code: 'conflict',
      fields: { name: expect.any(String) },
    },
  );
  await expect(createSeries(editor(), { ...wish, name: 'Other', slug })).rejects.toMatchObject({
    fields: { slug: expect.any(String) },
  });
  await editSeries(editor(), { seriesId, name: 'The Quay', slug: 'the-quay', description: '' });
  expect(await findAddress(at.system, 'series/the-harbour')).toMatchObject({
    kind: 'redirect',
    target: '/series/the-quay',
  });
  await deleteSeries(editor(), { seriesId });
  expect(await listSeries(at.system)).toEqual([]);
});
