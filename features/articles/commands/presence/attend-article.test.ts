import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Ctx, StaffActor } from '@/db/context';
import { audit } from '@/db/schema';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { type DeskState, deskHub } from '../../desk-hub';
import { liveSeconds } from '../../presence';
import { type Newsroom, openNewsroom, refusal, save, type Written, write } from '../../testing';
import { addNote, attendArticle, leaveArticle, purgePresence } from '../index';

type Person = Ctx & { actor: StaffActor };

let at: TestDatabase;
let room: Newsroom;
let ada: Person;
let ben: Person;
let story: Written;
let load = 0;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
  room = await openNewsroom(at);
  [ada, ben] = [await room.person('editor'), await room.person('editor')];
});
beforeEach(async () => {
  await at.setClock(0);
  story = await write(ada, { sectionIds: [room.news] });
});
afterAll(() => at.close());

/** A page of somebody's on the story. */
const open = (who: Person) => {
  const loadId = `page${String(++load).padStart(16, '0')}`;
  let words = 0;
  const attend = (wants: 'read' | 'write' | 'take', replaces?: string, said = ++words) =>
    attendArticle(who, { articleId: story.id, loadId, said, wants, replaces });
  const leave = (said = ++words) => leaveArticle(who, { articleId: story.id, loadId, said });
  return { loadId, attend, leave };
};
const saveAs = (who: Person, title: string) =>
  save(who, { articleId: story.id, baseRevisionId: story.revisionId }, { title, sectionIds: [room.news] });

describe('D5 presence and lease', () => {
  test('D5 the first who wants to writes, the second sees her, and leaving frees it at once', async () => {
    const [hers, his] = [open(ada), open(ben)];
    expect(await hers.attend('write')).toMatchObject({
      writer: { userId: ada.actor.id },
      revisionId: story.revisionId,
    });
    const seen = await his.attend('write');
    expect(seen.writer).toMatchObject({ name: ada.actor.name, loadId: hers.loadId });
    expect(seen.present.map(({ name, writes }) => [name, writes])).toEqual([
      [ada.actor.name, true],
      [ben.actor.name, false],
    ]);
    await hers.leave();
    expect(await his.attend('read')).toMatchObject({ writer: null, present: [{ userId: ben.actor.id }] });
    expect((await his.attend('write')).writer?.loadId).toBe(his.loadId);
  });

  test('D5 a word that its page’s goodbye has overtaken on the way holds nothing', async () => {
    const [hers, his] = [open(ada), open(ben)];
    await hers.attend('write', undefined, 1);
    await hers.leave(3);
    const late = await hers.attend('write', undefined, 2);
    expect(late).toMatchObject({ writer: null, present: [] });
    expect((await his.attend('write')).writer?.loadId).toBe(his.loadId);
    await his.leave();
    // … nor the very first one, nor one that is under way in the same moment.
    const quick = open(ada);
    await quick.leave(2);
    expect((await quick.attend('take', undefined, 1)).writer).toBeNull();
    for (let n = 0; n < 10; n++) {
      const page = open(ada);
      await Promise.all([page.attend('write', undefined, 1), page.leave(2)]);
      expect(await open(ben).attend('read')).toMatchObject({ writer: null });
    }
    // A page that comes back by the browser's own way speaks on, and an old goodbye does not send it away.
    expect((await quick.attend('write', undefined, 3)).writer?.loadId).toBe(quick.loadId);
    await quick.leave(2);
    expect((await quick.attend('write', undefined, 4)).writer?.loadId).toBe(quick.loadId);
  });

  test('D5 a page that is lost holds nothing soon after, and finds another there when it comes back', async () => {
    const [hers, his] = [open(ada), open(ben)];
    await hers.attend('write');
    await at.setClock(liveSeconds - 2);
    expect((await his.attend('write')).writer?.loadId).toBe(hers.loadId);
    await at.setClock(liveSeconds + 1);
    expect((await his.attend('write')).writer?.loadId).toBe(his.loadId);
    expect((await hers.attend('write')).writer?.loadId).toBe(his.loadId);
  });

  test('D5 a page that was lost, and missed by nobody, writes on', async () => {
    const hers = open(ada);
    await hers.attend('write');
    await at.setClock(3_600);
    expect((await hers.attend('write')).writer?.loadId).toBe(hers.loadId);
  });

  test('D5 taking over is recorded; the one taken from saves no more, until nobody else writes', async () => {
    const [hers, his] = [open(ada), open(ben)];
    await hers.attend('write');
    expect((await his.attend('take')).writer?.loadId).toBe(his.loadId);
    const refused = await refusal(saveAs(ada, 'Hers'));
    expect(refused).toMatchObject({ code: 'conflict', detail: { writer: { name: ben.actor.name } } });
    expect((await hers.attend('write')).writer?.loadId).toBe(his.loadId);
    const verbs = await at.db.select({ verb: audit.verb, by: audit.actorName }).from(audit);
    expect(verbs).toContainEqual({ verb: 'take-over-article', by: ben.actor.name });
    await his.leave();
    await saveAs(ada, 'Hers');
  });

  test('D5 one’s own other page is told apart, and saves by its revision alone', async () => {
    const [first, second] = [open(ada), open(ada)];
    await first.attend('write');
    const seen = await second.attend('write');
    expect(seen.writer).toMatchObject({ userId: ada.actor.id, loadId: first.loadId });
    expect(seen.present).toHaveLength(1);
    await saveAs(ada, 'From the second');
    const third = open(ada);
    expect((await third.attend('write', first.loadId)).writer?.loadId).toBe(third.loadId);
    // Another's page is not replaced by naming it.
    expect((await open(ben).attend('write', third.loadId)).writer?.loadId).toBe(third.loadId);
  });

  test('D5 who may only read never writes, and nobody speaks for another’s page', async () => {
    const author = await room.person('author');
    const page = open(author);
    expect((await page.attend('take')).writer).toBeNull();
    const hers = open(ada);
    await hers.attend('write');
    const forged = attendArticle(ben, {
      articleId: story.id,
      loadId: hers.loadId,
      said: 9,
      wants: 'read',
    });
    expect((await refusal(forged)).code).toBe('forbidden');
    await leaveArticle(ben, { articleId: story.id, loadId: hers.loadId, said: 9 });
    expect((await hers.attend('write')).writer?.loadId).toBe(hers.loadId);
    const contributor = await room.person('contributor');
    expect((await refusal(open(contributor).attend('read'))).code).toBe('forbidden');
  });

  test('D5 of twenty who come at once one writes', async () => {
    const pages = Array.from({ length: 20 }, (_, n) => open(n % 2 ? ada : ben));
    const answers = await Promise.all(pages.map((page) => page.attend('write')));
    const writers = new Set(answers.flatMap(({ writer }) => writer?.loadId ?? []));
    expect(writers.size).toBe(1);
  });

  test('D5 what was lost for long is cleared away', async () => {
    await open(ada).attend('write');
    await at.setClock(7_200);
    await purgePresence(at.system);
    expect((await open(ben).attend('read')).present).toHaveLength(1);
  });
});

