import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { saveMenus } from '@/features/settings/commands';
import { readSettings } from '@/features/settings/queries';
import { cacheTags } from '@/lib/cache-tags';
import { openPressNotes, withPressNotes } from '@/lib/press-notes';
import {
  addCorrection,
  amendCorrection,
  killArticle,
  publishArticle,
  removeCorrection,
  withdrawArticle,
} from './commands';
import { listArticlesInput } from './list-input';
import { listArticles } from './queries/desk';
import { readShellRows } from './queries/shell';
import { findBySlug, listCorrections, listMonths, monthsAround } from './queries/site';
import { readCorrections } from './read/lists';
import { lastEvent, openTestNewsroom, refusal, save, staleSince, story, write } from './testing';

const { at, room } = await openTestNewsroom();

async function live(title: string, kind: 'story' | 'page' = 'story') {
  const written = await write(
    room.as.editor,
    { title, sectionIds: kind === 'story' ? [room.news] : [], body: story('It was 11. So they said.') },
    kind,
  );
  await publishArticle(room.as.editor, { articleId: written.id });
  return written;
}

describe('D12 R16 corrections', () => {
  beforeEach(() => at.db.execute(sql`truncate corrections`));

  test('D12 a correction shows with its story and on its own page; amended it says so; removed it is nowhere', async () => {
    const { id: articleId, slug } = await live('A story with a mistake');
    const { id } = await addCorrection(room.as.editor, {
      articleId,
      text: 'It was 10.',
      passage: 'It was 11.',
    });
    const shown = async () => {
      const found = await findBySlug(at.reader, slug);
      return found?.state === 'live' ? found.article.corrections : [];
    };
    expect(await shown()).toMatchObject([{ id, text: 'It was 10.', amendedAt: null }]);
    const before = await lastEvent(at);
    await amendCorrection(room.as.editor, { correctionId: id, text: 'It was 12.', passage: 'It was 11.' });
    expect(await staleSince(at, before)).toEqual(new Set([`article:${articleId}`, 'latest']));
    expect(await shown()).toMatchObject([{ id, text: 'It was 12.', amendedAt: expect.any(Date) }]);
    expect((await listCorrections(at.reader)).corrections).toMatchObject([
      { id, text: 'It was 12.', story: { title: 'A story with a mistake', href: `/news/${slug}` } },
    ]);
    // R12: taken back, the story takes this list with it, the last good page too.
    const notes = openPressNotes();
    await withPressNotes(notes, () => readCorrections(undefined));
    expect(notes.tags).toContain(cacheTags.shown(articleId));
    await removeCorrection(room.as.editor, { correctionId: id });
    expect(await shown()).toEqual([]);
    expect((await listCorrections(at.reader)).corrections).toEqual([]);
    const removed = { correctionId: id, text: 'X', passage: '' };
    expect(await refusal(removeCorrection(room.as.editor, removed))).toMatchObject({ code: 'not-found' });
    expect(await refusal(amendCorrection(room.as.editor, removed))).toMatchObject({ code: 'not-found' });
    const acts = await at.db.execute(
      sql`select verb, before, after from audit where verb like '%correction' order by id`,
    );
    expect(acts).toEqual([
      {
        verb: 'amend-correction',
        before: { correctionId: id, text: 'It was 10.', passage: 'It was 11.' },
        after: { correctionId: id, text: 'It was 12.', passage: 'It was 11.' },
      },
      {
        verb: 'remove-correction',
        before: { correctionId: id, text: 'It was 12.', passage: 'It was 11.' },
        after: null,
      },
    ]);
  });

  test('R16 the page of corrections is paged by key both ways, and leaves out stories that are not live', async () => {
    const { id: articleId } = await live('Often wrong');
    const { id: other } = await live('To be withdrawn');
    for (let n = 0; n < 5; n++) await addCorrection(room.as.editor, { articleId, text: `Number ${n}` });
    await addCorrection(room.as.editor, { articleId: other, text: 'Of the other' });
    await withdrawArticle(room.as.editor, { articleId: other });
    const page = (before: Parameters<typeof listCorrections>[1]) =>
      listCorrections(at.reader, { ...before, limit: 2 });
    const texts = ({ corrections }: Awaited<ReturnType<typeof page>>) => corrections.map(({ text }) => text);
    const one = await page({});
    expect([texts(one), one.newer]).toEqual([['Number 4', 'Number 3'], null]);
    const two = await page({ before: one.older });
    expect([texts(two), two.newer]).toEqual([['Number 2', 'Number 1'], 'first']);
    const three = await page({ before: two.older });
    expect([texts(three), three.older, three.newer]).toEqual([['Number 0'], null, one.older]);
  });

  test('D12 a passage is refused that readers never had; the words of an earlier version are theirs too', async () => {
    const { id: articleId, revisionId } = await live('A story that was put right');
    const add = (passage: string) =>
      addCorrection(room.as.editor, { articleId, text: 'It was 10.', passage });
    const refused = await refusal(add('It was 12.'));
    expect(refused).toMatchObject({
      code: 'invalid',
      fields: { passage: expect.stringMatching(/no version/) },
    });
    const words = { sectionIds: [room.news], body: story('It was 10.') };
    const { revisionId: right } = await save(
      room.as.editor,
      { articleId, baseRevisionId: revisionId },
      words,
    );
    await publishArticle(room.as.editor, { articleId });
    await save(
      room.as.editor,
      { articleId, baseRevisionId: right },
      { ...words, body: story('Only drafted.') },
    );
    const { id } = await add('it was  11');
    expect((await refusal(add('Only drafted.'))).code).toBe('invalid');
    const amended = { correctionId: id, text: 'It was 9.', passage: 'Never said.' };
    expect((await refusal(amendCorrection(room.as.editor, amended))).code).toBe('invalid');
    await amendCorrection(room.as.editor, { ...amended, passage: 'it was  11' });
  });
});

