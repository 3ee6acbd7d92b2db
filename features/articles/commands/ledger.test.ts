import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '@/db/client';
import { readContext } from '@/db/context';
import { nextDueAt } from '@/db/due';
import {
  addresses,
  articleSections,
  articles,
  articleTags,
  audit,
  bylines,
  cacheEvents,
  publications,
  sections,
  slugs,
  tags,
} from '@/db/schema';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { findOrCreateOwnAuthor } from '@/features/taxonomy/commands';
import { isRefusal, type Refusal } from '@/lib/errors';
import { scheduleArticleInput } from '../input';
import {
  findAsReadersSaw,
  listPending,
  listPlanned,
  listPublications,
  listTroubled,
} from '../queries/ledger';
import { articleState } from '../rules';
import { type Newsroom, openNewsroom, save, story, write } from '../testing';
import {
  addCorrection,
  applyDuePublications,
  approveArticle,
  cancelPublication,
  killArticle,
  publishArticle,
  restoreArticle,
  restorePublication,
  returnToDraft,
  saveDraft,
  scheduleArticle,
  setCommentPolicy,
  setEmbargo,
  submitForReview,
  trashArticle,
  withdrawArticle,
} from './index';

let at: TestDatabase;
let room: Newsroom;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
  room = await openNewsroom(at);
  await at.db.insert(addresses).values({ path: 'news', kind: 'section', sectionId: room.news });
  await findOrCreateOwnAuthor(desk());
});
beforeEach(() => at.setClock(0));
afterAll(() => at.close());

const desk = () => room.as.editor;
const ready = (more: Parameters<typeof write>[1] = {}) =>
  write(desk(), {
    sectionIds: [room.asia, room.news],
    tagIds: [room.tag],
    authorIds: [room.author],
    ...more,
  });
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome && isRefusal(outcome.error)) return outcome.error;
  throw new Error(`not refused: ${JSON.stringify(outcome)}`, {
    cause: 'error' in outcome ? outcome.error : undefined,
  });
}

async function find(articleId: number) {
  const [article] = await at.db.select().from(articles).where(eq(articles.id, articleId));
  if (!article) throw new Error('no article');
  return article;
}
const stateOf = async (articleId: number) =>
  articleState(await find(articleId), (await listPending(desk(), [articleId])).get(articleId) ?? []);

/** Tags that were marked stale since an event. */
async function staleSince(eventId: number): Promise<Set<string>> {
  const rows = await at.db
    .select({ tags: cacheEvents.tags })
    .from(cacheEvents)
    .where(sql`${cacheEvents.id} > ${eventId}`);
  return new Set(rows.flatMap((row) => row.tags));
}
const lastEvent = async () => {
  const [row] = await at.db.execute<{ id: string }>(sql`select coalesce(max(id), 0) as id from cache_events`);
  return Number(row?.id);
};

