import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { addresses, articles, audit, sections, slugs } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { addRedirect, deleteRedirect, editRedirect, pasteRedirects } from './commands';
import { listRedirects } from './queries/redirects';

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});
beforeEach(async () => {
  await at.db.execute(sql`truncate addresses, cache_events, sections, articles cascade`);
});

const administrator = () => at.as(staffActor('administrator'));
const add = (from: string, to: string) => addRedirect(administrator(), { from, to });
const paste = (lines: string[], replace = false) =>
  pasteRedirects(administrator(), { lines: lines.join('\n'), replace });
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ code, fields }) => ({ code, ...fields }),
  );
const targets = async () =>
  Object.fromEntries(
    (await at.db.select().from(addresses).where(eq(addresses.kind, 'redirect'))).map((row) => [
      row.path,
      row.target,
    ]),
  );
const staleTags = async () =>
  (await at.db.execute<{ tags: string[] }>(sql`select tags from cache_events order by id`)).map(({ tags }) =>
    tags.sort(),
  );

test('D19 an old address leads elsewhere, is changed and deleted, each time on every instance and in the audit log', async () => {
  await add('/2014/05/Old-Page/', '/news');
  expect(await targets()).toEqual({ '2014/05/old-page': '/news' });
  await editRedirect(administrator(), { from: '2014/05/old-page', to: 'https://archive.example/old' });
  expect(await targets()).toEqual({ '2014/05/old-page': 'https://archive.example/old' });
  await deleteRedirect(administrator(), { from: '2014/05/old-page' });
  expect(await targets()).toEqual({});
  expect(await staleTags()).toEqual(Array(3).fill(['path:/2014/05/old-page']));
  const acts = await at.db.select().from(audit).orderBy(audit.id);
  expect(acts.map(({ verb }) => verb)).toEqual(['set-redirects', 'set-redirects', 'delete-redirect']);
  expect(acts[1]).toMatchObject({
    before: { '/2014/05/old-page': '/news' },
    after: { '/2014/05/old-page': 'https://archive.example/old' },
  });
  const gone = { code: 'not-found' };
  expect(await refusalOf(deleteRedirect(administrator(), { from: 'a' }))).toEqual(gone);
  expect(await refusalOf(editRedirect(administrator(), { from: 'a', to: '/b' }))).toEqual(gone);
});

test('D19 chains collapse to one step, whichever end is set first, and loops are refused', async () => {
  await add('/a', '/b');
  await add('/b', '/c');
  expect(await targets()).toEqual({ a: '/c', b: '/c' });
  await add('/z', '/a');
  expect(await targets()).toMatchObject({ z: '/c' });
  expect(await staleTags()).toContainEqual(['path:/a', 'path:/b']);
  expect(await refusalOf(add('/c', '/z'))).toEqual({
    code: 'invalid',
    to: expect.stringContaining('come back'),
  });
  expect(await refusalOf(add('/c', '/c'))).toMatchObject({ to: 'That is the address itself.' });
});

test('D19 no address is taken that a section, a page, a story or the paper itself answers', async () => {
  const [section] = await at.db.insert(sections).values({ name: 'News', slug: 'news' }).returning();
  await at.db.insert(addresses).values({ path: 'news', kind: 'section', sectionId: section?.id });
  const [page] = await at.db.insert(articles).values({ kind: 'page' }).returning();
  await at.db.insert(addresses).values({ path: 'about', kind: 'page', articleId: page?.id });
  const [killed] = await at.db.insert(articles).values({ kind: 'story', killedAt: new Date() }).returning();
  const [draft] = await at.db.insert(articles).values({ kind: 'story' }).returning();
  await at.db.insert(slugs).values([
    { slug: 'never', articleId: killed?.id ?? 0 },
    { slug: 'maybe', articleId: draft?.id ?? 0 },
  ]);
  const said = async (from: string) => (await refusalOf(add(from, '/x')))?.from ?? 'taken';
  expect(await said('/News')).toContain('is a section');
  expect(await said('/news/feed.xml')).toContain('is a page of this paper');
  expect(await said('/about')).toContain('is a page');
  expect(await said('/news/never')).toContain('was killed');
  expect(await said('/latest')).toContain('Broadsheet itself answers');
  expect(await said('/news/maybe')).toBe('taken');
  expect(await said('/news/maybe')).toBe('taken');
  expect(await refusalOf(add('/news/maybe', '/y'))).toMatchObject({
    from: expect.stringContaining('leads to /x'),
  });
});

