import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { revisions } from '@/db/schema';
import { updateMedia } from '@/features/media/commands';
import {
  createAuthor,
  createSection,
  deleteTag,
  editAuthor,
  editSection,
  findOrCreateTags,
  mergeTags,
  renameTag,
  restoreDeleted,
} from '@/features/taxonomy/commands';
import {
  addCorrection,
  amendCorrection,
  approveArticle,
  nameRevision,
  publishArticle,
  removeCorrection,
  restoreRevision,
  returnToDraft,
  submitForReview,
  withdrawArticle,
} from '../commands';
import { compareVersions } from '../compare-versions';
import { openTestNewsroom, refusal, save, story, write } from '../testing';
import { findArticleAsSeen } from './as-seen';
import { findHistoryHead, findVersions, listFilingNames, listVersions } from './history';

const { at, room } = await openTestNewsroom();

test('D9 what was named, submitted, approved, published, updated and brought back stands on its version', async () => {
  const { editor } = room.as;
  const first = await write(editor, { sectionIds: [room.news] });
  const on = { articleId: first.id };
  await nameRevision(editor, { ...on, revisionId: first.revisionId, milestone: 'To the lawyer' });
  await submitForReview(editor, on);
  await returnToDraft(editor, on);
  const second = await save(
    editor,
    { ...on, baseRevisionId: first.revisionId },
    { sectionIds: [room.news], body: story('Two.') },
  );
  await approveArticle(editor, on);
  await publishArticle(editor, on);
  const third = await restoreRevision(editor, {
    ...on,
    baseRevisionId: second.revisionId,
    revisionId: first.revisionId,
  });
  await publishArticle(editor, on);
  const { groups, next } = await listVersions(editor, on);
  expect(next).toBeNull();
  const kinds = groups.map(({ newest, others }) => [
    newest.id,
    newest.marks.map(({ kind }) => kind),
    others.length,
  ]);
  expect(kinds).toEqual([
    [third.revisionId, ['restored', 'update'], 0],
    [second.revisionId, ['approved', 'publish'], 0],
    [first.revisionId, ['named', 'submitted'], 1],
  ]);
});

test('D9 thousands of versions are paged by key, each once, and no sitting is torn', async () => {
  const { editor } = room.as;
  const { id } = await write(editor);
  // 2,000 autosaves ten seconds apart, with a pause of an hour after each hundredth.
  await at.db.execute(sql`
    insert into revisions (article_id, slug, body, body_version, html, plain_text, words, created_by, created_at)
    select ${id}, 's', '{"type":"doc"}', 1, '', '', n, ${editor.actor.kind === 'staff' ? editor.actor.id : null},
      now() + n * interval '10 seconds' + (n / 100) * interval '1 hour'
    from generate_series(1, 2000) n`);
  const seen: number[] = [];
  const sizes: number[] = [];
  let pages = 0;
  for (let before: number | undefined, more = true; more; pages++) {
    const { groups, next } = await listVersions(editor, { articleId: id, before });
    for (const { newest, others } of groups) {
      seen.push(newest.id, ...others.map((other) => other.id));
      sizes.push(others.length + 1);
    }
    more = next !== null;
    before = next ?? undefined;
  }
  expect(new Set(seen).size).toBe(2002);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
  expect(sizes.slice(1, -1).every((size) => size === 100)).toBe(true);
  expect(pages).toBeGreaterThan(5);
});

test('D9 two versions are compared in text and filing, with names for ids, those deleted since too', async () => {
  const { editor } = room.as;
  const first = await write(editor, {
    title: 'Sea wall breached',
    sectionIds: [room.news],
    body: story('The wall held for an hour.'),
  });
  const second = await save(
    editor,
    { articleId: first.id, baseRevisionId: first.revisionId },
    {
      title: 'Sea wall rebuilt',
      sectionIds: [room.asia, room.news],
      tagIds: [room.tag],
      leadMediaId: room.picture.id,
      leadAlt: 'A wall',
      body: story('The wall held for a day.'),
    },
  );
  const found = await findVersions(editor, { articleId: first.id, version: second.revisionId });
  if (!found?.against) throw new Error('not found');
  expect(found.against.id).toBe(first.revisionId);
  const names = await listFilingNames(editor, [found.version, found.against]);
  const diff = compareVersions(found.against, { ...found.version, tagIds: [room.tag, 999_999] }, names);
  const said = Object.fromEntries(
    diff.fields.map(({ name, words }) => [
      name,
      words.map(
        ({ change, pieces }) =>
          `${change}:${pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')}`,
      ),
    ]),
  );
  expect(said).toEqual({
    Headline: ['same:Sea wall ', 'deleted:breached', 'inserted:rebuilt'],
    Sections: ['inserted:Asia-Pacific', 'same:, ', 'same:News'],
    Tags: ['inserted:Storm', 'same:, ', 'inserted:number 999999, deleted since'],
    Address: ['same:sea-wall-', 'deleted:breached', 'inserted:rebuilt'],
  });
  expect(diff.lead).toMatchObject([{ change: 'inserted', node: { attrs: { hash: room.picture.hash } } }]);
  expect(diff.body.map(({ change }) => change)).toEqual(['changed']);
  expect(compareVersions(found.version, found.version, names).isSame).toBe(true);
  expect(compareVersions(null, found.version, names).isSame).toBe(false);
});

