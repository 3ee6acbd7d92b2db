import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { transact, type Work } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { addresses, sections, settings } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { createSetupLink } from '@/features/users/commands';
import { findActor } from '@/features/users/queries';
import { setUpPaper, updateSettings } from './commands';
import { claimAddress, moveAddress, redirectAddress } from './commands/addresses';
import { defaultSettings, updateSettingsInput } from './input';
import { findAddress, readSettings } from './queries';

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});
beforeEach(async () => {
  await at.db.execute(sql`truncate settings, addresses, sections, users, cache_events cascade`);
});

const administrator = () => at.as(staffActor('administrator'));
const inTransaction = <T>(work: (tx: Work) => Promise<T>) => transact(at.system, work);

describe('settings', () => {
  test('D19 what was never set has its default, and a stored value that no longer fits does too', async () => {
    expect(await readSettings(at.reader)).toEqual(defaultSettings);
    await at.db.insert(settings).values([
      { key: 'siteName', value: 'The Evening Post' },
      { key: 'timeZone', value: 'Mars/Olympus' },
      { key: 'forgotten', value: 1 },
    ]);
    expect(await readSettings(at.reader)).toEqual({ ...defaultSettings, siteName: 'The Evening Post' });
  });

  test('D19 a change is kept, expires every page and is in the audit log with before and after', async () => {
    await updateSettings(
      administrator(),
      updateSettingsInput.parse({ siteName: ' The  Evening\nPost ', tagline: '' }),
    );
    expect(await readSettings(at.reader)).toMatchObject({ siteName: 'The Evening Post' });
    expect(await at.db.execute(sql`select tags from cache_events`)).toMatchObject([{ tags: ['settings'] }]);
    expect(await at.db.execute(sql`select verb, before, after from audit order by id desc limit 1`)).toEqual([
      {
        verb: 'update-settings',
        before: { siteName: 'Broadsheet' },
        after: { siteName: 'The Evening Post' },
      },
    ]);
  });

  test('D19 saving what is there already writes nothing', async () => {
    await updateSettings(administrator(), defaultSettings);
    expect(await at.db.$count(settings)).toBe(0);
    expect(await at.db.execute(sql`select 1 from cache_events`)).toHaveLength(0);
  });

  test.each([
    [{ siteName: '   ' }, 'siteName', 'The paper needs a name.'],
    [{ siteName: 'x'.repeat(81) }, 'siteName', 'At most 80'],
    [{ siteName: ['a', 'b'] }, 'siteName', 'Text'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'from the list'],
    [{ language: 'not a tag' }, 'language', 'language tag'],
    [{ contactEmail: 'a@x.example, b@y.example' }, 'contactEmail', 'Not an address'],
    [{ copyrightStartYear: '20 26' }, 'copyrightStartYear', 'four digits'],
    [{ copyrightStartYear: 1e9 }, 'copyrightStartYear', 'four digits'],
    [{ commentsCloseAfterDays: '-1' }, 'commentsCloseAfterDays', 'from 0 to 3650'],
    [{ commentModeration: 'sometimes' }, 'commentModeration', 'from the list'],
    [{ about: 'x'.repeat(1_000_000) }, 'about', 'At most 1000'],
  ])('D19 %j is refused with a sentence for its field', (sent, field, sentence) => {
    const parsed = updateSettingsInput.safeParse(sent);
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      [field, expect.stringContaining(sentence)],
    ]);
  });

  test('D19 a NUL byte and a lone surrogate are taken out, not stored', async () => {
    await updateSettings(administrator(), updateSettingsInput.parse({ about: 'a\0b\ud800c' }));
    expect(await readSettings(at.reader)).toMatchObject({ about: 'ab\ufffdc' });
  });
});