describe('publishing', () => {
  test('D6 the button makes a story live with its filing, and names every page that shows it', async () => {
    const before = await lastEvent();
    const made = await ready({ title: 'Storm nears' });
    const { liveAt, publicationId } = await publishArticle(desk(), { articleId: made.id });
    expect(await find(made.id)).toMatchObject({
      liveRevisionId: made.revisionId,
      liveSlug: 'storm-nears',
      liveSectionId: room.asia,
      firstLiveAt: liveAt,
      updatedLiveAt: null,
      stage: 'draft',
    });
    const filed = await at.db
      .select()
      .from(articleSections)
      .where(eq(articleSections.articleId, made.id))
      .orderBy(articleSections.position);
    expect(filed.map(({ sectionId, position, liveAt: since }) => [sectionId, position, since])).toEqual([
      [room.asia, 0, liveAt],
      [room.news, 1, liveAt],
    ]);
    expect(await at.db.select().from(articleTags).where(eq(articleTags.articleId, made.id))).toHaveLength(1);
    expect(await at.db.select().from(bylines).where(eq(bylines.articleId, made.id))).toHaveLength(1);
    expect(await staleSince(before)).toEqual(
      new Set([
        `article:${made.id}`,
        'latest',
        'front',
        `section:${room.asia}`,
        `section:${room.news}`,
        `tag:${room.tag}`,
        `author:${room.author}`,
        'path:/asia-pacific/storm-nears',
      ]),
    );
    const [line] = await listPublications(desk(), made.id);
    expect(line).toMatchObject({
      id: publicationId,
      kind: 'publish',
      state: 'applied',
      latenessMs: 0,
      createdBy: 'editor 3',
    });
    const [act] = await at.db
      .select()
      .from(audit)
      .where(sql`${audit.subjectId} = ${String(made.id)} and verb = 'publish-article'`);
    expect(act).toMatchObject({ actorName: 'editor 3', after: { publicationId } });
  });

  test('D7 edits of a live story stay unseen until the update, which readers are told of only when it matters', async () => {
    const made = await ready({ body: story('Old text.') });
    const { liveAt } = await publishArticle(desk(), { articleId: made.id });
    const edit = await save(
      desk(),
      { articleId: made.id, baseRevisionId: made.revisionId },
      { body: story('New text.'), sectionIds: [room.sport] },
    );
    expect(await find(made.id)).toMatchObject({
      liveRevisionId: made.revisionId,
      liveSectionId: room.asia,
      headRevisionId: edit.revisionId,
    });
    await publishArticle(desk(), { articleId: made.id, material: false });
    expect(await find(made.id)).toMatchObject({
      liveRevisionId: edit.revisionId,
      liveSectionId: room.sport,
      firstLiveAt: liveAt,
      updatedLiveAt: null,
    });
    expect(await at.db.select().from(bylines).where(eq(bylines.articleId, made.id))).toEqual([]);
    await save(
      desk(),
      { articleId: made.id, baseRevisionId: edit.revisionId },
      { body: story('Newest text.'), sectionIds: [room.sport] },
    );
    const third = await publishArticle(desk(), { articleId: made.id });
    expect(await find(made.id)).toMatchObject({ firstLiveAt: liveAt, updatedLiveAt: third.liveAt });
  });

  test('R12 a story that moves keeps its old slug and names the pages at both addresses', async () => {
    const made = await ready({ slug: 'moved-from' });
    await publishArticle(desk(), { articleId: made.id });
    await save(
      desk(),
      { articleId: made.id, baseRevisionId: made.revisionId },
      { slug: 'moved-to', sectionIds: [room.sport] },
    );
    const before = await lastEvent();
    await publishArticle(desk(), { articleId: made.id });
    const stale = await staleSince(before);
    for (const tag of [
      'path:/asia-pacific/moved-from',
      'path:/sport/moved-to',
      `section:${room.news}`,
      `section:${room.sport}`,
    ])
      expect(stale).toContain(tag);
    const kept = await at.db.select().from(slugs).where(eq(slugs.articleId, made.id));
    expect(
      kept
        .filter(({ liveAt }) => liveAt !== null)
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['moved-from', 'moved-to']);
  });

  test('D6 an unfinished story is refused, a sentence a field, and nothing is written', async () => {
    const draft = await write(desk(), { title: '', body: story() });
    const refused = await refusal(publishArticle(desk(), { articleId: draft.id }));
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.fields)).toEqual(['title', 'slug', 'sectionIds', 'body']);
    expect(await listPublications(desk(), draft.id)).toEqual([]);
    expect((await refusal(publishArticle(desk(), { articleId: 987_654 }))).code).toBe('not-found');
  });

  test('R16 a staff page needs no section and holds its place at the root', async () => {
    const before = await lastEvent();
    const page = await write(desk(), { title: 'About us' }, 'page');
    await publishArticle(desk(), { articleId: page.id });
    expect(await at.db.select().from(addresses).where(eq(addresses.path, 'about-us'))).toMatchObject([
      { kind: 'page', articleId: page.id },
    ]);
    expect(await staleSince(before)).toContain('path:/about-us');
    await at.db.insert(addresses).values({ path: 'held', kind: 'redirect', target: '/news' });
    for (const title of ['Held', 'Admin', 'News']) {
      const other = await write(desk(), { title }, 'page');
      const refused = await refusal(publishArticle(desk(), { articleId: other.id }));
      expect(refused.message).toContain(`/${title.toLowerCase()}`);
      expect(await find(other.id)).toMatchObject({ liveRevisionId: null });
    }
  });

  test('R16 a staff page that moves leaves a redirect, and may come back', async () => {
    const page = await write(desk(), { slug: 'contact' }, 'page');
    await publishArticle(desk(), { articleId: page.id });
    const moved = await save(
      desk(),
      { articleId: page.id, baseRevisionId: page.revisionId },
      { slug: 'write-to-us' },
    );
    await publishArticle(desk(), { articleId: page.id });
    const at1 = await at.db
      .select()
      .from(addresses)
      .where(eq(addresses.articleId, page.id))
      .orderBy(addresses.path);
    expect(at1).toMatchObject([
      { path: 'contact', kind: 'redirect', target: '/write-to-us' },
      { path: 'write-to-us', kind: 'page' },
    ]);
    await save(desk(), { articleId: page.id, baseRevisionId: moved.revisionId }, { slug: 'contact' });
    await publishArticle(desk(), { articleId: page.id });
    const at2 = await at.db
      .select()
      .from(addresses)
      .where(eq(addresses.articleId, page.id))
      .orderBy(addresses.path);
    expect(at2).toMatchObject([
      { path: 'contact', kind: 'page', target: null },
      { path: 'write-to-us', kind: 'redirect', target: '/contact' },
    ]);
  });

  test('D6 withdrawn is gone from every list and can come back; killed is gone for good', async () => {
    const made = await ready({ slug: 'comes-and-goes' });
    const { liveAt } = await publishArticle(desk(), { articleId: made.id });
    const before = await lastEvent();
    await withdrawArticle(desk(), { articleId: made.id });
    expect(await stateOf(made.id)).toBe('withdrawn');
    expect(await at.db.select().from(articleSections).where(eq(articleSections.articleId, made.id))).toEqual(
      [],
    );
    const stale = await staleSince(before);
    expect(stale).toContain('path:/asia-pacific/comes-and-goes');
    expect(stale).toContain(`!article:${made.id}`);
    expect((await refusal(withdrawArticle(desk(), { articleId: made.id }))).message).toMatch(
      /has been withdrawn/,
    );
    await publishArticle(desk(), { articleId: made.id });
    expect(await find(made.id)).toMatchObject({
      firstLiveAt: liveAt,
      withdrawnAt: null,
      liveSlug: 'comes-and-goes',
    });

    await killArticle(desk(), { articleId: made.id, reason: 'Untrue' });
    expect(await stateOf(made.id)).toBe('killed');
    expect(await find(made.id)).toMatchObject({ liveRevisionId: null, liveSlug: null });
    expect((await at.db.select().from(slugs).where(eq(slugs.slug, 'comes-and-goes')))[0]?.articleId).toBe(
      made.id,
    );
    for (const attempt of [
      () => publishArticle(desk(), { articleId: made.id }),
      () => save(desk(), { articleId: made.id, baseRevisionId: made.revisionId }),
      () => killArticle(desk(), { articleId: made.id }),
    ])
      expect((await refusal(attempt())).message).toMatch(/has been killed/);
  });

  test('D17 the trash takes what readers do not see, with its plans, and gives it back', async () => {
    const made = await ready();
    await scheduleArticle(desk(), { articleId: made.id, effectiveAt: inSeconds(60) });
    await trashArticle(desk(), { articleId: made.id });
    expect(await stateOf(made.id)).toBe('trashed');
    await at.setClock(120);
    await applyDuePublications(at.system);
    expect(await find(made.id)).toMatchObject({ liveRevisionId: null });
    await restoreArticle(desk(), { articleId: made.id });
    expect(await stateOf(made.id)).toBe('draft');
    await publishArticle(desk(), { articleId: made.id });
    expect((await refusal(trashArticle(desk(), { articleId: made.id }))).message).toMatch(
      /is live.*Withdraw it first/,
    );
  });
});

