import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addresses, articleSections, articleTags, audit, bylines, slugs } from '@/db/schema';
import { listPublications } from '../queries/ledger';
import {
  findArticle,
  inSeconds,
  lastEvent,
  openTestNewsroom,
  refusal,
  save,
  staleSince,
  stateOf,
  story,
  write,
} from '../testing';
import {
  applyDuePublications,
  killArticle,
  publishArticle,
  restoreArticle,
  restorePublication,
  scheduleArticle,
  trashArticle,
  withdrawArticle,
} from './index';

const { at, room } = await openTestNewsroom();
beforeAll(async () => {
  await at.db.insert(addresses).values({ path: 'news', kind: 'section', sectionId: room.news });
});
beforeEach(() => at.setClock(0));

const desk = () => room.as.editor;
const ready = (more: Parameters<typeof write>[1] = {}) =>
  write(desk(), {
    sectionIds: [room.asia, room.news],
    tagIds: [room.tag],
    authorIds: [room.author],
    ...more,
  });

describe('publishing', () => {
  test('D6 the button makes a story live with its filing, and names every page that shows it', async () => {
    const made = await ready({ title: 'Storm nears' });
    const before = await lastEvent(at);
    const { liveAt, publicationId } = await publishArticle(desk(), { articleId: made.id });
    expect(await findArticle(at, made.id)).toMatchObject({
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
    expect(await staleSince(at, before)).toEqual(
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
    expect(await findArticle(at, made.id)).toMatchObject({
      liveRevisionId: made.revisionId,
      liveSectionId: room.asia,
      headRevisionId: edit.revisionId,
    });
    await publishArticle(desk(), { articleId: made.id, material: false });
    expect(await findArticle(at, made.id)).toMatchObject({
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
    expect(await findArticle(at, made.id)).toMatchObject({
      firstLiveAt: liveAt,
      updatedLiveAt: third.liveAt,
    });
  });

  test('R12 a story that moves keeps its old slug and names the pages at both addresses', async () => {
    const made = await ready({ slug: 'moved-from' });
    await publishArticle(desk(), { articleId: made.id });
    await save(
      desk(),
      { articleId: made.id, baseRevisionId: made.revisionId },
      { slug: 'moved-to', sectionIds: [room.sport] },
    );
    const before = await lastEvent(at);
    await publishArticle(desk(), { articleId: made.id });
    const stale = await staleSince(at, before);
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
    const before = await lastEvent(at);
    const page = await write(desk(), { title: 'About us' }, 'page');
    await publishArticle(desk(), { articleId: page.id });
    expect(await at.db.select().from(addresses).where(eq(addresses.path, 'about-us'))).toMatchObject([
      { kind: 'page', articleId: page.id },
    ]);
    expect(await staleSince(at, before)).toContain('path:/about-us');
    await at.db.insert(addresses).values({ path: 'held', kind: 'redirect', target: '/news' });
    for (const title of ['Held', 'Admin', 'News']) {
      const other = await write(desk(), { title }, 'page');
      const refused = await refusal(publishArticle(desk(), { articleId: other.id }));
      expect(refused.message).toContain(`/${title.toLowerCase()}`);
      expect(await findArticle(at, other.id)).toMatchObject({ liveRevisionId: null });
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
    const before = await lastEvent(at);
    await withdrawArticle(desk(), { articleId: made.id });
    expect(await stateOf(at, made.id)).toBe('withdrawn');
    expect(await at.db.select().from(articleSections).where(eq(articleSections.articleId, made.id))).toEqual(
      [],
    );
    const stale = await staleSince(at, before);
    expect(stale).toContain('path:/asia-pacific/comes-and-goes');
    expect(stale).toContain(`!article:${made.id}`);
    expect((await refusal(withdrawArticle(desk(), { articleId: made.id }))).message).toMatch(
      /has been withdrawn/,
    );
    await publishArticle(desk(), { articleId: made.id });
    expect(await findArticle(at, made.id)).toMatchObject({
      firstLiveAt: liveAt,
      withdrawnAt: null,
      liveSlug: 'comes-and-goes',
    });

    await killArticle(desk(), { articleId: made.id, reason: 'Untrue' });
    expect(await stateOf(at, made.id)).toBe('killed');
    expect(await findArticle(at, made.id)).toMatchObject({ liveRevisionId: null, liveSlug: null });
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
    expect(await stateOf(at, made.id)).toBe('trashed');
    await at.setClock(120);
    await applyDuePublications(at.system);
    expect(await findArticle(at, made.id)).toMatchObject({ liveRevisionId: null });
    await restoreArticle(desk(), { articleId: made.id });
    expect(await stateOf(at, made.id)).toBe('draft');
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
  expect(await findArticle(at, made.id)).toMatchObject({
    firstLiveAt: liveAt,
    liveRevisionId: made.revisionId,
  });
  expect((await listPublications(desk(), made.id))[0]).toMatchObject({ latenessMs: 0, appliedAt: liveAt });
});
