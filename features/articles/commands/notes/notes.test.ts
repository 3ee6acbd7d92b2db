import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Ctx, StaffActor } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { notices, users } from '@/db/schema';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { listMailbox, readMailbox } from '@/lib/mailer';
import { headerValue, readMail } from '@/lib/mailer/read-mail';
import { listArticlesInput } from '../../list-input';
import { listArticles } from '../../queries/desk';
import { findDraft } from '../../queries/draft';
import { listNotes } from '../../queries/notes';
import { countUnread, listNotices } from '../../queries/notices';
import { listPeopleOf } from '../../queries/people';
import { type Newsroom, openNewsroom, refusal, write } from '../../testing';
import {
  addNote,
  assignArticle,
  editNote,
  mailNotice,
  markAllNotices,
  markNotices,
  removeNote,
  reopenNote,
  resolveNote,
  restoreNote,
  seeNotices,
  setDue,
  trashArticle,
} from '../index';

type Person = Ctx & { actor: StaffActor };

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'notes-'));
let at: TestDatabase;
let room: Newsroom;
let ada: Person;
let ben: Person;
let contributor: Person;
beforeAll(async () => {
  process.env.DATA_DIR = dataDir;
  at = await cloneDatabase(inject('templateUrl'));
  room = await openNewsroom(at);
});
beforeEach(async () => {
  [ada, ben, contributor] = [
    await room.person('editor'),
    await room.person('author'),
    await room.person('contributor'),
  ];
});
afterAll(async () => {
  await closeQueue();
  await at.close();
  rmSync(dataDir, { recursive: true });
});

const note = (
  ctx: Ctx,
  articleId: number,
  text: string,
  more: { threadId?: number; sendKey?: string } = {},
) => addNote(ctx, { articleId, text, chosenIds: [], ...more });
const noticesOf = async (ctx: Person) => (await listNotices(ctx, {})).lines;
const jobs = async (): Promise<number> => {
  const [row] = await at.db.execute<{ n: string }>(
    sql`select count(*) as n from pgboss.job where name = 'mail.notice'`,
  );
  return Number(row?.n);
};
const mailsTo = async (person: Person) => {
  const raws = await Promise.all((await listMailbox()).map(({ id }) => readMailbox(id)));
  return raws
    .flatMap((raw) => (raw ? [readMail(raw)] : []))
    .filter(({ headers }) => headerValue(headers, 'To').includes(person.actor.name));
};

