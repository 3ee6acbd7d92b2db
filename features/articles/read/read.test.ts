import { desc } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { cacheEvents, tags } from '@/db/schema';
import { updateMedia } from '@/features/media/commands';
import { readSite } from '@/features/settings/read';
import { editSection } from '@/features/taxonomy/commands';
import { cacheTags } from '@/lib/cache-tags';
import { openPressNotes, withPressNotes } from '@/lib/press-notes';
import { killArticle, publishArticle, scheduleArticle, withdrawArticle } from '../commands';
import type { SaveDraft } from '../input';
import { openTestNewsroom, save, write } from '../testing';
import { readArticle, readRoot } from './article';
import { elsewhere } from './elsewhere';
import {
  readArchivePage,
  readAuthorPage,
  readFront,
  readLatest,
  readSectionPage,
  readTagPage,
} from './lists';
import { readShell } from './shell';

const { at, room } = await openTestNewsroom();

/** What a page reads, and what it tells the press while it does. */
async function asked<T extends object>(work: () => Promise<T>) {
  const notes = openPressNotes();
  const found = await withPressNotes(notes, work);
  return {
    found,
    status: notes.status ?? 200,
    location: notes.location,
    tags: notes.tags,
    goodUntil: notes.goodUntil,
  };
}

async function live(content: Partial<SaveDraft> = {}, kind: 'story' | 'page' = 'story') {
  const written = await write(room.as.editor, { sectionIds: [room.news], ...content }, kind);
  await publishArticle(room.as.editor, { articleId: written.id });
  return written;
}

describe('R12 old addresses', () => {
  test('R12 a changed slug or section moves for ever, in one step however often it changed', async () => {
    const { id, slug, revisionId } = await live({ title: 'First name' });
    const second = await save(
      room.as.editor,
      { articleId: id, baseRevisionId: revisionId },
      { slug: 'second-name', sectionIds: [room.sport] },
    );
    await publishArticle(room.as.editor, { articleId: id });
    await save(
      room.as.editor,
      { articleId: id, baseRevisionId: second.revisionId },
      { slug: 'third-name', sectionIds: [room.sport] },
    );
    await publishArticle(room.as.editor, { articleId: id });
    for (const path of [
      `/news/${slug}`,
      '/sport/second-name',
      '/news/third-name',
      '/nowhere/third-name',
      '/Sport/Third-Name',
    ])
      expect(await asked(() => readArticle(path)), path).toMatchObject({
        status: 301,
        location: '/sport/third-name',
      });
    // As an imported site had it: the slug alone.
    expect(await asked(() => readRoot('/third-name'))).toMatchObject({
      status: 301,
      location: '/sport/third-name',
    });

    await editSection(room.as.administrator, {
      sectionId: room.sport,
      name: 'Sport',
      slug: 'sports',
      description: '',
    });
    expect(await asked(() => readArticle('/sport/third-name'))).toMatchObject({
      status: 301,
      location: '/sports/third-name',
    });
    expect(await asked(() => readRoot('/sport'))).toMatchObject({ status: 301, location: '/sports' });
    expect(await asked(() => readArticle('/sports/third-name'))).toMatchObject({
      status: 200,
      found: { state: 'live' },
    });
  });

  test('R12 a draft is 404 and its page waits for it; withdrawn is 404, killed is 410', async () => {
    const draft = await write(room.as.editor, { title: 'Still a draft', sectionIds: [room.news] });
    const before = await asked(() => readArticle(`/news/${draft.slug}`));
    expect(before).toMatchObject({ status: 404, found: { state: 'missing' } });
    expect([...before.tags]).toEqual(
      expect.arrayContaining([`path:/news/${draft.slug}`, `article:${draft.id}`]),
    );

    await publishArticle(room.as.editor, { articleId: draft.id });
    expect((await asked(() => readArticle(`/news/${draft.slug}`))).status).toBe(200);
    await withdrawArticle(room.as.editor, { articleId: draft.id });
    expect((await asked(() => readArticle(`/news/${draft.slug}`))).status).toBe(404);
    await publishArticle(room.as.editor, { articleId: draft.id });
    await killArticle(room.as.editor, { articleId: draft.id });
    expect(await asked(() => readArticle(`/news/${draft.slug}`))).toMatchObject({
      status: 410,
      found: { state: 'gone' },
    });
  });

  test('R16 a staff page stands at the root, moves with its slug, and is gone when killed', async () => {
    const page = await live({ title: 'About us', sectionIds: [] }, 'page');
    expect(await asked(() => readRoot('/about-us'))).toMatchObject({
      status: 200,
      found: { article: { kind: 'page' } },
    });
    expect(await asked(() => readArticle('/news/about-us'))).toMatchObject({
      status: 301,
      location: '/about-us',
    });
    await save(
      room.as.editor,
      { articleId: page.id, baseRevisionId: page.revisionId },
      { title: 'About', slug: 'about', sectionIds: [] },
    );
    await publishArticle(room.as.editor, { articleId: page.id });
    expect(await asked(() => readRoot('/about-us'))).toMatchObject({ status: 301, location: '/about' });
    await killArticle(room.as.editor, { articleId: page.id });
    expect((await asked(() => readRoot('/about'))).status).toBe(410);
  });

  test.each([
    '/nowhere/nothing',
    '/news/%00',
    '/news/%E0%A4%A',
    '/news/<script>',
    '/news/..%2f..%2fetc',
    '/%F0%9F%98%80/x',
    `/news/${'x'.repeat(10_000)}`,
    "/news/'; drop table articles; --",
  ])('R12 %.40s is 404, and may be kept', async (path) => {
    for (const read of [readArticle, readRoot, elsewhere]) {
      const { status, tags } = await asked(() => read(path));
      expect(status).toBe(404);
      expect(tags.size).toBeGreaterThan(0);
    }
  });
});