describe('first run', () => {
  const person = { name: 'Ada', email: 'ada@paper.example', password: 'seven lean oxen graze' };

  test('A1 setting up makes the administrator and names the paper, together or not at all', async () => {
    const token = (await createSetupLink(at.system))?.url.split('/').at(-1) ?? '';
    const paper = { siteName: 'The Evening Post', timeZone: 'Europe/Berlin' };
    await expect(
      setUpPaper(at.reader, { token, ...person, ...paper, password: 'password1' }),
    ).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await readSettings(at.reader)).toEqual(defaultSettings);
    const { token: session } = await setUpPaper(at.reader, { token, ...person, ...paper });
    expect(await findActor(at.db, session)).toMatchObject({ role: 'administrator' });
    expect(await readSettings(at.reader)).toMatchObject(paper);
    await expect(
      setUpPaper(at.reader, {
        token,
        ...person,
        email: 'eve@paper.example',
        siteName: 'Eve’s',
        timeZone: 'UTC',
      }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await readSettings(at.reader)).toMatchObject(paper);
  });
});

describe('addresses', () => {
  async function newSection(slug: string): Promise<number> {
    const [row] = await at.db.insert(sections).values({ name: slug, slug }).returning();
    return row?.id ?? 0;
  }
  const claim = async (slug: string) => {
    const sectionId = await newSection(slug);
    await inTransaction((tx) => claimAddress(tx, { path: slug, kind: 'section', sectionId }));
    return sectionId;
  };
  const move = (sectionId: number, from: string, to: string) =>
    inTransaction((tx) => moveAddress(tx, { kind: 'section', sectionId, from, to }));
  const targets = async () =>
    Object.fromEntries(
      (await at.db.select().from(addresses)).map(({ path, kind, target }) => [path, target ?? kind]),
    );

  test('R12 an address is found in any capitals and with slashes at its ends', async () => {
    const sectionId = await claim('asia');
    for (const path of ['asia', '/asia', '/Asia/'])
      expect(await findAddress(at.reader, path)).toMatchObject({ kind: 'section', sectionId });
    expect(await findAddress(at.reader, 'asia/pacific')).toBeNull();
  });

  test('R12 chains of moves collapse: every old address leads to the newest in one step', async () => {
    const sectionId = await claim('a');
    await inTransaction((tx) => redirectAddress(tx, { from: '2014/old-page', to: 'a' }));
    await move(sectionId, 'a', 'b');
    await move(sectionId, 'b', 'c');
    expect(await targets()).toEqual({ a: '/c', b: '/c', c: 'section', '2014/old-page': '/c' });
  });

  test('R12 a section may go back to its old address, which then redirects no more', async () => {
    const sectionId = await claim('a');
    await move(sectionId, 'a', 'b');
    await move(sectionId, 'b', 'a');
    expect(await targets()).toEqual({ a: 'section', b: '/a' });
  });

  test('R12 nobody takes an address that is reserved, in use, or still leads readers elsewhere', async () => {
    const sectionId = await claim('a');
    await move(sectionId, 'a', 'b');
    const other = await newSection('other');
    const tried = (path: string) =>
      inTransaction((tx) => claimAddress(tx, { path, kind: 'section', sectionId: other })).catch(
        ({ fields }) => fields,
      );
    expect(await tried('b')).toEqual({ slug: expect.stringContaining('another section already') });
    expect(await tried('a')).toEqual({
      slug: expect.stringContaining('still leads readers of old links to /b'),
    });
    for (const word of ['admin', 'Feed.xml', 'sitemap-3.xml', '.well-known', 'wp-login.php'])
      expect(await tried(word)).toEqual({ slug: expect.stringContaining('answers') });
  });

  test('R12 of two sections that want one address at once, one gets it', async () => {
    const [one, two] = [await newSection('one'), await newSection('two')];
    const both = await Promise.allSettled(
      [one, two].map((sectionId) =>
        inTransaction((tx) => claimAddress(tx, { path: 'wanted', kind: 'section', sectionId })),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('R12 a claim expires the cached 404 there', async () => {
    await claim('fresh');
    expect(await at.db.execute(sql`select tags from cache_events`)).toMatchObject([
      { tags: ['path:/fresh'] },
    ]);
  });
});
