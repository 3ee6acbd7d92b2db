import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { articles, cacheEvents } from '@/db/schema';
import { staffActor, type TestDatabase } from '@/db/testing';
import { setCommentPolicy } from '@/features/articles/commands';
import { updateSettings } from '@/features/settings/commands';
import { cacheTags } from '@/lib/cache-tags';
import { decideComments, postComment, purgeSubmissions, submitComment } from './commands';
import type { SubmitComment } from './input';
import { findSubmission, findThreadPage, listQueue, parseQueueCursor } from './queries';
import { type Discussed, openDiscussed } from './testing';

let house: Discussed;
let at: TestDatabase;
let story: number;
let otherStory: number;

beforeAll(async () => {
  house = await openDiscussed(inject('templateUrl'));
  ({ at, story } = house);
  otherStory = await house.publishStory('Harbour dredging begins');
});
afterAll(() => house.close());

const typed = (more: Partial<SubmitComment> = {}) => house.typed(more);
const submit = (more: Partial<SubmitComment> = {}) => house.submit(more);
const nonceOf = (id: string) => house.nonceOf(id);
const postNow = (more: Partial<SubmitComment> = {}, ctx = at.reader) => house.postNow(more, ctx);
const moderator = () => house.moderator();
const approved = (more: Partial<SubmitComment> = {}) => house.approved(more);
const countOf = async (id: number) =>
  (await at.db.select({ n: articles.commentCount }).from(articles).where(eq(articles.id, id)))[0]?.n;

test('C2 a submission is previewed, then posted once however often it is clicked', async () => {
  const id = await submit();
  const nonce = await nonceOf(id);
  const clicks = await Promise.all(
    Array.from({ length: 5 }, () => postComment(at.reader, { id, nonce, networkHash: null })),
  );
  expect(clicks.every(({ posted }) => posted)).toBe(true);
  const rows = await at.db.execute(sql`select 1 from comments where submission_id = ${id}`);
  expect(rows).toHaveLength(1);
});

test('C2 a nonce is worth nothing for changed words or another submission', async () => {
  const id = await submit();
  const old = await nonceOf(id);
  await submitComment(at.reader, typed({ submissionId: id, body: 'Quite the opposite.' }));
  expect(await postComment(at.reader, { id, nonce: old, networkHash: null })).toEqual({ id, posted: false });
  expect(
    await postComment(at.reader, { id, nonce: await nonceOf(await submit()), networkHash: null }),
  ).toMatchObject({ posted: false });
  expect(await postComment(at.reader, { id, nonce: '', networkHash: null })).toMatchObject({ posted: false });
  expect(await postComment(at.reader, { id, nonce: await nonceOf(id), networkHash: null })).toMatchObject({
    posted: true,
  });
});

test('C2 faults and what was typed stay in the row, each beside its field', async () => {
  const id = await submit({ name: '', email: 'not an address', body: 'Kept.' });
  const row = await findSubmission(at.reader, id);
  expect(row).toMatchObject({
    email: 'not an address',
    body: 'Kept.',
    errors: { name: 'missing', email: 'badEmail' },
  });
  expect(await postComment(at.reader, { id, nonce: await nonceOf(id), networkHash: null })).toMatchObject({
    posted: false,
  });
});