describe('R16 staff pages', () => {
  test('R16 a page stands at the root and in every footer from its publication until it is taken back', async () => {
    const { id, slug } = await live('About the paper', 'page');
    const pages = async () => (await readShellRows(at.reader)).pages;
    expect(await pages()).toEqual([{ id, title: 'About the paper', slug }]);
    const listed = await listArticles(room.as.editor, listArticlesInput.parse({ kind: 'page' }));
    expect(listed.lines.map((line) => line.id)).toEqual([id]);
    const before = await lastEvent(at);
    await killArticle(room.as.editor, { articleId: id, reason: '' });
    expect(await pages()).toEqual([]);
    expect(await staleSince(at, before)).toContain('site');
  });

  test('R16 menus are kept with the settings; a tag in them is found, everything else expires with the settings', async () => {
    const before = await lastEvent(at);
    const mainMenu = [
      {
        kind: 'section' as const,
        id: room.news,
        label: '',
        below: [{ kind: 'tag' as const, id: room.tag, label: '' }],
      },
    ];
    const none = { mainMenu: [], footerMenu: [] };
    await saveMenus(room.as.administrator, { mainMenu, footerMenu: [], seen: none });
    expect(await staleSince(at, before)).toEqual(new Set(['settings']));
    expect((await readSettings(at.reader)).mainMenu).toEqual(mainMenu);
    expect((await readShellRows(at.reader)).tags).toEqual([{ id: room.tag, name: 'Storm', slug: 'storm' }]);
    const again = await lastEvent(at);
    // A second click of the same button.
    await saveMenus(room.as.administrator, { mainMenu, footerMenu: [], seen: none });
    expect(await staleSince(at, again)).toEqual(new Set());
    await saveMenus(room.as.administrator, { ...none, seen: { mainMenu, footerMenu: [] } });
  });

  test('R16 of two who change the menus at once one is told, and neither is written over unseen', async () => {
    const none = { mainMenu: [], footerMenu: [] };
    const to = (label: string) => ({
      mainMenu: [],
      footerMenu: [{ kind: 'address' as const, href: `/${label}`, label, below: [] }],
      seen: none,
    });
    const outcomes = await Promise.allSettled(
      ['one', 'two'].map((label) => saveMenus(room.as.administrator, to(label))),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    const { footerMenu } = await readSettings(at.reader);
    expect(refused.map(({ reason }) => reason)).toMatchObject([
      { code: 'conflict', detail: { theirs: { mainMenu: [], footerMenu } } },
    ]);
    await saveMenus(room.as.administrator, { ...none, seen: { mainMenu: [], footerMenu } });
    expect((await readSettings(at.reader)).footerMenu).toEqual([]);
  });
});

describe('R7 the archive', () => {
  test('R7 stories count for the month that it was in the site’s zone, and months lead to each other', async () => {
    await at.db.execute(sql`update articles set live_revision_id = null`);
    const goLive = async (title: string, instant: string) => {
      const { id } = await live(title);
      await at.db.execute(sql`update articles set first_live_at = ${instant}::timestamptz where id = ${id}`);
    };
    // In Kiribati it is 2025 fourteen hours before it is in UTC.
    await goLive('Eve', '2024-12-31T09:59:59Z');
    await goLive('New year', '2024-12-31T10:00:00Z');
    await goLive('March', '2025-03-05T12:00:00Z');
    await live('Never a story', 'page');
    expect(await listMonths(at.reader, 'Pacific/Kiritimati')).toEqual([
      { year: 2025, month: 3, stories: 1 },
      { year: 2025, month: 1, stories: 1 },
      { year: 2024, month: 12, stories: 1 },
    ]);
    expect(await listMonths(at.reader, 'Etc/GMT+12')).toMatchObject([
      { year: 2025, month: 3 },
      { year: 2024, month: 12, stories: 2 },
    ]);
    const january = { from: new Date('2024-12-31T10:00:00Z'), to: new Date('2025-01-31T10:00:00Z') };
    expect(await monthsAround(at.reader, january)).toEqual({
      older: new Date('2024-12-31T09:59:59Z'),
      newer: new Date('2025-03-05T12:00:00Z'),
    });
  });

  test('R7 a month has the stories that are live in it, whatever went in and out', async () => {
    const counted = async () => {
      const rows = await at.db.execute<{ kept: number; live: number; rows: number }>(sql`
        select (select coalesce(sum(stories), 0)::int from live_months) as kept,
          (select count(*)::int from articles where live_revision_id is not null and kind <> 'page') as live,
          (select max(n)::int from (select count(*) as n from live_months group by month) m) as rows`);
      return rows[0];
    };
    const begun = (await counted())?.live ?? 0;
    const ids: number[] = [];
    for (let n = 0; n < 45; n++) ids.push((await live(`Number ${n}`)).id);
    const full = await counted();
    expect(full).toMatchObject({ kept: begun + 45, live: begun + 45 });
    expect(full?.rows).toBeLessThanOrEqual(21);
    const [first = 0, second = 0] = ids;
    await killArticle(room.as.editor, { articleId: first, reason: '' });
    await withdrawArticle(room.as.editor, { articleId: second });
    expect(await counted()).toMatchObject({ kept: begun + 43, live: begun + 43 });
    await at.db.execute(
      sql`update articles set first_live_at = '1920-02-29T12:00:00Z' where live_revision_id is not null and kind <> 'page'`,
    );
    expect(await listMonths(at.reader, 'America/New_York')).toEqual([
      { year: 1920, month: 2, stories: begun + 43 },
    ]);
    await at.db.execute(sql`update articles set live_revision_id = null`);
    expect(await listMonths(at.reader, 'America/New_York')).toEqual([]);
  });
});
