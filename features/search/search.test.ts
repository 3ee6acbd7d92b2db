import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { hurriedDatabase } from '@/db/client';
import { authors, tags } from '@/db/schema';
import {
  applyDuePublications,
  killArticle,
  publishArticle,
  scheduleArticle,
  withdrawArticle,
} from '@/features/articles/commands';
import { editAuthor, renameTag } from '@/features/taxonomy/commands';
import { openPressNotes, withPressNotes } from '@/lib/press-notes';
import { inSeconds, openTestNewsroom, save, story, write } from '../articles/testing';
import { readSearch } from './read';
import { characterPairs, isUnspaced, plainWords } from './words';

const { at, room } = await openTestNewsroom();
afterAll(async () => {
  await hurriedDatabase().$client.end();
});

async function live(content: Parameters<typeof write>[1], daysAgo = 0, kind: 'story' | 'page' = 'story') {
  await at.setClock(-86_400 * daysAgo);
  const written = await write(room.as.editor, { sectionIds: [room.news], ...content }, kind);
  await publishArticle(room.as.editor, { articleId: written.id });
  await at.setClock(0);
  return written;
}

const search = (q: string, more: Record<string, string> = {}) => readSearch({ q, ...more });
const found = async (q: string, more: Record<string, string> = {}) =>
  (await search(q, more)).finds.map(({ story: { id } }) => id).sort((a, b) => a - b);
const first = async (q: string, more: Record<string, string> = {}) =>
  (await search(q, more)).finds.map(({ story: { id } }) => id);
const ids = (...written: { id: number }[]) => written.map(({ id }) => id).sort((a, b) => a - b);

describe('R8 what is found', () => {
  test('R8 headline, standfirst, text, author and tag; words in any form, accents or not', async () => {
    const [author] = await at.db.insert(authors).values({ name: 'Zoë Quarrymann', slug: 'zoe' }).returning();
    const [tag] = await at.db.insert(tags).values({ name: 'Basaltöfen', slug: 'basalt' }).returning();
    const headline = await live({ title: 'Elections in Granitville' });
    const standfirst = await live({ title: 'One', standfirst: 'The granite election was held.' });
    const text = await live({ title: 'Two', body: story('Somebody was elected under the Feldspár rules.') });
    const signed = await live({ title: 'Three', authorIds: [author?.id ?? 0] });
    const tagged = await live({ title: 'Four', tagIds: [tag?.id ?? 0] });
    await live({ title: 'About elections' }, 0, 'page');
    expect(await found('election')).toEqual(ids(headline, standfirst, text));
    expect(await found('"election"')).toEqual(ids(standfirst));
    expect(await found('feldspar')).toEqual(ids(text));
    expect(await found('FELDSPÁR’S')).toEqual(ids(text));
    expect(await found('zoe quarrymann')).toEqual(ids(signed));
    expect(await found('“Zoë Quarrymann”')).toEqual(ids(signed));
    expect(await found('basaltofen')).toEqual(ids(tagged));
  });

  test('R8 phrases, minus, OR; all other words must be there', async () => {
    const both = await live({ title: 'Night ferry runs aground', body: story('By the quartz pier.') });
    const turned = await live({ title: 'Ferry by night', body: story('By the quartz wharf.') });
    const apart = await live({ title: 'Quartz', body: story('The ferry, at night, quartz. Ferry') });
    expect(await found('quartz night ferry')).toEqual(ids(both, turned, apart));
    expect(await found('quartz "night ferry"')).toEqual(ids(both));
    expect(await found('quartz -wharf -pier')).toEqual(ids(apart));
    expect(await found('quartz -"night ferry"')).toEqual(ids(turned, apart));
    expect(await found('quartz pier OR wharf')).toEqual(ids(both, turned));
    // Headline and text are no sentence.
    expect(await found('"quartz the ferry"')).toEqual([]);
  });

  test('R8 the headline counts for more than the text, and the new for more than the old', async () => {
    const old = await live({ title: 'Obsidian found', body: story('Once.') }, 3000);
    const inText = await live({ title: 'Other matters', body: story('It was obsidian, they say.') });
    const fresh = await live({ title: 'Obsidian found', body: story('Once.') }, 1);
    expect(await first('obsidian')).toEqual([fresh.id, old.id, inText.id]);
    expect(await first('obsidian', { sort: 'newest' })).toEqual([inText.id, fresh.id, old.id]);
  });

  test('R8 filters: a section with those below it, an author, days by the clock of the paper', async () => {
    const [author] = await at.db.insert(authors).values({ name: 'Di', slug: 'di' }).returning();
    const inAsia = await live({ title: 'Marble', sectionIds: [room.asia], authorIds: [author?.id ?? 0] });
    const inSport = await live({ title: 'Marble', sectionIds: [room.sport] }, 400);
    expect(await found('marble', { section: 'news' })).toEqual(ids(inAsia));
    expect(await found('marble', { section: 'sport' })).toEqual(ids(inSport));
    expect(await found('marble', { author: 'di' })).toEqual(ids(inAsia));
    const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
    expect(await found('marble', { from: day(401), to: day(399) })).toEqual(ids(inSport));
    expect(await found('marble', { from: day(5) })).toEqual(ids(inAsia));
    expect(await found('marble', { from: '2030-01-01', to: '2020-01-01' })).toEqual([]);
    expect(await found('', { author: 'di' })).toEqual(ids(inAsia));
    expect((await search('marble')).authors).toEqual([{ name: 'Di', slug: 'di', stories: 1 }]);
    expect((await search('marble', { section: 'there-is-none' })).state).toBe('no-such-page');
  });

  test('R8 scripts without spaces are found by any part of them; right-to-left ones without their points', async () => {
    const tokyo = await live({ title: '東京都庁で選挙', body: story('新しい知事が決まった。') });
    const seoul = await live({ title: '서울특별시 선거' });
    const arabic = await live({ title: 'قالت المدينةُ أمس', lang: 'ar' });
    const hebrew = await live({ title: 'שָׁלוֹם לעיר' });
    expect(await found('東京')).toEqual(ids(tokyo));
    expect(await found('都庁')).toEqual(ids(tokyo));
    expect(await found('知')).toEqual(ids(tokyo));
    expect(await found('た')).toEqual(ids(tokyo));
    expect(await found('京東')).toEqual([]);
    expect(await found('특별')).toEqual(ids(seoul));
    expect(await found('المدينة')).toEqual(ids(arabic));
    expect(await found('امس')).toEqual(ids(arabic));
    expect(await found('שלום')).toEqual(ids(hebrew));
  });
});

