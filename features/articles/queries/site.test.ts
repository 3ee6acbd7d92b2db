import { gt, inArray, max, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { articleSections, articles, authors, corrections, sections, slots, tags } from '@/db/schema';
import { addCorrection, killArticle, publishArticle, withdrawArticle } from '../commands';
import type { SaveDraft } from '../input';
import { openTestNewsroom, save, story, write } from '../testing';
import { planFront } from './front-page';
import {
  findBySlug,
  findPreview,
  listCards,
  listFullStories,
  listNewsEntries,
  listSitemapEntries,
  listSitemapParts,
  listStories,
  readFrontPage,
  type StoryPage,
} from './site';

const { at, room } = await openTestNewsroom();

/** A story that went live so many minutes ago. */
async function live(minutesAgo: number, content: Partial<SaveDraft> = {}, kind: 'story' | 'page' = 'story') {
  await at.setClock(-60 * minutesAgo);
  const written = await write(room.as.editor, { sectionIds: [room.sport], ...content }, kind);
  await publishArticle(room.as.editor, { articleId: written.id });
  await at.setClock(0);
  return written;
}

const idsOf = ({ stories }: StoryPage) => stories.map(({ id }) => id);

describe('R2 the article', () => {
  test('R2 has everything its page shows, in the order the editor gave, in one statement', async () => {
    const [second] = await at.db
      .insert(authors)
      .values({ name: 'Bo O’Neill', slug: 'bo-o-neill' })
      .returning();
    const [energy] = await at.db.insert(tags).values({ name: 'Energy', slug: 'energy' }).returning();
    if (!second || !energy) throw new Error('insert returned no row');
    const { id, slug } = await live(10, {
      title: 'Gales & <b>“storms”</b> 🌬️',
      standfirst: '',
      lang: 'de',
      body: story('Der Wind.', 'Der Regen.'),
      sectionIds: [room.asia, room.news, room.sport],
      tagIds: [energy.id, room.tag],
      authorIds: [second.id, room.author],
      leadMediaId: room.picture.id,
      leadCaption: 'Trees (old ones) in the wind. (Image Credit: Agency (AP))',
      leadAlt: 'Bent trees',
    });
    await addCorrection(room.as.editor, { articleId: id, text: 'It was rain.', passage: 'Der Regen.' });
    const found = await findBySlug(at.reader, slug);
    expect(found).toMatchObject({
      state: 'live',
      article: {
        href: `/asia-pacific/${slug}`,
        title: 'Gales & <b>“storms”</b> 🌬️',
        summary: 'Der Wind.',
        lang: 'de',
        words: 4,
        readingMinutes: 1,
        sections: [
          { name: 'Asia-Pacific', href: '/asia-pacific' },
          { name: 'News', href: '/news' },
          { name: 'Sport', href: '/sport' },
        ],
        tags: [
          { name: 'Energy', href: '/tag/energy' },
          { name: 'Storm', href: '/tag/storm' },
        ],
        authors: [
          { name: 'Bo O’Neill', href: '/author/bo-o-neill' },
          { name: 'Ada Byline', href: '/author/ada-byline' },
        ],
        lead: {
          hash: room.picture.hash,
          alt: 'Bent trees',
          caption: 'Trees (old ones) in the wind.',
          credit: 'Agency (AP)',
        },
        updatedAt: null,
        corrections: [{ text: 'It was rain.', passage: 'Der Regen.' }],
      },
    });
  });

  test('R2 shows the live text, never the working copy, which only the preview shows', async () => {
    const { id, slug, revisionId } = await live(5, { title: 'As printed' });
    await save(
      room.as.editor,
      { articleId: id, baseRevisionId: revisionId },
      { title: 'Half an edit', sectionIds: [room.news] },
    );
    expect(await findBySlug(at.reader, slug)).toMatchObject({
      article: { title: 'As printed', href: `/sport/${slug}` },
    });
    expect(await findPreview(room.as.editor, id)).toMatchObject({
      title: 'Half an edit',
      liveAt: expect.any(Date),
    });
    expect(await findPreview(room.as.editor, id, revisionId)).toMatchObject({ title: 'As printed' });
    const other = await write(room.as.editor);
    expect(await findPreview(room.as.editor, other.id, revisionId)).toBeNull();
  });

  test('R12 a draft and a withdrawn story are hidden, a killed one is killed, an old slug finds the live address', async () => {
    const draft = await write(room.as.editor, { title: 'Not yet' });
    expect(await findBySlug(at.reader, draft.slug)).toEqual({ state: 'hidden', id: draft.id });

    const killedDraft = await write(room.as.editor, { title: 'Never seen' });
    await killArticle(room.as.editor, { articleId: killedDraft.id });
    expect(await findBySlug(at.reader, killedDraft.slug)).toEqual({ state: 'hidden', id: killedDraft.id });

    const moved = await live(3, { title: 'Moves about' });
    const next = await save(
      room.as.editor,
      { articleId: moved.id, baseRevisionId: moved.revisionId },
      {
        title: 'Moves about',
        slug: 'moved-on',
        sectionIds: [room.news],
      },
    );
    await publishArticle(room.as.editor, { articleId: moved.id, revisionId: next.revisionId });
    expect(await findBySlug(at.reader, moved.slug)).toMatchObject({ article: { href: '/news/moved-on' } });

    await withdrawArticle(room.as.editor, { articleId: moved.id });
    expect(await findBySlug(at.reader, 'moved-on')).toEqual({ state: 'hidden', id: moved.id });
    await killArticle(room.as.editor, { articleId: moved.id });
    expect(await findBySlug(at.reader, moved.slug)).toEqual({ state: 'killed', id: moved.id });
    expect(await listCards(at.reader, [moved.id])).toEqual([]);
    expect(await findBySlug(at.reader, 'there-is-none')).toBeNull();
  });
});

describe('R6 related', () => {
  test('R6 shared tags before shared sections, alike headlines before others, never itself, never what is gone', async () => {
    const [tag] = await at.db.insert(tags).values({ name: 'Tram', slug: 'tram' }).returning();
    const [shelf] = await at.db.insert(sections).values({ name: 'City', slug: 'city' }).returning();
    if (!tag || !shelf) throw new Error('insert returned no row');
    const here = { sectionIds: [shelf.id] };
    const main = await live(9, { ...here, title: 'Night trams return to the harbour', tagIds: [tag.id] });
    const sectionOnly = await live(8, { ...here, title: 'Council votes on parks' });
    const alike = await live(7, {
      ...here,
      title: 'Night trams for the harbour, says mayor',
      tagIds: [tag.id],
    });
    const tagged = await live(6, { ...here, title: 'Fares to rise', tagIds: [tag.id] });
    const gone = await live(5, { ...here, title: 'Night trams return to the harbour', tagIds: [tag.id] });
    await killArticle(room.as.editor, { articleId: gone.id });
    await live(4, { sectionIds: [], title: 'About the trams' }, 'page');
    const found = await findBySlug(at.reader, main.slug);
    if (found?.state !== 'live') throw new Error('not live');
    expect(found.article.related.map(({ id }) => id)).toEqual([alike.id, tagged.id, sectionOnly.id]);

    const [lonely] = await at.db.insert(sections).values({ name: 'Alone', slug: 'alone' }).returning();
    const alone = await live(2, { sectionIds: [lonely?.id ?? 0], title: 'Nobody shares anything' });
    expect(await findBySlug(at.reader, alone.slug)).toMatchObject({ article: { related: [] } });
  });
});

describe('R7 lists', () => {
  test('R7 page through every story once, forth and back, though many went live in the same instant', async () => {
    const [shelf] = await at.db.insert(sections).values({ name: 'Serial', slug: 'serial' }).returning();
    const [below] = await at.db
      .insert(sections)
      .values({ name: 'Below', slug: 'below', parentId: shelf?.id ?? 0 })
      .returning();
    if (!shelf || !below) throw new Error('insert returned no row');
    const made: number[] = [];
    const longAgo = new Date('2020-02-02T02:02:02.002Z');
    for (let n = 0; n < 11; n++)
      made.push(
        (
          await live(100 - (n < 6 ? 0 : n), {
            title: `Part ${n}`,
            sectionIds: n % 3 ? [shelf.id] : [below.id, shelf.id],
          })
        ).id,
      );
    const sameInstant = made.slice(0, 6);
    await at.db.update(articles).set({ firstLiveAt: longAgo }).where(inArray(articles.id, sameInstant));
    await at.db
      .update(articleSections)
      .set({ liveAt: longAgo })
      .where(inArray(articleSections.articleId, sameInstant));
    const list = { of: 'section', sectionIds: [shelf.id, below.id] } as const;
    const pages: StoryPage[] = [];
    for (
      let before: StoryPage['older'] = null;
      pages.length === 0 || before;
      before = pages.at(-1)?.older ?? null
    )
      pages.push(await listStories(at.reader, list, { before, limit: 4 }));
    expect(pages.map(idsOf)).toEqual([
      made.slice(7).reverse(),
      made.slice(3, 7).reverse(),
      made.slice(0, 3).reverse(),
    ]);
    expect(pages.map(({ newer }) => newer)).toEqual([null, 'first', pages[0]?.older]);
    expect(idsOf(await listStories(at.reader, { of: 'section', sectionIds: [below.id] }))).toEqual(
      made.filter((_, n) => n % 3 === 0).reverse(),
    );
    // A new story moves the pages on by one; going back then leads to a page that begins with the newest but one.
    const late = await live(1, { title: 'Breaks in', sectionIds: [shelf.id] });
    const second = await listStories(at.reader, list, { before: pages[0]?.older ?? null, limit: 4 });
    expect(second.newer).toMatchObject({ id: late.id });
  });

  test('R7 tag, author and span lists show what is theirs, staff pages stand in none', async () => {
    const [author] = await at.db.insert(authors).values({ name: 'Cy', slug: 'cy' }).returning();
    const [tag] = await at.db.insert(tags).values({ name: 'Sea', slug: 'sea' }).returning();
    if (!author || !tag) throw new Error('insert returned no row');
    const filed = { authorIds: [author.id], tagIds: [tag.id] };
    const old = await live(60 * 24 * 40, { ...filed, title: 'Long ago' });
    const page = await live(2, { ...filed, title: 'About us' }, 'page');
    expect(idsOf(await listStories(at.reader, { of: 'author', authorId: author.id }))).toEqual([old.id]);
    expect(idsOf(await listStories(at.reader, { of: 'tag', tagId: tag.id }))).toEqual([old.id]);
    const from = new Date(Date.now() - 41 * 86_400_000);
    const span = { of: 'span', from, to: new Date(from.getTime() + 2 * 86_400_000) } as const;
    expect(idsOf(await listStories(at.reader, span))).toEqual([old.id]);
    expect(idsOf(await listStories(at.reader, { of: 'site' }, { limit: 100 }))).not.toContain(page.id);
  });

  test('R9 feeds carry the whole text of the live revision with its filing and corrections', async () => {
    const [author] = await at.db.insert(authors).values({ name: 'Feed', slug: 'feed-author' }).returning();
    const made = await live(3, {
      title: 'In the feed',
      authorIds: [author?.id ?? 0],
      body: story('All of it.'),
    });
    await addCorrection(room.as.editor, { articleId: made.id, text: 'Not all of it.' });
    expect(await listFullStories(at.reader, { of: 'author', authorId: author?.id ?? 0 }, 10)).toMatchObject([
      {
        id: made.id,
        body: story('All of it.'),
        sections: [{ name: 'Sport' }],
        corrections: [{ text: 'Not all of it.' }],
      },
    ]);
  });
});

describe('R1 the front page', () => {
  const section = (id: number) => ({ id, name: `S${id}`, href: `/s${id}` });

  test('R1 editors first, empty places filled with the newest, nobody twice', () => {
    const newest = [20, 19, 18, 17, 16, 15, 14, 13];
    const plan = planFront({
      slots: [null, 3, null, 19, null],
      newest,
      strips: [
        { section: section(1), articleIds: [20, 17, 15, 14, 3] },
        { section: section(2), articleIds: [18, 13] },
      ],
    });
    expect(plan).toEqual({
      lead: 20,
      seconds: [3, 18, 19, 17],
      strips: [{ section: section(1), articleIds: [15, 14] }],
      river: [16, 13],
    });
  });

  test('R1 a paper with one story has a lead, an empty one nothing', () => {
    expect(planFront({ slots: [], newest: [], strips: [] })).toEqual({
      lead: null,
      seconds: [],
      strips: [],
      river: [],
    });
    expect(planFront({ slots: [], newest: [7], strips: [{ section: section(1), articleIds: [7] }] })).toEqual(
      {
        lead: 7,
        seconds: [],
        strips: [],
        river: [],
      },
    );
  });

  test('R1 what an editor put in a slot leads while it is live; a killed one makes room', async () => {
    const chosen = await live(60 * 24 * 30, { title: 'The editor’s choice' });
    await at.db.insert(slots).values({ page: 'front', position: 0, articleId: chosen.id });
    const front = await readFrontPage(at.reader);
    expect(front.lead?.id).toBe(chosen.id);
    const everything = [
      front.lead,
      ...front.seconds,
      ...front.strips.flatMap(({ stories }) => stories),
      ...front.river,
    ];
    expect(new Set(everything.map((card) => card?.id)).size).toBe(everything.length);
    // A story filed below a section stands in the strip of the section above.
    expect(front.strips.map(({ section: { name } }) => name)).not.toContain('Asia-Pacific');
    await killArticle(room.as.editor, { articleId: chosen.id });
    const [newest] = (await listStories(at.reader, { of: 'site' }, { limit: 1 })).stories;
    expect((await readFrontPage(at.reader)).lead?.id).toBe(newest?.id);
  });
});

describe('R10 sitemaps', () => {
  test('R10 every live address once, staff pages too, and news of two days only', async () => {
    const page = await live(1, { title: 'Contact', sectionIds: [] }, 'page');
    const old = await live(60 * 49, { title: 'Three days old' });
    const [part] = await listSitemapParts(at.reader);
    expect(part).toMatchObject({ part: 1 });
    const entries = await listSitemapEntries(at.reader, 1);
    const addresses = entries.map(({ href }) => href);
    expect(addresses).toContain(`/${page.slug}`);
    expect(addresses).toContain(`/sport/${old.slug}`);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(await listSitemapEntries(at.reader, 2)).toEqual([]);
    const news = await listNewsEntries(at.reader);
    expect(news.map(({ title }) => title)).not.toContain('Three days old');
    expect(news.map(({ title }) => title)).not.toContain('Contact');
    expect(news[0]).toMatchObject({ href: expect.stringMatching(/^\/[a-z-]+\/[a-z0-9-]+$/) });
  });

  test('R10 the index passes over what is empty, and tells the newest change of each, corrections too', async () => {
    await at.db.execute(sql`select setval('articles_id_seq', 2500)`);
    const far = await live(30, { title: 'Far up' });
    await live(20, { title: 'Beside it' });
    const before = await listSitemapParts(at.reader);
    expect(before.map(({ part }) => part)).toEqual([1, 3]);
    const [newest] = await at.db
      .select({ at: max(articles.firstLiveAt) })
      .from(articles)
      .where(gt(articles.id, 2000));
    expect(before[1]?.changedAt).toEqual(newest?.at);
    const correctedAt = new Date(Date.now() + 60_000);
    await at.db.insert(corrections).values([
      { articleId: far.id, text: 'It was five.', correctedAt },
      {
        articleId: far.id,
        text: 'Not said.',
        correctedAt: new Date(+correctedAt + 1),
        removedAt: new Date(),
      },
    ]);
    expect(await listSitemapParts(at.reader)).toEqual([before[0], { part: 3, changedAt: correctedAt }]);
  });
});