test('T1 a story that moves in keeps its day, counts as on time, and only an administrator may do it', async () => {
  const made = await ready();
  const liveAt = new Date('2014-03-05T09:00:00Z');
  expect((await refusal(restorePublication(desk(), { articleId: made.id, liveAt }))).code).toBe('forbidden');
  expect(
    (await refusal(restorePublication(room.as.administrator, { articleId: made.id, liveAt: inSeconds(60) })))
      .code,
  ).toBe('invalid');
  await restorePublication(room.as.administrator, { articleId: made.id, liveAt });
  expect(await find(made.id)).toMatchObject({ firstLiveAt: liveAt, liveRevisionId: made.revisionId });
  expect((await listPublications(desk(), made.id))[0]).toMatchObject({ latenessMs: 0, appliedAt: liveAt });
});

describe('D8 scheduling', () => {
  test('D8 a story goes live at its instant by the database’s clock, not before, with the text that was pinned', async () => {
    const made = await ready({ body: story('Pinned.') });
    const effectiveAt = inSeconds(3600);
    const { publicationId } = await scheduleArticle(desk(), { articleId: made.id, effectiveAt });
    await save(
      desk(),
      { articleId: made.id, baseRevisionId: made.revisionId },
      { body: story('Written later.'), sectionIds: [room.sport] },
    );
    expect(await stateOf(made.id)).toBe('scheduled');
    expect((await nextDueAt(at.db))?.getTime()).toBe(effectiveAt.getTime());
    expect(await applyDuePublications(at.system)).toBe(0);
    await at.setClock(3602);
    expect(await applyDuePublications(at.system)).toBe(1);
    expect(await find(made.id)).toMatchObject({
      liveRevisionId: made.revisionId,
      liveSectionId: room.asia,
      firstLiveAt: effectiveAt,
    });
    const [line] = await listPublications(desk(), made.id);
    expect(line?.latenessMs).toBeGreaterThan(1000);
    expect(line?.latenessMs).toBeLessThan(10_000);
    const [act] = await at.db
      .select()
      .from(audit)
      .where(sql`${audit.after}->>'publicationId' = ${String(publicationId)} and actor_name = 'test'`);
    expect(act?.verb).toBe('publish-article');
    expect(await applyDuePublications(at.system)).toBe(0);
  });

  test('D8 an update and a withdrawal come in their turn, also when everything slept over both', async () => {
    const made = await ready({ body: story('First.') });
    await scheduleArticle(desk(), { articleId: made.id, effectiveAt: inSeconds(100) });
    const edit = await save(
      desk(),
      { articleId: made.id, baseRevisionId: made.revisionId },
      { body: story('Second.'), sectionIds: [room.asia] },
    );
    await scheduleArticle(desk(), { articleId: made.id, effectiveAt: inSeconds(120), kind: 'update' });
    await scheduleArticle(desk(), { articleId: made.id, effectiveAt: inSeconds(180), kind: 'withdraw' });
    await at.setClock(130);
    expect(await applyDuePublications(at.system)).toBe(2);
    expect(await find(made.id)).toMatchObject({ liveRevisionId: edit.revisionId });
    await at.setClock(7200);
    expect(await applyDuePublications(at.system)).toBe(1);
    expect(await stateOf(made.id)).toBe('withdrawn');
    const late = await listTroubled(desk(), { since: new Date(Date.now() - 3_600_000) });
    expect(late.filter(({ articleId }) => articleId === made.id).map(({ kind }) => kind)).toEqual([
      'withdraw',
    ]);
  });

  test('D8 what makes no sense is refused with a sentence', async () => {
    const made = await ready();
    const plan = (kind: 'publish' | 'update' | 'withdraw', seconds: number, replace = false) =>
      scheduleArticle(desk(), { articleId: made.id, effectiveAt: inSeconds(seconds), kind, replace });
    expect((await refusal(plan('publish', -1))).fields).toHaveProperty('effectiveAt');
    expect((await refusal(plan('update', 60))).message).toMatch(/not be live then/);
    expect((await refusal(plan('withdraw', 60))).message).toMatch(/not be live then/);
    await plan('publish', 100);
    expect((await refusal(plan('publish', 200))).message).toMatch(/already planned/);
    expect((await refusal(plan('withdraw', 50))).message).toMatch(/not be live then/);
    await plan('withdraw', 150);
    expect((await refusal(plan('publish', 160, true))).message).toMatch(/before that time/);
    await plan('publish', 120, true);
    expect((await listPending(desk(), [made.id])).get(made.id)?.map(({ kind }) => kind)).toEqual([
      'publish',
      'withdraw',
    ]);
    await publishArticle(desk(), { articleId: made.id });
    expect((await listPending(desk(), [made.id])).get(made.id)?.map(({ kind }) => kind)).toEqual([
      'withdraw',
    ]);
    expect((await refusal(plan('publish', 100))).message).toMatch(/live already/);
    for (const effectiveAt of [
      'yesterday',
      '2026-01-01',
      '2026-01-01T10:00',
      7,
      '+275760-09-13T00:00:00.000Z',
      null,
      ['2026-01-01T10:00:00Z'],
    ])
      expect(scheduleArticleInput.safeParse({ articleId: 1, effectiveAt }).success).toBe(false);
  });

  test('D8 the database’s clock decides what has passed, not this process’s', async () => {
    const made = await ready();
    await at.setClock(7200);
    expect(
      (await refusal(scheduleArticle(desk(), { articleId: made.id, effectiveAt: inSeconds(3600) }))).message,
    ).toMatch(/has passed/);
  });

  test('D8 a cancelled plan never happens, takes along what hung on it, and stays in the ledger', async () => {
    const made = await ready();
    const { publicationId } = await scheduleArticle(desk(), {
      articleId: made.id,
      effectiveAt: inSeconds(60),
    });
    await scheduleArticle(desk(), { articleId: made.id, effectiveAt: inSeconds(90), kind: 'withdraw' });
    expect((await cancelPublication(desk(), { publicationId })).cancelled).toHaveLength(2);
    expect((await refusal(cancelPublication(desk(), { publicationId }))).message).toMatch(/already/);
    expect((await refusal(cancelPublication(desk(), { publicationId: 987_654 }))).code).toBe('not-found');
    await at.setClock(3600);
    await applyDuePublications(at.system);
    expect((await listPublications(desk(), made.id)).map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
    ]);
    expect(await stateOf(made.id)).toBe('draft');
    await expect(at.db.delete(publications).where(eq(publications.id, publicationId))).rejects.toThrow();
    await expect(
      at.db
        .update(publications)
        .set({ effectiveAt: inSeconds(5) })
        .where(eq(publications.id, publicationId)),
    ).rejects.toThrow();
  });

  test('D8 an embargoed article is kept from readers whatever is planned', async () => {
    const made = await ready();
    const embargoAt = inSeconds(3600);
    await setEmbargo(desk(), { articleId: made.id, embargoAt });
    expect((await refusal(publishArticle(desk(), { articleId: made.id }))).message).toMatch(/under embargo/);
    expect(
      (await refusal(scheduleArticle(desk(), { articleId: made.id, effectiveAt: inSeconds(60) }))).message,
    ).toMatch(/under embargo/);
    await scheduleArticle(desk(), { articleId: made.id, effectiveAt: embargoAt });
    expect(
      (await refusal(setEmbargo(desk(), { articleId: made.id, embargoAt: inSeconds(4000) }))).message,
    ).toMatch(/Move the plan/);
    await at.db
      .update(articles)
      .set({ embargoAt: inSeconds(90_000) })
      .where(eq(articles.id, made.id));
    await at.setClock(3700);
    await applyDuePublications(at.system);
    expect(await find(made.id)).toMatchObject({ liveRevisionId: null });
    expect((await listPublications(desk(), made.id))[0]).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('embargo'),
    });
  });

  test('D8 a row that cannot be applied says why and hinders no other', async () => {
    const [lost] = await at.db.insert(sections).values({ name: 'Lost', slug: 'lost' }).returning();
    const [gone] = await at.db.insert(tags).values({ name: 'Gone', slug: 'gone' }).returning();
    if (!lost || !gone) throw new Error('no rows');
    const homeless = await ready({ sectionIds: [lost.id] });
    const untagged = await ready({ tagIds: [gone.id, room.tag], sectionIds: [room.news, lost.id] });
    for (const { id: articleId } of [homeless, untagged])
      await scheduleArticle(desk(), { articleId, effectiveAt: inSeconds(60) });
    await at.db.delete(sections).where(eq(sections.id, lost.id));
    await at.db.delete(tags).where(eq(tags.id, gone.id));
    await at.setClock(70);
    expect(await applyDuePublications(at.system)).toBe(1);
    expect((await listPublications(desk(), homeless.id))[0]).toMatchObject({
      state: 'failed',
      failure: 'Its first section was deleted.',
    });
    expect(
      await at.db.select().from(articleTags).where(eq(articleTags.articleId, untagged.id)),
    ).toMatchObject([{ tagId: room.tag }]);
    expect(
      (await listTroubled(desk(), { since: inSeconds(-60) })).map(({ articleId }) => articleId),
    ).toContain(homeless.id);
    expect(await applyDuePublications(at.system)).toBe(0);
  });

  test('D8 an article that breaks the database’s own rules is set aside alone', async () => {
    const [good, bad] = [await ready(), await ready()];
    for (const { id: articleId } of [bad, good])
      await scheduleArticle(desk(), { articleId, effectiveAt: inSeconds(60) });
    await at.db.execute(
      sql`alter table articles add constraint poisoned check (id <> ${sql.raw(String(bad.id))} or live_revision_id is null)`,
    );
    await at.setClock(70);
    expect(await applyDuePublications(at.system)).toBe(1);
    await at.db.execute(sql`alter table articles drop constraint poisoned`);
    expect(await stateOf(good.id)).toBe('live');
    expect((await listPublications(desk(), bad.id))[0]).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('our side'),
    });
  });

  test('D8 of 200 due in one second each is applied once by three processes, while an editor saves', async () => {
    const effectiveAt = inSeconds(600);
    const drafts = await planMany(200, effectiveAt);
    const calendar = await listPlanned(desk(), { from: inSeconds(0), to: effectiveAt, limit: 500 });
    expect(calendar).toHaveLength(200);
    expect(calendar[0]?.title).toBe('Due 1');
    await at.setClock(601);
    const processes = [1, 2, 3].map(() => openDatabase(at.url, { max: 3 }));
    const editor = drafts[150] ?? { id: 0, revisionId: 0 };
    const [applied] = await Promise.all([
      Promise.all(
        processes.map((db) => applyDuePublications(readContext(db, { kind: 'system', name: 'timer' }))),
      ),
      save(
        desk(),
        { articleId: editor.id, baseRevisionId: editor.revisionId },
        { title: 'Saved meanwhile', sectionIds: [room.asia] },
      ),
    ]);
    await Promise.all(processes.map((db) => db.$client.end()));
    expect(applied.reduce((sum, n) => sum + n, 0)).toBe(200);
    const [counted] = await at.db.execute<{ live: string; acts: string; stale: string }>(sql`
      select (select count(*) from articles where first_live_at = ${effectiveAt.toISOString()} and live_revision_id is not null) as live,
        (select count(*) from audit where actor_name = 'timer') as acts,
        (select count(distinct tag) from cache_events, unnest(tags) tag where tag like 'path:/asia-pacific/due-%') as stale`);
    expect(counted).toEqual({ live: '200', acts: '200', stale: '200' });
  });
});