describe('D5 the stream', () => {
  const watch = (who: Person, articleId: number | null) => {
    const heard: DeskState[] = [];
    let ended = false;
    const stop = deskHub().watch({
      actor: who.actor,
      articleId,
      findActor: async () => who.actor,
      send: (state) => heard.push(JSON.parse(state) as DeskState),
      end: () => {
        ended = true;
      },
    });
    const until = async (fits: (state: DeskState) => boolean) => {
      const end = performance.now() + 5_000;
      while (!heard.some(fits)) {
        if (performance.now() > end) throw new Error(`not heard: ${JSON.stringify(heard.at(-1))}`);
        await wait(20);
      }
    };
    return { heard, until, stop, ended: () => ended };
  };

  test('D5 a watcher hears who comes, writes, saves, notes and goes, within a second of it', async () => {
    const page = open(ada);
    const stream = watch(ben, story.id);
    await stream.until(({ article }) => article?.present.length === 0);
    const begun = performance.now();
    await page.attend('write');
    await stream.until(({ article }) => article?.writer?.loadId === page.loadId);
    expect(performance.now() - begun).toBeLessThan(1_000);
    const { revisionId } = await saveAs(ada, 'Newer');
    await stream.until(({ article }) => article?.revisionId === revisionId);
    await addNote(ada, { articleId: story.id, text: `@${ben.actor.name}`, chosenIds: [] });
    await stream.until(({ unread }) => unread === 1);
    await page.leave();
    await stream.until(({ article }) => article?.writer === null && article.revisionId === revisionId);
    stream.stop();
  });

  test('D5 A3 a list hears of what is open, a contributor of her own alone', async () => {
    const contributor = await room.person('contributor');
    const [all, own] = [watch(ben, null), watch(contributor, null)];
    const hidden = watch(contributor, story.id);
    await open(ada).attend('write');
    const here = ({ open: list }: DeskState) => list.some(({ articleId }) => articleId === story.id);
    await all.until(here);
    await hidden.until(({ article }) => article === null);
    expect([...own.heard, ...hidden.heard].filter((state) => here(state) || state.article)).toEqual([]);
    for (const stream of [all, own, hidden]) stream.stop();
  });

  test('D5 one person has twenty streams at most', async () => {
    const person = await room.person('author');
    const streams = Array.from({ length: 20 }, () => watch(person, null));
    expect(() => watch(person, null)).toThrow(/Too many/);
    streams[0]?.stop();
    const again = watch(person, null);
    for (const stream of [...streams, again]) stream.stop();
  });
});