test('C2 after an hour a submission is gone and purged', async () => {
  const id = await submit();
  await at.db.execute(sql`update submissions set expires_at = now() - interval '1 second' where id = ${id}`);
  await expect(postComment(at.reader, { id, nonce: '', networkHash: null })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(purgeSubmissions(at.reader)).rejects.toMatchObject({ code: 'forbidden' });
  expect((await purgeSubmissions(at.system)).purged).toBeGreaterThan(0);
});

test('C3 a guest is held with the reason, staff are published at once under their own name', async () => {
  const guest = await postNow();
  expect(guest.found?.commentState).toBe('held');
  const before = (await countOf(story)) ?? 0;
  const staff = await postNow({ name: 'Somebody Else', email: '' }, at.as(staffActor('author')));
  expect(staff.found).toMatchObject({ commentState: 'approved', name: 'Test Person' });
  expect(await countOf(story)).toBe(before + 1);
  const queue = await listQueue(moderator(), 'held', null);
  expect(queue.comments.find(({ id }) => id === guest.found?.commentId)?.reasons).toEqual(['New commenter']);
});

test('C5 C8 deciding moves the count and expires the page with it, undo takes it back, and nobody else may', async () => {
  const { found } = await postNow();
  const id = found?.commentId ?? 0;
  const start = (await countOf(story)) ?? 0;
  for (const actor of [staffActor('contributor'), staffActor('author'), { kind: 'reader' as const }]) {
    await expect(decideComments(at.as(actor), { ids: [id], state: 'approved' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
  const { decided } = await decideComments(moderator(), { ids: [id], state: 'approved' });
  expect(decided).toEqual([{ id, before: 'held' }]);
  expect(await countOf(story)).toBe(start + 1);
  const [event] = await at.db.select().from(cacheEvents).orderBy(sql`id desc`).limit(1);
  expect(event?.tags).toContain(cacheTags.comments(story));
  await Promise.all(
    Array.from({ length: 4 }, () => decideComments(moderator(), { ids: [id], state: 'spam' })),
  );
  expect(await countOf(story)).toBe(start);
  await decideComments(moderator(), { ids: [id], state: 'held' });
  expect(await countOf(story)).toBe(start);
  await expect(decideComments(moderator(), { ids: [999_999_999], state: 'spam' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('C1 replies nest under a visible comment of the same story only', async () => {
  const parent = await approved();
  const child = await approved({ parentId: parent });
  const page = await findThreadPage(at.reader, story, 0);
  expect(page.comments.find(({ id }) => id === child)).toMatchObject({
    parentId: parent,
    threadId: parent,
    depth: 1,
  });
  const held = (await postNow()).found?.commentId ?? 0;
  for (const wrong of [
    { parentId: held },
    { parentId: parent, articleId: otherStory },
    { parentId: 987_654 },
  ]) {
    expect((await findSubmission(at.reader, await submit(wrong)))?.errors, JSON.stringify(wrong)).toEqual({
      form: 'parentGone',
    });
  }
});

test('C6 a story with closed comments takes none, also when it closes during the preview', async () => {
  const id = await submit({ articleId: otherStory });
  await setCommentPolicy(at.system, { articleId: otherStory, policy: 'closed' });
  expect(await postComment(at.reader, { id, nonce: await nonceOf(id), networkHash: null })).toMatchObject({
    posted: false,
  });
  expect((await findSubmission(at.reader, id))?.errors).toEqual({ form: 'closed' });
  await expect(submit({ articleId: 4_242_424 })).rejects.toMatchObject({ code: 'not-found' });
});

test('C2 a network that sends too much is asked to wait and keeps its words', async () => {
  for (let i = 0; i < 20; i++) await submit({ networkHash: 'busy' });
  const row = await findSubmission(at.reader, await submit({ networkHash: 'busy', body: 'One more.' }));
  expect(row).toMatchObject({ body: 'One more.', errors: { form: 'tooMany' } });
});

test('C10 ten thousand comments page by fifty threads, none twice, none lost', async () => {
  const big = await house.publishStory('A much discussed matter');
  await at.db.execute(sql`
    insert into comments (article_id, name, body, state, depth, created_at) select ${big}, 'R' || n, 'Body ' || n, 'approved', 0, now() - interval '2 days' from generate_series(1, 10000) n`);
  await at.db.execute(
    sql`update comments set thread_id = case when id % 5 = 0 then id else (id / 5) * 5 end where article_id = ${big}`,
  );
  const seen = new Set<number>();
  let after: number | null = 0;
  let pages = 0;
  while (after !== null) {
    const page = await findThreadPage(at.reader, big, after);
    expect(new Set(page.comments.map(({ threadId }) => threadId)).size).toBeLessThanOrEqual(50);
    for (const { id } of page.comments) {
      expect(seen.has(id)).toBe(false);
      seen.add(id);
    }
    after = page.nextAfter;
    pages++;
  }
  expect(seen.size).toBe(10_000);
  expect(pages).toBe(41);
});

test('C5 the queue pages by key', async () => {
  const first = await listQueue(moderator(), 'approved', null);
  expect(first.comments).toHaveLength(50);
  const second = await listQueue(moderator(), 'approved', parseQueueCursor(first.nextBefore ?? ''));
  expect(second.comments.some(({ id }) => first.comments.some((one) => one.id === id))).toBe(false);
  expect(parseQueueCursor("1' or 1=1")).toBeNull();
});

test('D19 how many links and how many from one network are let through is the paper’s to say', async () => {
  const reasons = async (more: Partial<SubmitComment> = {}) => {
    const { found } = await postNow(more);
    const [row] = await at.db.execute<{ reasons: string[] }>(
      sql`select reasons from comments where id = ${found?.commentId}`,
    );
    return row?.reasons ?? [];
  };
  const set = (wanted: Parameters<typeof updateSettings>[1]) =>
    updateSettings(at.as(staffActor('administrator')), wanted);
  await set({ commentModeration: 'nothing', commentMostLinks: 0, commentsFromNetwork: 1 });
  expect(await reasons({ body: 'Look at https://a.test' })).toEqual(['1 link']);
  await set({ commentMostLinks: 1 });
  expect(await reasons({ body: 'Look at https://b.test' })).toEqual([]);
  expect(await reasons({ networkHash: 'one-network' })).toEqual([]);
  expect(await reasons({ networkHash: 'one-network' })).toEqual([
    '1 comments from this network in ten minutes',
  ]);
  await set({ commentModeration: 'first-time', commentMostLinks: 2, commentsFromNetwork: 5 });
});