describe('D6 notes to the desk', () => {
  test('D6 who is named and may open the story is told once, whoever writes never', async () => {
    const story = await write(ada);
    const before = await jobs();
    const { noteId, told } = await note(
      ada,
      story.id,
      `@${ben.actor.name} and @${ada.actor.name}, who was there? @${contributor.actor.name} cannot see this.`,
    );
    expect(told.sort()).toEqual([ada.actor.name, ben.actor.name].sort());
    expect(await noticesOf(ben)).toMatchObject([
      { kind: 'mention', noteId, byName: ada.actor.name, readAt: null },
    ]);
    expect(await noticesOf(ada)).toEqual([]);
    expect(await noticesOf(contributor)).toEqual([]);
    await editNote(ada, { noteId, text: `@${ben.actor.name}, once more.`, chosenIds: [] });
    expect(await noticesOf(ben)).toHaveLength(1);
    expect((await jobs()) - before).toBe(1);
  });

  test('D6 a repeated request writes one note, and an answer opens a resolved thread', async () => {
    const story = await write(ada);
    const first = await note(ada, story.id, 'Why?', { sendKey: 'key-of-one-page' });
    expect(await note(ada, story.id, 'Why?', { sendKey: 'key-of-one-page' })).toEqual({ ...first, told: [] });
    await resolveNote(ben, { noteId: first.noteId });
    expect((await findDraft(ada, story.id))?.openThreads).toBe(0);
    await note(ben, story.id, 'Because.', { threadId: first.noteId });
    const [root, answer] = (await listNotes(ada, { articleId: story.id })) ?? [];
    expect(root).toMatchObject({ resolvedAt: null, isOwn: true });
    expect(answer).toMatchObject({ threadId: root?.id, isOwn: false, createdByName: ben.actor.name });
    await resolveNote(ada, { noteId: first.noteId });
    await reopenNote(ben, { noteId: first.noteId });
    expect((await findDraft(ada, story.id))?.openThreads).toBe(1);
    expect((await refusal(resolveNote(ada, { noteId: answer?.id ?? 0 }))).code).toBe('conflict');
    const other = await write(ada);
    expect((await refusal(note(ada, other.id, 'x', { threadId: first.noteId }))).code).toBe('not-found');
  });

  test('D6 one’s own note is changed, taken back and put back; another’s is not', async () => {
    const story = await write(ada);
    const { noteId } = await note(ada, story.id, `Is it true, @${ben.actor.name}?`);
    for (const attempt of [
      () => editNote(ben, { noteId, text: 'x', chosenIds: [] }),
      () => removeNote(ben, { noteId }),
      () => restoreNote(ben, { noteId }),
    ])
      expect((await refusal(attempt())).code).toBe('forbidden');
    await note(ben, story.id, 'It is.', { threadId: noteId });
    await removeNote(ada, { noteId });
    const [gone] = (await listNotes(ben, { articleId: story.id })) ?? [];
    expect(gone).toMatchObject({ id: noteId, text: '', mentions: [], removed: true });
    expect(await noticesOf(ben)).toEqual([]);
    expect(await countUnread(ben)).toEqual({ unread: 0 });
    expect((await refusal(editNote(ada, { noteId, text: 'x', chosenIds: [] }))).code).toBe('not-found');
    await restoreNote(ada, { noteId });
    expect((await listNotes(ben, { articleId: story.id }))?.[0]).toMatchObject({ removed: false });
    expect(await countUnread(ben)).toEqual({ unread: 1 });
  });

  test('D6 a contributor sees notes, people and notices of stories she may open, and no others', async () => {
    const [hers, theirs] = [await write(contributor), await write(ada)];
    const seen = await note(ada, hers.id, `@${contributor.actor.name}, a date?`);
    const hidden = await note(ada, theirs.id, 'A secret.');
    expect(await listNotes(contributor, { articleId: hers.id })).toHaveLength(1);
    for (const attempt of [
      () => listNotes(contributor, { articleId: theirs.id }),
      () => listPeopleOf(contributor, { articleId: theirs.id }),
      () => note(contributor, theirs.id, 'x'),
      () => resolveNote(contributor, { noteId: hidden.noteId }),
    ])
      expect((await refusal(attempt())).code).toBe('forbidden');
    expect(await noticesOf(contributor)).toMatchObject([{ noteId: seen.noteId }]);
    const people = await listPeopleOf(contributor, { articleId: hers.id });
    expect(people?.assignable).toEqual([{ id: contributor.actor.id, name: contributor.actor.name }]);
    // Given to her, then to somebody else: what she was told goes with it.
    await assignArticle(ada, { articleId: theirs.id, assigneeId: contributor.actor.id });
    expect(await noticesOf(contributor)).toHaveLength(2);
    await assignArticle(ada, { articleId: theirs.id, assigneeId: ben.actor.id });
    expect(await noticesOf(contributor)).toHaveLength(1);
  });

  test('D6 notes outlive whoever wrote them, under her name', async () => {
    const story = await write(ada);
    const { noteId } = await note(ben, story.id, `Mine, @${ada.actor.name}.`);
    await at.db.delete(users).where(eq(users.id, ben.actor.id));
    expect(await listNotes(ada, { articleId: story.id })).toMatchObject([
      { id: noteId, createdByName: ben.actor.name, isOwn: false, text: `Mine, @${ada.actor.name}.` },
    ]);
    expect(await noticesOf(ada)).toMatchObject([{ byName: ben.actor.name }]);
  });

  test('D6 a story in the trash takes no notes, and says why', async () => {
    const story = await write(ada);
    await trashArticle(ada, { articleId: story.id });
    expect((await refusal(note(ada, story.id, 'x'))).message).toMatch(/trash/);
  });
});