test('D9 an old version is as private as the newest, and another article’s is none', async () => {
  const { author, contributor } = room.as;
  const [one, other] = [await write(author), await write(author)];
  const asked = { articleId: one.id, version: one.revisionId };
  for (const work of [
    () => listVersions(contributor, { articleId: one.id }),
    () => findHistoryHead(contributor, one.id),
    () => findVersions(contributor, asked),
    () => listVersions(at.reader, { articleId: one.id }),
  ])
    expect((await refusal(work())).code).toBe('forbidden');
  expect(await findVersions(author, { articleId: one.id, version: other.revisionId })).toBeNull();
  expect(await findHistoryHead(author, 999_999)).toBeNull();
});

test('D9 as readers saw it: the text, the dates and the corrections of that instant, and nothing while it was away', async () => {
  const { editor } = room.as;
  const { id, revisionId } = await write(editor, { sectionIds: [room.news], body: story('At nine.') });
  const on = { articleId: id };
  const seen = async () => findArticleAsSeen(editor, { ...on, at: await clock() });
  expect(await seen()).toEqual({ state: 'not yet' });
  await at.setClock(3600);
  await publishArticle(editor, on);
  const nine = await seen();
  await at.setClock(7200);
  const { revisionId: newer } = await save(
    editor,
    { ...on, baseRevisionId: revisionId },
    { sectionIds: [room.news], body: story('At ten.') },
  );
  await publishArticle(editor, on);
  const wrong = await addCorrection(editor, { ...on, text: 'It was ten.' });
  const ten = await seen();
  const momentOfTen = await clock();
  await at.setClock(10_800);
  await removeCorrection(editor, { correctionId: wrong.id });
  await withdrawArticle(editor, on);
  const away = await seen();

  expect(nine).toMatchObject({
    state: 'seen',
    revisionId,
    article: { html: '<p>At nine.</p>', updatedAt: null, corrections: [] },
  });
  expect(ten).toMatchObject({
    state: 'seen',
    revisionId: newer,
    article: { html: '<p>At ten.</p>', corrections: [{ text: 'It was ten.' }] },
  });
  if (nine.state !== 'seen' || ten.state !== 'seen') throw new Error('not seen');
  expect(ten.article.liveAt).toEqual(nine.article.liveAt);
  expect(ten.article.updatedAt?.getTime()).toBeGreaterThan(nine.article.liveAt?.getTime() ?? 0);
  expect(away).toMatchObject({ state: 'taken back', kind: 'withdraw' });
  // Looked back at later it is the same, though the correction is gone since.
  const later = await findArticleAsSeen(editor, { ...on, at: momentOfTen });
  if (later.state !== 'seen') throw new Error('not seen');
  expect({ ...later.article, related: [] }).toEqual({ ...ten.article, related: [] });
  expect(await at.db.select().from(revisions).where(eq(revisions.articleId, id))).toHaveLength(3);
});

test('D9 as readers saw it: bylines, sections and corrections in the words of then, and what is of today is named', async () => {
  const { editor } = room.as;
  await at.setClock(20_000);
  const { authorId } = await createAuthor(editor, { name: 'Mira Okafor', slug: '', bio: '', userId: null });
  const { sectionId } = await createSection(editor, {
    name: 'Harbour',
    slug: '',
    description: '',
    parentId: null,
  });
  const { id } = await write(editor, { sectionIds: [sectionId], authorIds: [authorId], tagIds: [room.tag] });
  const on = { articleId: id };
  await publishArticle(editor, on);
  const made = await addCorrection(editor, { ...on, text: 'It was ten.' });
  const then = await clock();
  await at.setClock(30_000);
  await editAuthor(editor, { authorId, name: 'Mira Adeyemi', slug: '', bio: '', userId: null });
  await editAuthor(editor, { authorId, name: 'M. Adeyemi', slug: '', bio: '', userId: null });
  await editSection(editor, { sectionId, name: 'Port', slug: '', description: '' });
  await amendCorrection(editor, { correctionId: made.id, text: 'It was eleven.', passage: '' });
  const names = async (moment: Date) => {
    const seen = await findArticleAsSeen(editor, { ...on, at: moment });
    if (seen.state !== 'seen') throw new Error('not seen');
    const { authors, sections, corrections, related, series } = seen.article;
    return [
      ...[...authors, ...sections].map(({ name }) => name),
      ...corrections.map(({ text }) => text),
      ...related,
      series,
      seen.ofToday,
    ];
  };
  expect(await names(then)).toEqual(['Mira Okafor', 'Harbour', 'It was ten.', null, []]);
  expect(await names(await clock())).toEqual(['M. Adeyemi', 'Port', 'It was eleven.', null, []]);
});

