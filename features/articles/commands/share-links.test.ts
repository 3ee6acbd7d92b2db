import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { signToken } from '@/lib/signed-token';
import { findShared, listShareLinks } from '../queries/share-links';
import { createShareLinkInput } from '../share-input';
import { type Newsroom, openNewsroom, refusal, save, story, write } from '../testing';
import { createShareLink, killArticle, restoreArticle, revokeShareLink, trashArticle } from './index';

let at: TestDatabase;
let room: Newsroom;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
  room = await openNewsroom(at);
});
beforeEach(() => at.setClock(0));
afterAll(async () => {
  await closeQueue();
  await at.close();
});

const tokenOf = (url: string) => url.split('/share/')[1] ?? '';
const share = (articleId: number, days = 7) =>
  createShareLink(room.as.editor, { articleId, days, note: 'The lawyer' });
const seen = async (url: string) => (await findShared(at.reader, tokenOf(url))).state;

test('D10 whoever holds the link reads the newest version, until it runs out', async () => {
  const made = await write(room.as.editor, { body: story('At first.') });
  const link = await share(made.id, 3);
  expect(link.url).toMatch(/^https?:\/\/[^/]+\/share\/[\w.-]+$/);
  expect(await findShared(at.reader, tokenOf(link.url))).toMatchObject({
    state: 'open',
    article: { html: '<p>At first.</p>' },
  });
  await save(
    room.as.editor,
    { articleId: made.id, baseRevisionId: made.revisionId },
    { body: story('Since then.') },
  );
  expect(await findShared(at.reader, tokenOf(link.url))).toMatchObject({
    article: { html: '<p>Since then.</p>', liveAt: null },
  });
  await at.setClock(3 * 86_400 - 60);
  expect(await seen(link.url)).toBe('open');
  await at.setClock(3 * 86_400 + 60);
  expect(await seen(link.url)).toBe('over');
});

test('D10 a link that was withdrawn, or whose story is gone, shows nothing; others go on', async () => {
  const made = await write(room.as.editor, { sectionIds: [room.news] });
  const [one, other] = [await share(made.id), await share(made.id)];
  await revokeShareLink(room.as.editor, { shareLinkId: one.id });
  await revokeShareLink(room.as.editor, { shareLinkId: one.id });
  expect([await seen(one.url), await seen(other.url)]).toEqual(['over', 'open']);
  expect(await listShareLinks(room.as.editor, { articleId: made.id })).toMatchObject([
    { id: other.id, url: other.url, note: 'The lawyer' },
  ]);
  await trashArticle(room.as.editor, { articleId: made.id });
  expect(await seen(other.url)).toBe('over');
  expect((await refusal(share(made.id))).code).toBe('conflict');
  await restoreArticle(room.as.editor, { articleId: made.id });
  expect(await seen(other.url)).toBe('open');
  await killArticle(room.as.editor, { articleId: made.id });
  expect(await seen(other.url)).toBe('over');
});

test('D10 a link cannot be guessed, changed or made of a token for something else', async () => {
  const made = await write(room.as.editor);
  const { id, url } = await share(made.id);
  const token = tokenOf(url);
  for (const bad of [
    '',
    'x',
    `${token}x`,
    token.replace(/^./, 'X'),
    signToken('unsubscribe', [id]),
    signToken('share', ['1 or 1']),
    signToken('share', id),
    'a'.repeat(5000),
  ])
    expect((await findShared(at.reader, bad)).state, bad).toBe('unknown');
  expect((await findShared(at.reader, signToken('share', [999_999]))).state).toBe('over');
});

test('D10 links are listed to who may change the text alone, and last for what the list offers', async () => {
  const made = await write(room.as.editor);
  await share(made.id);
  expect(await listShareLinks(room.as.author, { articleId: made.id })).toBeNull();
  expect((await refusal(listShareLinks(room.as.contributor, { articleId: made.id }))).code).toBe('forbidden');
  expect(createShareLinkInput.safeParse({ articleId: made.id, days: '7' }).success).toBe(true);
  expect(createShareLinkInput.safeParse({ articleId: made.id, days: '3650' }).success).toBe(false);
});