describe('D9 what readers saw', () => {
  test('D9 at any instant is told by one question', async () => {
    const made = await ready({ body: story('One.') });
    await publishArticle(desk(), { articleId: made.id });
    const edit = await save(
      desk(),
      { articleId: made.id, baseRevisionId: made.revisionId },
      { body: story('Two.'), sectionIds: [room.asia] },
    );
    await at.setClock(100);
    await publishArticle(desk(), { articleId: made.id });
    await at.setClock(200);
    await withdrawArticle(desk(), { articleId: made.id });
    const saw = (seconds: number) => findAsReadersSaw(desk(), { articleId: made.id, at: inSeconds(seconds) });
    expect(await saw(-60)).toBeNull();
    expect((await saw(50))?.revision?.plainText).toBe('One.');
    expect((await saw(150))?.revision?.id).toBe(edit.revisionId);
    expect(await saw(250)).toMatchObject({ kind: 'withdraw', revision: null });
  });
});

describe('D6 between desks', () => {
  test('D6 a draft is submitted, approved and returned by those who may', async () => {
    const draft = await write(room.as.contributor, { sectionIds: [room.news] });
    const on = { articleId: draft.id };
    expect((await refusal(approveArticle(room.as.author, on))).code).toBe('forbidden');
    expect(await submitForReview(room.as.contributor, on)).toEqual({ stage: 'in_review' });
    expect((await refusal(submitForReview(room.as.contributor, on))).message).toMatch(/submitted already/);
    expect(await approveArticle(desk(), on)).toEqual({ stage: 'approved' });
    expect(await returnToDraft(desk(), on)).toEqual({ stage: 'draft' });
    const nameless = await write(room.as.contributor, { title: '' });
    expect(
      (await refusal(submitForReview(room.as.contributor, { articleId: nameless.id }))).fields,
    ).toHaveProperty('title');
  });

  test('A3 with the id of another’s story nobody below editor does anything to it', async () => {
    const others = await ready();
    const { publicationId } = await scheduleArticle(desk(), {
      articleId: others.id,
      effectiveAt: inSeconds(600),
    });
    const articleId = others.id;
    for (const actor of [room.as.contributor, room.as.author, at.reader])
      for (const attempt of [
        () => publishArticle(actor, { articleId }),
        () => scheduleArticle(actor, { articleId, effectiveAt: inSeconds(60), replace: true }),
        () => cancelPublication(actor, { publicationId }),
        () => withdrawArticle(actor, { articleId }),
        () => killArticle(actor, { articleId }),
        () => trashArticle(actor, { articleId }),
        () => addCorrection(actor, { articleId, text: 'x' }),
        () => setCommentPolicy(actor, { articleId, policy: 'closed' }),
        () => setEmbargo(actor, { articleId, embargoAt: null }),
        () => approveArticle(actor, { articleId }),
        () => applyDuePublications(actor),
      ])
        expect((await refusal(attempt())).code).toBe('forbidden');
    expect(await stateOf(articleId)).toBe('scheduled');
    const sportEditor = await room.person('editor', [room.sport]);
    expect((await refusal(killArticle(sportEditor, { articleId }))).code).toBe('forbidden');
  });

  test('D12 a correction belongs to what readers have seen, and shows at once', async () => {
    const made = await ready();
    expect((await refusal(addCorrection(desk(), { articleId: made.id, text: 'Wrong.' }))).message).toMatch(
      /cannot be corrected/,
    );
    await publishArticle(desk(), { articleId: made.id });
    const before = await lastEvent();
    await addCorrection(desk(), { articleId: made.id, text: 'The year was 1996.', passage: '1986' });
    expect(await staleSince(before)).toContain(`article:${made.id}`);
  });

  test('C6 comments are closed for one article and its page hears of it', async () => {
    const made = await ready();
    const before = await lastEvent();
    await setCommentPolicy(desk(), { articleId: made.id, policy: 'closed' });
    expect(await find(made.id)).toMatchObject({ commentPolicy: 'closed' });
    expect(await staleSince(before)).toEqual(new Set([`article:${made.id}`, `comments:${made.id}`]));
  });

  test('D6 two who publish and kill at once leave one whole state', async () => {
    for (let round = 0; round < 5; round++) {
      const made = await ready();
      await Promise.allSettled([
        publishArticle(desk(), { articleId: made.id }),
        killArticle(desk(), { articleId: made.id }),
        saveDraft(desk(), { ...emptySave, articleId: made.id, baseRevisionId: made.revisionId }),
      ]);
      const state = await stateOf(made.id);
      expect(state).toBe('killed');
      expect(
        await at.db.select().from(articleSections).where(eq(articleSections.articleId, made.id)),
      ).toEqual([]);
    }
  });
});