describe('D6 assignment and due dates', () => {
  test('D6 whoever is given a story is told once until she looks; taking it oneself tells nobody', async () => {
    const story = await write(ada);
    const give = (to: Person | null) =>
      assignArticle(ada, { articleId: story.id, assigneeId: to?.actor.id ?? null });
    await give(ben);
    await give(null);
    await give(ben);
    expect(await noticesOf(ben)).toMatchObject([{ kind: 'assignment', text: null }]);
    await seeNotices(ben, { articleId: story.id, kind: 'assignment' });
    await give(null);
    await give(ben);
    expect(await noticesOf(ben)).toHaveLength(2);
    await give(ada);
    expect(await noticesOf(ada)).toEqual([]);
    const own = await write(ben);
    expect((await refusal(assignArticle(ben, { articleId: own.id, assigneeId: ada.actor.id }))).code).toBe(
      'forbidden',
    );
  });

  test('D6 a due date is meant in the paper’s zone, shows in the list, and goes again', async () => {
    const story = await write(ada);
    const on = { articleId: story.id };
    expect(await setDue(ada, { ...on, wallClock: '2031-05-04T18:30' })).toEqual({
      dueAt: new Date('2031-05-04T18:30:00Z'),
    });
    const asked = listArticlesInput.parse({ mine: true });
    await assignArticle(ada, { ...on, assigneeId: ben.actor.id });
    const listed = await listArticles(ben, asked);
    expect(listed.lines).toMatchObject([
      { id: story.id, assignee: ben.actor.name, dueAt: new Date('2031-05-04T18:30:00Z') },
    ]);
    expect(await setDue(ada, { ...on, wallClock: '' })).toEqual({ dueAt: null });
    expect((await refusal(setDue(ada, { ...on, wallClock: '2031-02-30T10:00' }))).fields).toHaveProperty(
      'wallClock',
    );
    expect((await refusal(setDue(contributor, { ...on, wallClock: '' }))).code).toBe('forbidden');
  });
});

describe('D6 notices', () => {
  test('D6 one’s own are marked read and unread, one by one and all at once; another’s are not', async () => {
    const story = await write(ada);
    for (const n of [1, 2, 3]) await note(ada, story.id, `${n} @${ben.actor.name}`);
    const ids = (await noticesOf(ben)).map(({ id }) => id);
    expect(await markNotices(ada, { noticeIds: ids, read: true })).toEqual({ marked: 0 });
    expect(await markNotices(ben, { noticeIds: ids.slice(0, 1), read: true })).toEqual({ marked: 1 });
    expect(await countUnread(ben)).toEqual({ unread: 2 });
    const { noticeIds } = await markAllNotices(ben);
    expect(noticeIds.sort()).toEqual(ids.slice(1).sort());
    await markNotices(ben, { noticeIds, read: false });
    expect(await countUnread(ben)).toEqual({ unread: 2 });
    await seeNotices(ben, { articleId: story.id, kind: 'mention' });
    expect(await countUnread(ben)).toEqual({ unread: 0 });
  });

  test('D6 each is mailed once, with a link to the note, also when the job runs again', async () => {
    const story = await write(ada, { title: 'The wall held' });
    const { noteId } = await note(ada, story.id, `Was it dry, @${ben.actor.name}?`);
    const [told] = await noticesOf(ben);
    const noticeId = told?.id ?? 0;
    for (let run = 0; run < 2; run++) await mailNotice(at.system, { noticeId });
    await Promise.all([1, 2, 3].map(() => mailNotice(at.system, { noticeId })));
    const mails = await mailsTo(ben);
    expect(mails).toHaveLength(1);
    expect(headerValue(mails[0]?.headers ?? [], 'Subject')).toContain('The wall held');
    expect(mails[0]?.text).toContain(`/admin/articles/${story.id}?note=${noteId}`);
  });

  test('D6 nobody is mailed who looked already, wants no mails, has left, or lost the story; nor of what was taken back', async () => {
    const told = async (person: Person, before: (noteId: number, articleId: number) => Promise<unknown>) => {
      const story = await write(ada);
      const { noteId } = await note(ada, story.id, `@${person.actor.name}`);
      const [notice] = await at.db.select().from(notices).where(eq(notices.noteId, noteId));
      await before(noteId, story.id);
      await mailNotice(at.system, { noticeId: notice?.id ?? 0 });
      return (await mailsTo(person)).length;
    };
    expect(await told(ben, (_, articleId) => seeNotices(ben, { articleId, kind: 'mention' }))).toBe(0);
    expect(await told(ben, (noteId) => removeNote(ada, { noteId }))).toBe(0);
    expect(
      await told(ben, () => at.db.update(users).set({ noticeMail: false }).where(eq(users.id, ben.actor.id))),
    ).toBe(0);
    const leaver = await room.person('author');
    expect(
      await told(leaver, () =>
        at.db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, leaver.actor.id)),
      ),
    ).toBe(0);
    const story = await write(ada);
    await assignArticle(ada, { articleId: story.id, assigneeId: contributor.actor.id });
    const [given] = await noticesOf(contributor);
    await assignArticle(ada, { articleId: story.id, assigneeId: null });
    await mailNotice(at.system, { noticeId: given?.id ?? 0 });
    expect(await mailsTo(contributor)).toEqual([]);
  });
});
