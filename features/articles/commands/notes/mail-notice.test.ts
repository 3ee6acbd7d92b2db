import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Ctx, StaffActor } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { notices } from '@/db/schema';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { relay } from '@/lib/mailer';
import { openSmtpSink, type SmtpSink } from '@/test/smtp-sink';
import { type Newsroom, openNewsroom, write } from '../../testing';
import { addNote, mailNotice } from '../index';

let at: TestDatabase;
let room: Newsroom;
let sink: SmtpSink;
let reader: Ctx & { actor: StaffActor };
beforeAll(async () => {
  sink = await openSmtpSink();
  process.env.SMTP_URL = sink.url;
  process.env.MAIL_FROM = 'The Paper <news@example.org>';
  at = await cloneDatabase(inject('templateUrl'));
  room = await openNewsroom(at);
  reader = await room.person('author');
});
afterAll(async () => {
  await relay()?.close();
  await sink.close();
  await closeQueue();
  await at.close();
});

async function named(): Promise<number> {
  const story = await write(room.as.editor);
  const { noteId } = await addNote(room.as.editor, {
    articleId: story.id,
    text: `@${reader.actor.name}?`,
    chosenIds: [],
  });
  const [notice] = await at.db.select().from(notices).where(eq(notices.noteId, noteId));
  return notice?.id ?? 0;
}
const run = (noticeId: number) =>
  mailNotice(at.system, { noticeId }).then(
    () => 'done',
    () => 'again',
  );

test('D6 a notice that the relay would not take is tried again, and then sent once', async () => {
  const noticeId = await named();
  sink.mode = () => 'tempdata';
  expect(await run(noticeId)).toBe('again');
  sink.mode = () => 'ok';
  const before = sink.caught.length;
  expect([await run(noticeId), await run(noticeId)]).toEqual(['done', 'done']);
  expect(sink.caught.length - before).toBe(1);
});

test('D6 a notice that may have been taken when the connection broke is not sent again', async () => {
  const noticeId = await named();
  sink.mode = () => 'cut-after';
  const before = sink.caught.length;
  expect(await run(noticeId)).toBe('done');
  sink.mode = () => 'ok';
  expect(await run(noticeId)).toBe('done');
  expect(sink.caught.length - before).toBe(1);
});

test('D6 a worker that dies after it counted the mail sends no second one', async () => {
  const noticeId = await named();
  await at.db.update(notices).set({ mailedAt: new Date() }).where(eq(notices.id, noticeId));
  const before = sink.caught.length;
  expect(await run(noticeId)).toBe('done');
  expect(sink.caught.length).toBe(before);
});