describe('R8 at once', () => {
  test('R8 publishing, updating, withdrawing and killing show in the next search', async () => {
    const draft = await write(room.as.editor, { title: 'Tourmaline', sectionIds: [room.news] });
    expect(await found('tourmaline')).toEqual([]);
    await publishArticle(room.as.editor, { articleId: draft.id });
    expect(await found('tourmaline')).toEqual([draft.id]);
    const next = await save(
      room.as.editor,
      { articleId: draft.id, baseRevisionId: draft.revisionId },
      { title: 'Beryl', sectionIds: [room.news] },
    );
    expect(await found('tourmaline'), 'the working copy is nobody’s').toEqual([draft.id]);
    await publishArticle(room.as.editor, { articleId: draft.id, revisionId: next.revisionId });
    expect([await found('tourmaline'), await found('beryl')]).toEqual([[], [draft.id]]);
    await withdrawArticle(room.as.editor, { articleId: draft.id });
    expect(await found('beryl')).toEqual([]);
    await publishArticle(room.as.editor, { articleId: draft.id });
    expect(await found('beryl')).toEqual([draft.id]);
    await killArticle(room.as.editor, { articleId: draft.id });
    expect(await found('beryl')).toEqual([]);
  });

  test('R8 a word that nobody has counted yet is found all the same', async () => {
    expect((await search('chrysoprase')).state).toBe('none');
    const { id } = await at.db.transaction(async (counting) => {
      await counting.execute(sql`select pg_advisory_xact_lock(hashtext('search_vocabulary'))`);
      return live({ title: 'Chrysoprase' });
    });
    const counted = await at.db.execute(sql`select from search_vocabulary where word = 'chrysoprase'`);
    expect(counted).toHaveLength(0);
    expect(await found('chrysoprase')).toEqual([id]);
  });

  test('R8 many that fall due together are all found', async () => {
    const due = inSeconds(3600);
    const planned: number[] = [];
    for (let n = 0; n < 5; n++) {
      const { id } = await write(room.as.editor, { title: `Corundum ${n}`, sectionIds: [room.news] });
      await scheduleArticle(room.as.editor, { articleId: id, effectiveAt: due });
      planned.push(id);
    }
    expect(await found('corundum')).toEqual([]);
    await at.setClock(3601);
    await applyDuePublications(at.system);
    await at.setClock(0);
    expect(await found('corundum')).toEqual(planned);
  });

  test('R8 a renamed author or tag is found by the new name only, without a story being touched', async () => {
    const [author] = await at.db.insert(authors).values({ name: 'Opal Before', slug: 'opal' }).returning();
    const [tag] = await at.db.insert(tags).values({ name: 'Jade Before', slug: 'jade' }).returning();
    const { id } = await live({ title: 'Names', authorIds: [author?.id ?? 0], tagIds: [tag?.id ?? 0] });
    expect([await found('opal before'), await found('jade before')]).toEqual([[id], [id]]);
    await editAuthor(room.as.administrator, {
      authorId: author?.id ?? 0,
      name: 'Agate After',
      slug: '',
      bio: '',
      userId: null,
    });
    await renameTag(room.as.administrator, { tagId: tag?.id ?? 0, name: 'Onyx After', slug: '' });
    expect([await found('opal before'), await found('agate after')]).toEqual([[], [id]]);
    expect([await found('jade before'), await found('onyx after')]).toEqual([[], [id]]);
  });

  test('R8 a page of finds goes stale with the newest stories and with names, and turns at the next due time', async () => {
    await live({ title: 'Topaz' });
    const due = inSeconds(7200);
    const { id } = await write(room.as.editor, { title: 'Topaz too', sectionIds: [room.news] });
    await scheduleArticle(room.as.editor, { articleId: id, effectiveAt: due });
    const notes = openPressNotes();
    await withPressNotes(notes, () => search('topaz'));
    const { id: shown } = (await search('topaz')).finds[0]?.story ?? {};
    expect([...notes.tags]).toEqual(expect.arrayContaining(['latest', 'taxonomy', `article:${shown}`]));
    expect(notes.goodUntil?.getTime()).toBe(due.getTime());
    expect(notes.private).toBeUndefined();
  });
});

