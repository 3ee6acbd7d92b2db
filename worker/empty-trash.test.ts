import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { millisecondsUntilDue, nextDueAt } from '@/db/due';
import {
  addresses,
  articles,
  audit,
  deletedShelves,
  media,
  notes,
  publications,
  revisions,
  slugs,
} from '@/db/schema';
import {
  cancelPublication,
  killArticle,
  publishArticle,
  purgeStory,
  restoreArticle,
  scheduleArticle,
  trashArticle,
  withdrawArticle,
} from '@/features/articles/commands';
import { findById } from '@/features/articles/queries/site';
import { listTrash } from '@/features/articles/queries/trash';
import { inSeconds, openTestNewsroom, refusal, save, write } from '@/features/articles/testing';
import { deleteMedia, purgeMedia, restoreMedia } from '@/features/media/commands';
import { listDeletedFiles } from '@/features/media/queries';
import { updateSettings } from '@/features/settings/commands';
import { defaultSettings } from '@/features/settings/input';
import { createTag, deleteTag, mergeTags, purgeDeleted, restoreDeleted } from '@/features/taxonomy/commands';
import { dueWork } from './due-work';

const { at, room } = await openTestNewsroom();
const { editor, administrator } = room.as;

const day = 86_400;
const trash = dueWork.find(({ kind }) => kind === 'trash');
const emptyTrash = () => trash?.run(at.system);
const daysLeft = async () => {
  const ms = await millisecondsUntilDue(at.db, 'trash');
  return ms === null ? null : ms / 1000 / day;
};
const count = async (articleId: number) => ({
  stories: await at.db.$count(articles, eq(articles.id, articleId)),
  versions: await at.db.$count(revisions, eq(revisions.articleId, articleId)),
  plans: await at.db.$count(publications, eq(publications.articleId, articleId)),
  words: await at.db.$count(slugs, eq(slugs.articleId, articleId)),
});
const gone = { stories: 0, versions: 0, plans: 0, words: 0 };

beforeEach(async () => {
  await at.setClock(0);
  await updateSettings(administrator, { trashDays: 30 });
});

test('D17 a draft in the trash goes for good when its days are over, with its plans and notes, and not before', async () => {
  expect(await daysLeft()).toBeNull();
  const draft = await write(editor, { title: 'Never said', sectionIds: [room.news] });
  await save(
    editor,
    { articleId: draft.id, baseRevisionId: draft.revisionId },
    { title: 'Never said', sectionIds: [room.news] },
  );
  const plan = await scheduleArticle(editor, { articleId: draft.id, effectiveAt: inSeconds(3_600) });
  await cancelPublication(editor, plan);
  await scheduleArticle(editor, { articleId: draft.id, effectiveAt: inSeconds(7_200) });
  await at.db.insert(notes).values({ articleId: draft.id, text: 'Whose name?', createdByName: 'Ed' });
  await trashArticle(editor, { articleId: draft.id });

  expect(await daysLeft()).toBeCloseTo(30, 2);
  expect(await nextDueAt(at.db)).toBeNull();
  await at.setClock(29 * day);
  expect(await emptyTrash()).toBe(0);
  expect(await count(draft.id)).toMatchObject({ stories: 1, plans: 2 });
  await at.setClock(30 * day + 60);
  expect(await daysLeft()).toBeLessThan(0);
  // As many processes as are awake: it goes once.
  const went = await Promise.all([emptyTrash(), emptyTrash()]);
  expect(went.reduce((sum = 0, n = 0) => sum + n)).toBe(1);
  expect(await count(draft.id)).toEqual(gone);
  expect(await at.db.$count(notes, eq(notes.articleId, draft.id))).toBe(0);
  expect(await daysLeft()).toBeNull();
  const [row] = await at.db.select().from(audit).where(eq(audit.verb, 'purge-article'));
  expect(row).toMatchObject({ subjectId: String(draft.id), before: { title: 'Never said' } });
  expect(JSON.stringify(row)).not.toContain('Some words');
  // Its word for the address is free again.
  expect((await write(editor, { title: 'Never said' })).slug).toBe(draft.slug);
});