test('D19 a paste writes what is good and tells every line what became of it', async () => {
  await add('/kept', '/here');
  await add('/same', '/there');
  const lines = [
    '/a /b',
    '/b https://elsewhere.example/',
    '/same /there',
    '/kept /elsewhere',
    '/admin /x',
    '/a /c',
    '/loop /pool',
    '/pool /loop',
    'only-one',
  ];
  const report = await paste(lines);
  expect(report.map(({ outcome }) => outcome)).toEqual([
    'added',
    'added',
    'same',
    'refused',
    'refused',
    'refused',
    'refused',
    'refused',
    'refused',
  ]);
  expect(report.map(({ text }) => text)).toEqual(lines);
  expect(report[3]?.sentence).toContain('leads to /here already');
  expect(report[5]?.sentence).toContain('Line 1 has /a already');
  expect(await targets()).toEqual({
    a: 'https://elsewhere.example/',
    b: 'https://elsewhere.example/',
    same: '/there',
    kept: '/here',
  });
  expect(await paste(['/kept /elsewhere'], true)).toMatchObject([{ outcome: 'changed' }]);
  expect(await targets()).toMatchObject({ kept: '/elsewhere' });
});

test('D19 the list shows those the paper made too, is searched by either address and paged by key', async () => {
  await at.db.execute(sql`
    insert into addresses (path, kind, target, by_hand)
    select 'old/' || lpad(n::text, 4, '0'), 'redirect', '/new-' || n, n % 2 = 0 from generate_series(1, 120) n`);
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listRedirects(at.system, { after });
    seen.push(...page.redirects.map(({ path }) => path));
    if (page.next === null) break;
    after = page.next;
  }
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  const { redirects } = await listRedirects(at.system, { matching: 'NEW-12' });
  expect(redirects.map(({ path, byHand }) => [path, byHand])).toEqual([
    ['old/0012', true],
    ['old/0120', true],
  ]);
  for (const matching of ['/old/0012', '/new-12'])
    expect((await listRedirects(at.system, { matching })).redirects[0]).toMatchObject({ path: 'old/0012' });
  expect((await listRedirects(at.system, { matching: '%' })).redirects).toEqual([]);
});

test('D19 among a hundred thousand the list, a search and a paste use their indexes', async () => {
  await at.db.execute(sql`
    insert into addresses (path, kind, target, by_hand)
    select 'archive-' || n || '/page', 'redirect', '/news/story-' || n, true from generate_series(1, 100000) n`);
  await at.db.execute(sql`analyze addresses`);
  const planOf = async (query: ReturnType<typeof sql>) =>
    JSON.stringify(await at.db.execute(sql`explain (format json) ${query}`));
  expect(
    await planOf(
      sql`select path from addresses where kind = 'redirect' and path > 'archive-5' order by path limit 51`,
    ),
  ).toContain('addresses_pkey');
  expect(
    await planOf(
      sql`select path from addresses where kind = 'redirect' and (path || ' ' || target) ilike '%story-77777%' order by path limit 51`,
    ),
  ).toContain('addresses_words');
  expect(
    await planOf(sql`select path from addresses where kind = 'redirect' and target = '/news/story-5'`),
  ).toContain('addresses_target');
  const many = Array.from({ length: 2_000 }, (_, n) => `/news-old/story-${n} /archive-${n + 1}/page`);
  const report = await paste(many);
  expect(report.every(({ outcome }) => outcome === 'added')).toBe(true);
  expect((await targets())['news-old/story-7']).toBe('/news/story-8');
});