describe('R8 when little or nothing is found', () => {
  test('R8 a slip of the pen finds what was meant, and says so', async () => {
    for (let n = 0; n < 3; n++)
      await live({ title: `Government of gneiss ${n}`, body: story('Strong storm.') });
    expect(await search('goverment')).toMatchObject({ state: 'found', instead: 'government', count: 3 });
    expect(await search('strom gneis')).toMatchObject({ state: 'found', instead: 'storm gneiss' });
    expect(await search('"government of gniess"')).toMatchObject({ instead: '"government of gneiss"' });
  });

  test('R8 a rare word that is there is shown, with the common one it may have meant', async () => {
    for (let n = 0; n < 12; n++) await live({ title: `Schist ${n}` });
    const odd = await live({ title: 'Schixt' });
    expect(await search('schixt')).toMatchObject({ state: 'found', didYouMean: 'schist', count: 1 });
    expect(await found('schixt')).toEqual([odd.id]);
  });

  test('R8 where no story has all words, those with some of them; where none has any, help', async () => {
    const some = await live({ title: 'Malachite' });
    expect(await search('malachite azzurritte')).toMatchObject({ state: 'found', someOf: true, count: 1 });
    expect(await found('malachite azzurritte')).toEqual([some.id]);
    const none = await search('qqqqwwww');
    expect(none).toMatchObject({ state: 'none', finds: [] });
    expect(none.latest.length).toBeGreaterThan(0);
  });

  test('R8 a word of what was taken back is never suggested', async () => {
    for (let n = 0; n < 3; n++) {
      const secret = await live({ title: 'Xenotimeleak' });
      await killArticle(room.as.editor, { articleId: secret.id });
    }
    expect(await search('xenotimelaek')).toMatchObject({ state: 'none', instead: null, didYouMean: null });
    // Nor beside a word that is found.
    await live({ title: 'Brucite' });
    expect(await search('brucite OR xenotimelaek')).toMatchObject({ count: 1, didYouMean: null });
    expect(await search('bruccite OR xenotimelaek')).toMatchObject({ instead: 'brucite OR xenotimelaek' });
  });

  test.each([
    ['', 'idle'],
    ['   ', 'idle'],
    ['()&|!:*', 'meaningless'],
    ['" "', 'meaningless'],
    ['OR', 'meaningless'],
    ['😀', 'meaningless'],
    ['-storm', 'only-minus'],
    ["' or 1=1 --", 'none'],
    ["\\' \\\\ :A <-> %_", 'none'],
    ['x'.repeat(300), 'none'],
    ['\u0000\u0001', 'idle'],
    ['\ud800', 'meaningless'],
  ])('R8 %j is answered in words: %s', async (q, state) => {
    expect((await search(q)).state).toBe(state);
  });

  test('R8 pages end: beyond the last there is none, and the five hundredth costs no search', async () => {
    for (let n = 0; n < 23; n++) await live({ title: `Zircon ${n}` }, n);
    const page = await search('zircon');
    expect(page).toMatchObject({
      count: 23,
      many: false,
      newerHref: null,
      olderHref: '/search?q=zircon&page=2',
    });
    expect((await search('zircon', { page: '2' })).finds).toHaveLength(3);
    for (const beyond of ['3', '11', '500', '0', 'x', '-1'])
      expect((await search('zircon', { page: beyond })).state, beyond).toBe('no-such-page');
    const newest = await search('zircon', { sort: 'newest' });
    const before = new URL(newest.olderHref ?? '', 'http://x').searchParams.get('before') ?? '';
    const older = await search('zircon', { sort: 'newest', before });
    expect([...newest.finds, ...older.finds].map(({ story: { title } }) => title)).toEqual(
      Array.from({ length: 23 }, (_, n) => `Zircon ${n}`),
    );
    expect(older.olderHref).toBeNull();
    expect((await search('zircon', { before: 'nonsense' })).state).toBe('no-such-page');
  });
});