test('D9 as readers saw it: tags under the names of then, those merged or deleted since by themselves again', async () => {
  const { editor } = room.as;
  await at.setClock(40_000);
  const [tide, flood, water, gone] = await findOrCreateTags(editor, ['Tide', 'Flood', 'Water', 'Quay wall']);
  if (!tide || !flood || !water || !gone) throw new Error('no tags');
  const tagIds = [tide.id, room.tag, flood.id, gone.id];
  const { id, revisionId } = await write(editor, { sectionIds: [room.news], tagIds });
  await publishArticle(editor, { articleId: id });
  const instants = [await clock()];
  const later = async (change: () => Promise<unknown>) => {
    await at.setClock(40_000 + 100 * instants.length);
    await change();
    instants.push(await clock());
  };
  await later(() => renameTag(editor, { tagId: tide.id, name: 'High tide', slug: '' }));
  await later(() => mergeTags(editor, { tagId: tide.id, intoId: flood.id }));
  await later(() => renameTag(editor, { tagId: flood.id, name: 'Floods', slug: 'floods' }));
  let deletedId = 0;
  await later(async () => {
    ({ deletedId } = await mergeTags(editor, { tagId: flood.id, intoId: water.id }));
  });
  await later(async () => {
    const kept = [tide.id, room.tag, flood.id];
    await save(
      editor,
      { articleId: id, baseRevisionId: revisionId },
      { sectionIds: [room.news], tagIds: kept },
    );
    await publishArticle(editor, { articleId: id });
    await deleteTag(editor, { tagId: gone.id });
  });
  await later(() => restoreDeleted(editor, { deletedId }));
  const tagsAt = async (moment: Date) => {
    const seen = await findArticleAsSeen(editor, { articleId: id, at: moment });
    return seen.state === 'seen' ? seen.article.tags.map(({ name }) => name) : seen.state;
  };
  const seen = await Promise.all(instants.map(tagsAt));
  expect(seen).toEqual([
    ['Tide', 'Storm', 'Flood', 'Quay wall'],
    ['High tide', 'Storm', 'Flood', 'Quay wall'],
    ['Flood', 'Storm', 'Quay wall'],
    ['Floods', 'Storm', 'Quay wall'],
    ['Water', 'Storm', 'Quay wall'],
    ['Water', 'Storm'],
    ['Floods', 'Storm'],
  ]);
});

test('D9 as readers saw it: pictures with the words of then, the library’s own where the version had none', async () => {
  const { editor } = room.as;
  await at.setClock(50_000);
  const mediaId = room.picture.id;
  await updateMedia(editor, { mediaId, alt: 'The old quay', credit: 'A. Holm', focalX: 0.2, focalY: 0.5 });
  const { hash, width, height } = room.picture;
  const figure = { mediaId, hash, width, height, alt: 'A wall', caption: 'The wall', credit: 'B. Lind' };
  const body = { type: 'doc' as const, content: [{ type: 'figure', attrs: figure }] };
  const filed = { sectionIds: [room.news], leadMediaId: mediaId };
  const bare = await write(editor, { ...filed, body });
  const own = await write(editor, { ...filed, leadAlt: 'Its own', leadCaption: 'At dawn. (Photo: C. Berg)' });
  for (const { id } of [bare, own]) await publishArticle(editor, { articleId: id });
  const then = await clock();
  await at.setClock(50_100);
  await updateMedia(editor, { mediaId, alt: 'The new quay', credit: 'D. Roth', focalX: 0.9, focalY: 0.1 });
  await updateMedia(editor, { mediaId, alt: 'The newest quay' });
  const lead = async (articleId: number, moment: Date) => {
    const seen = await findArticleAsSeen(editor, { articleId, at: moment });
    if (seen.state !== 'seen') throw new Error('not seen');
    const { alt, credit, focal } = seen.article.lead ?? {};
    return { alt, credit, focal, html: seen.article.html };
  };
  const before = await lead(bare.id, then);
  expect(before).toMatchObject({ alt: 'The old quay', credit: 'A. Holm', focal: { x: 0.2, y: 0.5 } });
  for (const words of ['alt="A wall"', 'The wall', 'B. Lind']) expect(before.html).toContain(words);
  expect(await lead(bare.id, await clock())).toMatchObject({
    alt: 'The newest quay',
    credit: 'D. Roth',
    focal: { x: 0.9, y: 0.1 },
    html: before.html,
  });
  expect(await lead(own.id, then)).toMatchObject({ alt: 'Its own', credit: 'C. Berg' });
});

async function clock(): Promise<Date> {
  const [row] = await at.db.execute<{ now: string }>(sql`select clock() as now`);
  return new Date(row?.now ?? '');
}