describe('R7 lists through the press', () => {
  test('R7 pages lead to each other; a cursor nobody was given is 404', async () => {
    const [tag] = await at.db.insert(tags).values({ name: 'Many', slug: 'many' }).returning();
    for (let n = 0; n < 21; n++) await live({ title: `Many ${n}`, tagIds: [tag?.id ?? 0] });
    const first = await asked(() => readTagPage('/tag/many', undefined));
    if (first.found.state !== 'live') throw new Error('no page');
    expect(first.found).toMatchObject({ first: true, href: '/tag/many', newerHref: null });
    expect(first.found.olderHref).toMatch(/^\/tag\/many\?before=\d+-\d+$/);
    const before = first.found.olderHref?.split('before=')[1];
    const second = await asked(() => readTagPage('/tag/many', before));
    expect(second.found).toMatchObject({
      first: false,
      href: first.found.olderHref,
      newerHref: '/tag/many',
      olderHref: null,
    });
    const last = second.found.state === 'live' ? second.found.stories.at(-1) : undefined;
    const beyond = `${last?.liveAt.getTime()}-${last?.id}`;
    for (const wrong of [
      '-1',
      '0',
      'x',
      '1-1-1',
      '1e3-1',
      `${before}\u0000`,
      [before, before],
      '9'.repeat(10_000),
      beyond,
      '0-0',
    ])
      expect((await asked(() => readTagPage('/tag/many', wrong))).status, String(wrong).slice(0, 40)).toBe(
        404,
      );
  });

  test('R7 every list says what it used and until when it is good', async () => {
    const author = await live({
      title: 'By Ada',
      authorIds: [room.author],
      tagIds: [room.tag],
      sectionIds: [room.asia],
    });
    const soon = new Date(Date.now() + 3_600_000);
    const planned = await write(room.as.editor, { title: 'Planned', sectionIds: [room.asia] });
    await scheduleArticle(room.as.editor, {
      articleId: planned.id,
      effectiveAt: soon,
      kind: 'publish',
      material: true,
      replace: false,
    });
    const month = new Date().toISOString().slice(0, 7).replace('-', '/');
    const lists: [() => Promise<object>, string[]][] = [
      [() => readFront(), ['front', 'latest', 'taxonomy']],
      [() => readLatest(undefined), ['latest']],
      [() => readSectionPage(room.news, undefined), [`section:${room.news}`, 'taxonomy']],
      [() => readTagPage('/tag/storm', undefined), [`tag:${room.tag}`]],
      [() => readAuthorPage('/author/ada-byline', undefined), [`author:${room.author}`]],
      [() => readArchivePage(`/archive/${month}`, undefined), ['latest']],
    ];
    for (const [read, expected] of lists) {
      const { tags, goodUntil, found } = await asked(read);
      expect([...tags]).toEqual(expect.arrayContaining(expected));
      expect(goodUntil?.getTime()).toBe(soon.getTime());
      expect(JSON.stringify(found)).toContain(author.slug);
      // R12: taken back, it takes the list with it, the last good page too.
      expect(tags).toContain(cacheTags.shown(author.id));
    }
    for (const none of ['1999/01', '9999/12', '0026/11', '0000/01'])
      expect((await asked(() => readArchivePage(`/archive/${none}`, undefined))).status, none).toBe(404);
    expect((await asked(() => readArchivePage('/archive/2024/13', undefined))).status).toBe(404);
    expect(await asked(() => readTagPage('/tag/Storm', undefined))).toMatchObject({
      status: 301,
      location: '/tag/storm',
    });
  });
});

test('R2 an article page asks the database three times, before its discussion', async () => {
  const { slug } = await live({ title: 'Counted', tagIds: [room.tag], authorIds: [room.author] });
  const client = database().$client;
  const asking = vi.spyOn(client, 'unsafe');
  await Promise.all([readSite(), readShell(), readArticle(`/news/${slug}`)]);
  expect(asking).toHaveBeenCalledTimes(3);
  asking.mockRestore();
});

test('R15 where a picture may be cut is told to every list that shows it, and moving it turns them', async () => {
  await live({ leadMediaId: room.picture.id });
  expect((await asked(() => readLatest(undefined))).tags).toContain(cacheTags.media(room.picture.id));
  await updateMedia(room.as.editor, { mediaId: room.picture.id, focalX: 0.2, focalY: 0.9 });
  const [event] = await at.db.select().from(cacheEvents).orderBy(desc(cacheEvents.id)).limit(1);
  expect(event?.tags).toContain(cacheTags.media(room.picture.id));
  const { found } = await asked(() => readFront());
  expect([found.lead, ...found.seconds].find((card) => card?.lead)?.lead?.focal).toEqual({ x: 0.2, y: 0.9 });
});
