import { describe, expect, test } from 'vitest';
import { sections, tags } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import { openPressNotes, withPressNotes } from '@/lib/press-notes';
import {
  findPinnable,
  killArticle,
  pinRelated,
  publishArticle,
  scheduleArticle,
  withdrawArticle,
} from '../commands';
import type { SaveDraft } from '../input';
import { readArticle } from '../read/article';
import { inSeconds, lastEvent, openTestNewsroom, refusal, save, staleSince, story, write } from '../testing';
import { listPins } from './pins';
import { judgedStories, type Matter, neighbours, sectionOf } from './related-judged';
import { findBySlug, listStories } from './site';

const { at, room } = await openTestNewsroom();

async function live(content: Partial<SaveDraft> = {}, daysAgo = 0) {
  await at.setClock(-86_400 * daysAgo);
  const written = await write(room.as.editor, { sectionIds: [room.sport], ...content });
  await publishArticle(room.as.editor, { articleId: written.id });
  await at.setClock(0);
  return written;
}

async function section(slug: string): Promise<number> {
  const [row] = await at.db.insert(sections).values({ name: slug, slug }).returning();
  return row?.id ?? 0;
}

async function relatedTo({ slug }: { slug: string }): Promise<number[]> {
  const found = await findBySlug(at.reader, slug);
  if (found?.state !== 'live') throw new Error('not live');
  return found.article.related.map(({ id }) => id);
}

describe('R6 likeness', () => {
  test('R6 what a story is about weighs more than where it is filed and when it came out', async () => {
    const words = 'The viaduct at Kirkby was inspected, and its girders were found corroded.';
    const main = await live({ title: 'Rust on the viaduct', body: story(words), sectionIds: [room.news] }, 9);
    const elsewhere = await live(
      {
        title: 'Girders of the Kirkby viaduct corroded',
        body: story('Inspected again.'),
        sectionIds: [room.asia],
      },
      60,
    );
    for (let n = 0; n < 8; n++)
      await live({ title: `Gardening ${n}`, body: story('Peas and beans.'), sectionIds: [room.news] }, n);
    expect((await relatedTo(main))[0]).toBe(elsewhere.id);
  });

  test('R6 where nothing is shared there is nothing', async () => {
    const sectionId = await section('lone');
    const alone = await live({ title: 'Solipsism', body: story('Quite alone.'), sectionIds: [sectionId] });
    expect(await relatedTo(alone)).toEqual([]);
  });
});

describe('R6 pins', () => {
  test('R6 stand first and in their order, once, while they are live; the rest fills itself', async () => {
    const [tag] = await at.db.insert(tags).values({ name: 'Heron', slug: 'heron' }).returning();
    const main = await live({ title: 'Herons nest', tagIds: [tag?.id ?? 0] });
    const alike = await live({ title: 'Herons nest again', tagIds: [tag?.id ?? 0] });
    const far = await live({ title: 'Tax law', sectionIds: [room.asia] }, 900);
    const also = await live({ title: 'Chess', sectionIds: [room.asia] }, 800);
    const event = await lastEvent(at);
    await pinRelated(room.as.editor, { articleId: main.id, pinnedIds: [far.id, also.id, alike.id] });
    expect([...(await staleSince(at, event))]).toEqual([`article:${main.id}`]);
    const shown = await relatedTo(main);
    expect(shown.slice(0, 3)).toEqual([far.id, also.id, alike.id]);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).not.toContain(main.id);
    const withdrawal = await lastEvent(at);
    await withdrawArticle(room.as.editor, { articleId: far.id });
    // What is away is waited for: the page of the other turns when it comes back.
    const notes = openPressNotes();
    await withPressNotes(notes, () => readArticle(`/sport/${main.slug}`));
    expect(notes.tags).toContain(cacheTags.article(far.id));
    expect([...(await staleSince(at, withdrawal))]).toEqual(
      expect.arrayContaining([
        cacheTags.gone(cacheTags.shown(far.id)),
        cacheTags.gone(cacheTags.article(far.id)),
      ]),
    );
    await killArticle(room.as.editor, { articleId: also.id });
    expect((await relatedTo(main))[0]).toBe(alike.id);
    await publishArticle(room.as.editor, { articleId: far.id });
    expect((await relatedTo(main)).slice(0, 2)).toEqual([far.id, alike.id]);
    await pinRelated(room.as.editor, { articleId: main.id, pinnedIds: [] });
    expect(await relatedTo(main)).not.toContain(far.id);
  });

  test('R6 whatever is planned, live stories are offered, under the headline that readers see', async () => {
    const main = await live({ title: 'Whelks' });
    const other = await live({ title: 'Whelk stall' });
    for (let n = 0; n < 31; n++) {
      const { id: articleId } = await write(room.as.editor, {
        title: `Whelk ${n}`,
        sectionIds: [room.sport],
      });
      await scheduleArticle(room.as.editor, { articleId, effectiveAt: inSeconds(3_600) });
    }
    const offered = await findPinnable(room.as.editor, { articleId: main.id, words: 'whelk' });
    expect(offered).toEqual([{ id: other.id, name: 'Whelk stall' }]);
    await pinRelated(room.as.editor, { articleId: main.id, pinnedIds: [other.id] });
    await save(
      room.as.editor,
      { articleId: other.id, baseRevisionId: other.revisionId },
      { title: 'Not yet said' },
    );
    expect(await listPins(at.system, main.id)).toEqual([{ id: other.id, name: 'Whelk stall' }]);
  });

  test('R6 neither itself nor what readers cannot see can be pinned', async () => {
    const main = await live({ title: 'Main' });
    const draft = await write(room.as.editor, { title: 'Draft' });
    for (const pinnedIds of [[main.id], [draft.id], [999_999]])
      expect(await refusal(pinRelated(room.as.editor, { articleId: main.id, pinnedIds }))).toMatchObject({
        code: 'invalid',
      });
  });
});

