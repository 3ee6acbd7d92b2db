import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RichText } from '@/lib/rich-text/document';
import { compareTexts } from './compare';
import { type EditorContent, isSameText, type SavePayload, toPayload } from './content';
import { JournalKeeper, journalWithinMs } from './journal-keeper';
import { atMostMs, pauseMs, type SaveAnswer, Saver, type SaveState, type Theirs } from './saver';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const doc = (...lines: string[]): RichText => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
const payload = (text: string): SavePayload => ({
  title: text,
  standfirst: '',
  slug: undefined,
  lang: null,
  body: doc(text),
  leadMediaId: null,
  leadAlt: '',
  leadCaption: '',
  leadCredit: '',
  sectionIds: [],
  tagIds: [],
  authorIds: [],
  seriesId: null,
});

interface Request {
  text: string;
  base: number;
  leaving: boolean;
  answer(answer: SaveAnswer): Promise<void>;
}

/** A desk with a writer and a server that answers when told to. */
function desk() {
  let text = 'a';
  const requests: Request[] = [];
  const states: SaveState[] = [];
  const saver = new Saver({
    baseRevisionId: 1,
    savedAt: new Date(0),
    read: () => payload(text),
    send: (sent, base, leaving) =>
      new Promise((resolve) => {
        requests.push({
          text: sent.title,
          base,
          leaving,
          answer: async (answer) => {
            resolve(answer);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    isSame: isSameText,
    onState: (state) => states.push(state),
    onSaved: () => {},
  });
  return {
    saver,
    requests,
    states,
    type: (more: string) => {
      text += more;
      saver.edited();
    },
    last: () => requests.at(-1) as Request,
    said: () => saver.state.kind,
  };
}

const saved = (revisionId: number): SaveAnswer => ({
  kind: 'saved',
  revisionId,
  slug: 's',
  savedAt: new Date(9),
});
const away: SaveAnswer = { kind: 'away', sentence: 'Offline' };
const theirs = (text: string, revisionId: number): SaveAnswer => {
  const { slug: _, ...rest } = payload(text);
  return {
    kind: 'conflict',
    sentence: 'Somebody',
    theirs: { ...rest, revisionId, slug: 's', tags: [], lead: null, savedAt: '', savedBy: null },
  };
};

test('D4 never two saves are under way, each goes on the revision before, and the newest text goes last', async () => {
  const { type, requests, last, said } = desk();
  type('b');
  expect(said()).toBe('typing');
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(requests).toMatchObject([{ text: 'ab', base: 1 }]);
  type('c');
  type('d');
  await vi.advanceTimersByTimeAsync(3000);
  expect(requests).toHaveLength(1);
  expect(said()).toBe('saving');
  await last().answer(saved(2));
  expect(said()).toBe('typing');
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(last()).toMatchObject({ text: 'abcd', base: 2 });
  await last().answer(saved(3));
  expect(said()).toBe('saved');
  await vi.advanceTimersByTimeAsync(600_000);
  expect(requests).toHaveLength(2);
});

test('D4 somebody who never pauses is saved all the same', async () => {
  const { type, requests } = desk();
  for (let ms = 0; ms < atMostMs + 500; ms += 200) {
    type('x');
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(requests).toHaveLength(1);
});

test('D4 offline is said and tried again by itself; "saved" is never said of text that is not', async () => {
  const { type, requests, last, said, states, saver } = desk();
  type('b');
  await vi.advanceTimersByTimeAsync(pauseMs);
  await last().answer(away);
  expect(said()).toBe('away');
  type('c');
  expect(said()).toBe('away');
  await vi.advanceTimersByTimeAsync(2000);
  await last().answer(away);
  await vi.advanceTimersByTimeAsync(4000);
  expect(last()).toMatchObject({ text: 'abc', base: 1 });
  expect(states.some((state) => state.kind === 'saved')).toBe(false);
  await last().answer(saved(2));
  expect(said()).toBe('saved');
  expect(saver.isClean).toBe(true);
  expect(requests).toHaveLength(3);
});

test('D4 a save whose answer was lost is recognised when its text comes back as somebody else’s', async () => {
  const { type, last, said, requests } = desk();
  type('b');
  await vi.advanceTimersByTimeAsync(pauseMs);
  await last().answer(away);
  type('c');
  await vi.advanceTimersByTimeAsync(2000);
  await last().answer(theirs('ab', 2));
  expect(last()).toMatchObject({ text: 'abc', base: 2 });
  await last().answer(saved(3));
  expect(said()).toBe('saved');
  expect(requests).toHaveLength(3);
});

test('D4 a conflict stops everything until a person chose; keeping mine goes on top of what was seen', async () => {
  const { type, last, said, requests, saver } = desk();
  type('b');
  await vi.advanceTimersByTimeAsync(pauseMs);
  await last().answer(theirs('other', 7));
  expect(said()).toBe('conflict');
  type('c');
  await vi.advanceTimersByTimeAsync(600_000);
  expect(await saver.flush()).toBe(false);
  expect(requests).toHaveLength(1);
  const kept = saver.keepMine(7);
  expect(last()).toMatchObject({ text: 'abc', base: 7 });
  await last().answer(saved(8));
  expect(await kept).toBe(true);
  expect(saver.revisionId).toBe(8);
});

test('D5 while somebody else writes nothing is sent by itself, and what was typed is not called saved', async () => {
  const { type, requests, last, said, saver } = desk();
  type('b');
  await vi.advanceTimersByTimeAsync(pauseMs);
  await last().answer({ kind: 'taken', sentence: 'Ben writes' });
  type('c');
  await vi.advanceTimersByTimeAsync(600_000);
  expect([said(), requests.length, saver.isClean]).toEqual(['taken', 1, false]);
  const flushed = saver.flush();
  expect(last()).toMatchObject({ text: 'abc', base: 1 });
  await last().answer(saved(2));
  expect([await flushed, said()]).toEqual([true, 'saved']);
});

test('D4 signed out waits for a sign-in, a refusal for a change', async () => {
  const { type, last, said, requests, saver } = desk();
  type('b');
  await vi.advanceTimersByTimeAsync(pauseMs);
  await last().answer({ kind: 'signed-out', sentence: 'Sign in' });
  type('c');
  await vi.advanceTimersByTimeAsync(600_000);
  expect([said(), requests.length]).toEqual(['signed-out', 1]);
  void saver.flush();
  await last().answer({
    kind: 'refused',
    sentence: 'Too long',
    fields: { title: 'Too long' },
    suggestion: null,
  });
  await vi.advanceTimersByTimeAsync(600_000);
  expect([said(), requests.length]).toEqual(['refused', 2]);
  type('d');
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(last().text).toBe('abcd');
});

test('D4 flushing before publishing waits until the last letter is kept', async () => {
  const { type, last, saver } = desk();
  type('b');
  const flushed = saver.flush();
  type('c');
  await last().answer(saved(2));
  expect(last()).toMatchObject({ text: 'abc', base: 2 });
  await last().answer(saved(3));
  expect(await flushed).toBe(true);
});

test('D4 leaving sends what is open once, and coming back knows it', async () => {
  const { type, last, saver, requests } = desk();
  type('b');
  saver.leave();
  expect(last()).toMatchObject({ text: 'ab', leaving: true });
  type('c');
  await vi.advanceTimersByTimeAsync(pauseMs);
  await last().answer(theirs('ab', 2));
  await last().answer(saved(3));
  expect(requests.map((request) => request.base)).toEqual([1, 1, 2]);
});

const content = (text: string): EditorContent => ({
  title: text,
  standfirst: '',
  slug: '',
  slugIsChosen: false,
  lang: null,
  body: doc(text),
  lead: null,
  leadAlt: '',
  leadCaption: '',
  leadCredit: '',
  sectionIds: [],
  tags: [],
  authorIds: [],
  seriesId: null,
});

test('D4 every keystroke is on the device within half a second, and nothing stays there once it is saved', async () => {
  const stored = new Map<string, string>();
  const troubles: boolean[] = [];
  let text = '';
  let broken = false;
  const keeper = new JournalKeeper({
    read: () => ({
      key: 'k',
      userId: 1,
      articleId: 1,
      loadId: 'l',
      baseRevisionId: 1,
      content: content(text),
      at: 0,
    }),
    put: async (record) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (broken) throw new Error('quota');
      stored.set(record.key, record.content.title);
    },
    remove: async (key) => void stored.delete(key),
    onTrouble: (now) => troubles.push(now),
  });
  for (let n = 0; n < 20; n++) {
    text += 'x';
    keeper.edited();
    await vi.advanceTimersByTimeAsync(100);
    if (n > 5) expect(n + 1 - (stored.get('k')?.length ?? 0)).toBeLessThanOrEqual(5);
  }
  await vi.advanceTimersByTimeAsync(journalWithinMs + 50);
  expect(stored.get('k')).toBe(text);
  // A write under way when the save is acknowledged does not come back to life.
  text += 'y';
  void keeper.write();
  void keeper.settled();
  await vi.advanceTimersByTimeAsync(1000);
  expect([...stored]).toEqual([]);
  broken = true;
  keeper.edited();
  await vi.advanceTimersByTimeAsync(1000);
  broken = false;
  keeper.edited();
  await vi.advanceTimersByTimeAsync(1000);
  expect(troubles).toEqual([true, false]);
});

test('D4 two texts are the same whatever the server tidied, and different by a letter', () => {
  const sent = { ...toPayload(content('A title')), title: ' A  title ' };
  const back: Omit<Theirs, 'revisionId'> = {
    ...payload('A title'),
    slug: 'x',
    tags: [],
    lead: null,
    savedAt: '',
    savedBy: null,
    body: {
      content: [{ content: [{ text: 'A title', type: 'text', marks: [] }], type: 'paragraph' }],
      type: 'doc',
    },
  };
  expect(isSameText(back, sent)).toBe(true);
  expect(isSameText({ ...back, body: doc('A titlf') }, sent)).toBe(false);
  expect(isSameText({ ...back, sectionIds: [1] }, sent)).toBe(false);
});

test('D4 a comparison marks the paragraphs that only one side has', () => {
  const side = (...lines: string[]) => ({ title: 'T', standfirst: '', body: doc(...lines) });
  const { mine, theirs: other } = compareTexts(
    side('one', 'two', 'three'),
    side('one', 'TWO', 'three', 'four'),
  );
  expect(mine.map(({ same }) => same)).toEqual([true, true, false, true]);
  expect(other.map(({ same }) => same)).toEqual([true, true, false, true, false]);
});