const emptySave = {
  title: 'Raced',
  standfirst: '',
  slug: undefined,
  lang: null,
  body: story('x'),
  leadMediaId: null,
  leadAlt: '',
  leadCaption: '',
  leadCredit: '',
  sectionIds: [],
  tagIds: [],
  authorIds: [],
};

/** Planned drafts by the hundred, past the commands: what is tried is how they are applied. */
async function planMany(count: number, effectiveAt: Date): Promise<{ id: number; revisionId: number }[]> {
  const rows = await at.db.execute<{ id: string; revision: string }>(sql`
    with drafts as (
      insert into articles (stage) select 'approved' from generate_series(1, ${count}) returning id
    ), texts as (
      insert into revisions (article_id, title, slug, body, body_version, html, plain_text, words, section_ids)
      select id, 'Due ' || row_number() over (order by id), 'due-' || row_number() over (order by id), ${JSON.stringify(story('Text.'))}::jsonb,
        1, '<p>Text.</p>', 'Text.', 1, array[${room.asia}::bigint] from drafts returning id, article_id, slug
    ), claims as (
      insert into slugs (slug, article_id) select slug, article_id from texts
    )
    insert into publications (article_id, revision_id, kind, effective_at)
    select article_id, id, 'publish', ${effectiveAt.toISOString()}::timestamptz from texts order by id
    returning article_id as id, revision_id as revision`);
  await at.db.execute(sql`
    update articles a set head_revision_id = r.id from revisions r where r.article_id = a.id and a.head_revision_id is null`);
  return rows.map(({ id, revision }) => ({ id: Number(id), revisionId: Number(revision) }));
}