test('D17 what readers have had, or were told is gone, stays in the trash, and so do its address and its ledger', async () => {
  const [withdrawn, killed, shot] = [
    await write(editor, { title: 'Once read', sectionIds: [room.news] }),
    await write(editor, { title: 'Once killed', sectionIds: [room.news] }),
    await write(editor, { title: 'Killed unread', sectionIds: [room.news] }),
  ];
  await publishArticle(editor, { articleId: withdrawn.id });
  await publishArticle(editor, { articleId: killed.id });
  await withdrawArticle(editor, { articleId: withdrawn.id });
  for (const { id } of [killed, shot]) await killArticle(editor, { articleId: id });
  for (const { id } of [withdrawn, killed, shot]) await trashArticle(editor, { articleId: id });
  const before = await Promise.all([withdrawn, killed, shot].map(({ id }) => count(id)));
  expect((await listTrash(editor)).lines.map(({ mayGo }) => mayGo)).toEqual([false, false, false]);

  await at.setClock(400 * day);
  expect(await daysLeft()).toBeNull();
  expect(await emptyTrash()).toBe(0);
  for (const { id } of [withdrawn, killed, shot])
    expect((await refusal(purgeStory(administrator, { articleId: id }))).message).toContain(
      'Readers have had',
    );
  expect(await Promise.all([withdrawn, killed, shot].map(({ id }) => count(id)))).toEqual(before);
  expect(await findById(at.reader, killed.id)).toMatchObject({ state: 'killed' });
  // Not even the door in the database lets them through, and no version goes beside it.
  await expect(at.db.execute(sql`select purge_article(${killed.id})`)).rejects.toThrow();
  await expect(at.db.delete(revisions).where(eq(revisions.articleId, killed.id))).rejects.toThrow();
  const draft = await write(editor, { title: 'Draft' });
  await expect(at.db.delete(articles).where(eq(articles.id, draft.id))).rejects.toThrow();
});

test('D17 the settings say how long, and 0 that nothing goes by itself; an administrator deletes sooner', async () => {
  expect(defaultSettings.trashDays).toBe(30);
  const [first, second] = [await write(editor, { title: 'First' }), await write(editor, { title: 'Second' })];
  for (const { id } of [first, second]) await trashArticle(editor, { articleId: id });
  await updateSettings(administrator, { trashDays: 0 });
  await at.setClock(400 * day);
  expect(await daysLeft()).toBeNull();
  expect(await emptyTrash()).toBe(0);

  await at.setClock(0);
  expect((await refusal(purgeStory(editor, { articleId: first.id }))).code).toBe('forbidden');
  await purgeStory(administrator, { articleId: first.id });
  expect(await count(first.id)).toEqual(gone);
  expect((await refusal(purgeStory(administrator, { articleId: first.id }))).code).toBe('conflict');
  await restoreArticle(editor, { articleId: second.id });
  expect((await refusal(purgeStory(administrator, { articleId: second.id }))).message).toContain(
    'not in the trash',
  );
  await trashArticle(editor, { articleId: second.id });
  await updateSettings(administrator, { trashDays: 7 });
  expect(await daysLeft()).toBeCloseTo(7, 2);
  await at.setClock(7 * day + 60);
  expect(await emptyTrash()).toBe(1);
});

test('D17 files go without their rows, shelves without their addresses, and a merge can then not be undone', async () => {
  const [again] = await at.db
    .insert(media)
    .values({
      ...{ kind: 'picture', mimeType: 'image/jpeg', bytes: 1_000, filename: 'used.jpg' },
      ...{ hash: 'f0f0f0f0f0f0', width: 10, height: 10, deletedAt: sql`clock()` },
    })
    .returning();
  const lead = await write(editor, { title: 'Shown', leadMediaId: room.picture.id });
  await save(editor, { articleId: lead.id, baseRevisionId: lead.revisionId }, { title: 'Shown no more' });
  await deleteMedia(editor, { mediaId: room.picture.id });
  await at.db.execute(sql`insert into media_uses (media_id, article_id) values (${again?.id}, ${lead.id})`);
  const [rains, rain, mist] = [
    await createTag(editor, { name: 'Rains' }),
    await createTag(editor, { name: 'Rain' }),
    await createTag(editor, { name: 'Mist' }),
  ];
  const merged = await mergeTags(editor, { tagId: rains.id, intoId: rain.id });
  await deleteTag(editor, { tagId: mist.id });

  await at.setClock(31 * day);
  expect(await emptyTrash()).toBe(3);
  expect(await daysLeft()).toBeNull();
  expect((await listDeletedFiles(editor)).map(({ filename }) => filename)).toEqual(['used.jpg']);
  expect(await at.db.$count(deletedShelves)).toBe(0);
  const [row] = await at.db.select().from(media).where(eq(media.id, room.picture.id));
  expect(row?.purgedAt).not.toBeNull();
  expect((await refusal(restoreMedia(editor, { mediaId: room.picture.id }))).code).toBe('not-found');
  expect((await refusal(purgeMedia(administrator, { mediaId: again?.id ?? 0 }))).message).toContain(
    'a story uses it',
  );
  expect((await refusal(restoreDeleted(editor, merged))).code).toBe('not-found');
  expect((await refusal(purgeDeleted(administrator, merged))).code).toBe('not-found');
  const [redirect] = await at.db.select().from(addresses).where(eq(addresses.path, 'tag/rains'));
  expect(redirect?.target).toBe('/tag/rain');
});