describe('R8 the index', () => {
  test('R8 database and parser agree on what is a word', async () => {
    for (const text of [
      '“Café” owner’s, don’t & O’Brien l’élection d’été qu’il 1,000.5 3.14 v2 5km',
      'ΟΔΟΣ ὁδός İstanbul ısı Straße ÆØÅ Łódź Þór œuvre đổi ﬁne ﬃ Ⅻ ½ ² ªº',
      '東京都庁で選挙。「新しい」知事・サーバー ｶﾅ ＡＢＣ１２３ 서울특별시 ไทย မြန်မာ ភាសា 𠀀𠀁',
      'مُحَمَّد أحمد إلى المدينةُ ــــ ١٢٣ שָׁלוֹם־לעיר Мэйр ёлка й हिन्दी में ไม้',
      'a\tb\nc\u00a0d\u200be\u2028f –—…‹›«»„“”‚‘’ <b>x</b> &amp; a_b a/b a@b.c #tag $5 50% 😀👍🏽 e\u0301',
      "' \\ \" ; -- '' x'y'z 'quoted' s' 's o'o'o",
    ]) {
      const [row] = await at.db.execute<{ words: string[] }>(sql`select search_words(${text}) as words`);
      const ours = plainWords(text).flatMap((word) =>
        isUnspaced(word)
          ? [[...word][0], ...characterPairs(word).filter((pair) => [...pair].length === 2), [...word].at(-1)]
          : [word],
      );
      expect(row?.words, text).toEqual(ours);
    }
  });

  test('R8 a text of any length and nonsense is published and found', async () => {
    const long = await live({
      title: 'Amber',
      body: story('字'.repeat(100_000), 'w'.repeat(5_000), 'x '.repeat(50_000)),
    });
    const odd = await live({
      title: `Amber ' \\ : & | ! <-> ${'’'.repeat(50)}`,
      body: story(`Words, and ${'"\\\'" '.repeat(500)}`),
    });
    expect(await found('amber')).toEqual(ids(long, odd));
  });

  test('R8 stock that was there before, or was seeded, is found; nothing that is not live is kept', async () => {
    await at.db.execute(sql`delete from search_documents`);
    await at.db.execute(
      sql`insert into search_documents select * from search_documents_of(array(select id from articles))`,
    );
    const [row] = await at.db.execute<{ missing: string; extra: string }>(sql`
      select (select count(*) from articles a where a.live_revision_id is not null and a.kind <> 'page'
          and not exists (select from search_documents d where d.article_id = a.id and d.live_at = a.first_live_at)) as missing,
        (select count(*) from search_documents d join articles a on a.id = d.article_id where a.live_revision_id is null) as extra`);
    expect(row).toEqual({ missing: '0', extra: '0' });
    expect(await found('amber')).toHaveLength(2);
  });
});