describe('R6 judged', () => {
  const worth = (one: Matter, other: Matter): number => {
    if (one === other) return 2;
    return neighbours.some((pair) => pair.includes(one) && pair.includes(other)) ? 1 : 0;
  };
  const gain = (worths: number[]): number =>
    worths.reduce((sum, value, place) => sum + (2 ** value - 1) / Math.log2(place + 2), 0);

  test('R6 finds more of a running matter than the latest of the section does', async () => {
    const sectionIds = new Map<string, number>();
    for (const name of new Set(Object.values(sectionOf)))
      sectionIds.set(name, await section(`judged-${name.toLowerCase()}`));
    const tagIds = new Map<string, number>();
    for (const name of new Set(judgedStories.flatMap(({ tag }) => tag ?? []))) {
      const [row] = await at.db
        .insert(tags)
        .values({ name: `J ${name}`, slug: `j-${name.toLowerCase()}` })
        .returning();
      tagIds.set(name, row?.id ?? 0);
    }
    const published: { id: number; slug: string; matter: Matter }[] = [];
    for (const [n, { matter, title, text, tag }] of judgedStories.entries()) {
      const written = await live(
        {
          title,
          body: story(text),
          sectionIds: [sectionIds.get(sectionOf[matter]) ?? 0],
          tagIds: tag ? [tagIds.get(tag) ?? 0] : [],
        },
        judgedStories.length - n,
      );
      published.push({ ...written, matter });
    }
    const matterOf = new Map(published.map(({ id, matter }) => [id, matter]));
    const score = { ours: { precision: 0, ndcg: 0 }, latest: { precision: 0, ndcg: 0 } };
    for (const main of published) {
      const section = sectionIds.get(sectionOf[main.matter]) ?? 0;
      const newest = await listStories(at.reader, { of: 'section', sectionIds: [section] }, { limit: 5 });
      const shown = {
        ours: await relatedTo(main),
        latest: newest.stories
          .map(({ id }) => id)
          .filter((id) => id !== main.id)
          .slice(0, 4),
      };
      const others = published
        .filter(({ id }) => id !== main.id)
        .map(({ matter }) => worth(main.matter, matter));
      const best = gain(others.sort((a, b) => b - a).slice(0, 4));
      for (const way of ['ours', 'latest'] as const) {
        const worths = shown[way].map((id) => {
          const matter = matterOf.get(id);
          return matter ? worth(main.matter, matter) : 0;
        });
        score[way].precision += worths.filter((value) => value === 2).length / 4 / published.length;
        score[way].ndcg += gain(worths) / best / published.length;
      }
    }
    expect(score.ours.precision).toBeGreaterThan(score.latest.precision * 1.5);
    expect(score.ours.ndcg).toBeGreaterThan(score.latest.ndcg * 1.5);
    expect(score.ours.precision).toBeGreaterThan(0.6);
  });
});
