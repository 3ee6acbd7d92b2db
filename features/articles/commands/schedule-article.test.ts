import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '@/db/client';
import { readContext } from '@/db/context';
import { nextDueAt } from '@/db/due';
import { articles, articleTags, audit, publications, sections, tags } from '@/db/schema';
import { scheduleArticleInput } from '../input';
import {
  findAsReadersSaw,
  listPending,
  listPlanned,
  listPublications,
  listTroubled,
} from '../queries/ledger';
import { findArticle, inSeconds, openTestNewsroom, refusal, save, stateOf, story, write } from '../testing';
import {
  applyDuePublications,
  cancelPublication,
  publishArticle,
  scheduleArticle,
  setEmbargo,
  withdrawArticle,
} from './index';

const { at, room } = await openTestNewsroom();
beforeEach(() => at.setClock(0));

const desk = () => room.as.editor;
const ready = (more: Parameters<typeof write>[1] = {}) =>
  write(desk(), {
    sectionIds: [room.asia, room.news],
    tagIds: [room.tag],
    authorIds: [room.author],
    ...more,
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
    expect(await stateOf(at, made.id)).toBe('scheduled');
    expect((await nextDueAt(at.db))?.getTime()).toBe(effectiveAt.getTime());
    expect(await applyDuePublications(at.system)).toBe(0);
    await at.setClock(3602);
    expect(await applyDuePublications(at.system)).toBe(1);
    expect(await findArticle(at, made.id)).toMatchObject({
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
    expect(await findArticle(at, made.id)).toMatchObject({ liveRevisionId: edit.revisionId });
    await at.setClock(7200);
    expect(await applyDuePublications(at.system)).toBe(1);
    expect(await stateOf(at, made.id)).toBe('withdrawn');
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
    expect(await stateOf(at, made.id)).toBe('draft');
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
    expect(await findArticle(at, made.id)).toMatchObject({ liveRevisionId: null });
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
    expect(await stateOf(at, good.id)).toBe('live');
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
