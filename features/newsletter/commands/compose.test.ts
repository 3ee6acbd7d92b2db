import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { campaigns, lists, media } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { createArticle, publishArticle, saveDraft, withdrawArticle } from '@/features/articles/commands';
import { createSection } from '@/features/taxonomy/commands';
import { listMailbox, readMailbox } from '@/lib/mailer';
import { readMail } from '@/lib/mailer/read-mail';
import { saveCampaignInput } from '../input';
import { findCampaign, findIssue, listCampaigns, listSubscribers, searchStories } from '../queries';
import { makeIssue, makeList } from '../testing';
import {
  composeCampaign,
  createCampaign,
  keepCampaignsGoing,
  previewCampaign,
  removeCampaign,
  saveList,
  scheduleCampaign,
  sendCampaign,
  sendTest,
  startDueCampaigns,
  unscheduleCampaign,
} from '.';

type Draft = Parameters<typeof saveDraft>[1];

let at: TestDatabase;
let sectionId: number;
const editor = staffActor('editor', { email: 'editor@example.org' });

beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
  await at.db.execute(`insert into users (email, name, role) values ('editor@example.org', 'Ed', 'editor')`);
  const news = { name: 'News', slug: '', description: '', parentId: null };
  ({ sectionId } = await createSection(at.system, news));
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});

async function publishStory(title: string, more: Partial<Draft> = {}): Promise<number> {
  const { id, revisionId } = await createArticle(at.system, {});
  await saveDraft(at.system, {
    articleId: id,
    baseRevisionId: revisionId,
    title,
    standfirst: `${title}, in short`,
    lang: null,
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The text.' }] }],
    },
    leadMediaId: null,
    leadAlt: '',
    leadCaption: '',
    leadCredit: '',
    sectionIds: [sectionId],
    tagIds: [],
    authorIds: [],
    seriesId: null,
    ...more,
  });
  await publishArticle(at.system, { articleId: id });
  return id;
}
const draftOf = (campaignId: number, version: number, listId: number, more: Record<string, unknown> = {}) =>
  saveCampaignInput.parse({ campaignId, version, listId, subject: 'Good news', articleIds: [], ...more });

test('N4 an issue is composed from live stories in their order, with pictures, credits and no script', async () => {
  const [picture] = await at.db
    .insert(media)
    .values({
      hash: 'a'.repeat(32),
      kind: 'picture',
      mimeType: 'image/jpeg',
      bytes: 1,
      width: 1600,
      height: 900,
      filename: 'x.jpg',
      alt: 'A harbour',
      credit: 'Ada Lens',
    })
    .returning({ id: media.id });
  const first = await publishStory('The <b>first</b> & best', { leadMediaId: picture?.id });
  const second = await publishStory('The second');
  const hidden = await publishStory('The withdrawn');
  await withdrawArticle(at.system, { articleId: hidden });
  const list = await makeList(at, 3, 'compose');
  const { id } = await createCampaign(at.as(editor), { listId: list.id });
  const intro = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '<script>alert(1)</script>' },
          { type: 'text', text: 'a link', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
        ],
      },
    ],
  };
  const { preview, version } = await composeCampaign(
    at.as(editor),
    draftOf(id, 1, list.id, { articleIds: [second, first, hidden], intro, previewText: 'Inside: more' }),
  );
  expect(version).toBe(2);
  expect(preview.html.indexOf('The second')).toBeLessThan(preview.html.indexOf('best'));
  expect(preview.html).toContain('The &lt;b&gt;first&lt;/b&gt; &amp; best');
  expect(preview.html).not.toMatch(/<script|javascript:/i);
  expect(preview.html).toMatch(/<img src="http:\/\/localhost:3000\/media\/a{32}\/\d+\.jpeg" alt="A harbour"/);
  expect(preview.html).toContain('Ada Lens');
  expect(preview.html).not.toContain('The withdrawn');
  expect(preview.text).toContain('The <b>first</b> & best\nhttp://localhost:3000/');
  expect(preview.text).toContain('Ada Lens');
  expect(preview).toMatchObject({ recipients: 3, suppressed: 0 });
  expect(preview.findings).toContainEqual({
    level: 'doubt',
    sentence: 'One chosen story is not live and will be left out.',
  });
  expect(preview.findings.filter(({ level }) => level === 'fault')).toEqual([]);
});

test('N4 two tabs never write over each other, and a sent issue is not edited', async () => {
  const list = await makeList(at, 1, 'tabs');
  const ctx = at.as(editor);
  const { id } = await createCampaign(ctx, { listId: list.id });
  const articleIds = [await publishStory('For the tabs')];
  const { version } = await composeCampaign(ctx, draftOf(id, 1, list.id, { subject: 'Mine', articleIds }));
  await expect(composeCampaign(ctx, draftOf(id, 1, list.id, { subject: 'Theirs' }))).rejects.toMatchObject({
    code: 'conflict',
    detail: { theirs: { subject: 'Mine', version } },
  });
  await expect(removeCampaign(ctx, { campaignId: id, version: 1 })).rejects.toMatchObject({
    code: 'conflict',
  });
  const scheduled = await scheduleCampaign(ctx, { campaignId: id, version, local: '2099-01-01T08:00' });
  expect(scheduled.dueAt.toISOString()).toBe('2099-01-01T08:00:00.000Z');
  await expect(composeCampaign(ctx, draftOf(id, scheduled.version, list.id))).rejects.toMatchObject({
    code: 'conflict',
  });
  const back = await unscheduleCampaign(ctx, { campaignId: id, version: scheduled.version });
  await removeCampaign(ctx, { campaignId: id, version: back.version });
  expect(await findCampaign(ctx, id)).toBeNull();
});

test('N9 the archive shows an issue once it went out, without stories that are gone since', async () => {
  const list = await makeList(at, 1, 'archive');
  const stays = await publishStory('Stays in the archive');
  const goes = await publishStory('Goes from the archive');
  const { id } = await createCampaign(at.system, { listId: list.id });
  const { version } = await composeCampaign(
    at.system,
    draftOf(id, 1, list.id, { articleIds: [stays, goes] }),
  );
  expect(await findIssue(at.reader, id)).toBeNull();
  await scheduleCampaign(at.system, { campaignId: id, version, local: '' });
  expect(await findIssue(at.reader, id)).toBeNull();
  await startDueCampaigns(at.system);
  await sendCampaign(at.system, { campaignId: id });
  await withdrawArticle(at.system, { articleId: goes });
  const issue = await findIssue(at.reader, id);
  expect(issue?.stories.map(({ title }) => title)).toEqual(['Stays in the archive']);
  const [row] = await at.db.select().from(campaigns).where(eq(campaigns.id, id));
  expect(row?.content?.stories).toHaveLength(2);
});

test('I2 an issue whose stories were all withdrawn before its time is held, not sent empty', async () => {
  const list = await makeList(at, 1, 'empty');
  const only = await publishStory('The only one');
  const { id } = await createCampaign(at.system, { listId: list.id });
  const { version } = await composeCampaign(at.system, draftOf(id, 1, list.id, { articleIds: [only] }));
  await scheduleCampaign(at.system, { campaignId: id, version, local: '' });
  await withdrawArticle(at.system, { articleId: only });
  await startDueCampaigns(at.system);
  expect(await sendCampaign(at.system, { campaignId: id })).toBeNull();
  const found = await findCampaign(at.system, id);
  expect(found?.campaign).toMatchObject({
    state: 'paused',
    audience: null,
    trouble: expect.stringContaining('nothing to send'),
  });
});

test('N4 a test goes to oneself alone, and its links belong to nobody', async () => {
  const list = await makeList(at, 2, 'self');
  const { id } = await createCampaign(at.as(editor), { listId: list.id });
  await expect(sendTest(at.as(editor), { campaignId: id })).rejects.toMatchObject({ code: 'invalid' });
  await composeCampaign(
    at.as(editor),
    draftOf(id, 1, list.id, { articleIds: [await publishStory('To oneself')] }),
  );
  expect(await sendTest(at.as(editor), { campaignId: id })).toEqual({ to: 'editor@example.org' });
  const [newest] = await listMailbox({ limit: 1 });
  const mail = readMail((await readMailbox(newest?.id ?? '')) ?? Buffer.from(''));
  const header = (name: string) => mail.headers.find((one) => one.name === name)?.value;
  expect(header('To')).toBe('editor@example.org');
  expect(header('Subject')).toBe('[Test] Good news');
  expect(header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  expect(mail.html).toContain('To oneself');
  expect(mail.text).toContain('To oneself');
});

test('N4 an issue that mail programs would cut off is not sent', async () => {
  const list = await makeList(at, 1, 'large');
  const { id } = await createCampaign(at.system, { listId: list.id });
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Far too long. '.repeat(100) }] };
  const { version, preview } = await composeCampaign(
    at.system,
    draftOf(id, 1, list.id, { intro: { type: 'doc', content: Array(80).fill(paragraph) } }),
  );
  expect(preview.findings).toContainEqual({ level: 'fault', sentence: expect.stringContaining('100 KB') });
  await expect(scheduleCampaign(at.system, { campaignId: id, version, local: '' })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('N1 lists get names of their own and keep their slugs', async () => {
  const admin = at.as(staffActor('administrator'));
  const first = await saveList(admin, { name: 'Sunday Reads', description: '' });
  const second = await saveList(admin, { name: 'Sunday Reads', description: '' });
  await saveList(admin, { listId: first.id, name: 'Sunday', description: 'Slow.' });
  const rows = await at.db.select().from(lists).orderBy(lists.id);
  expect(rows.filter(({ id }) => id === first.id || id === second.id)).toMatchObject([
    { name: 'Sunday', slug: 'sunday-reads' },
    { name: 'Sunday Reads', slug: 'sunday-reads-2' },
  ]);
  await expect(saveList(at.as(editor), { name: 'No', description: '' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('N4 the desk pages through issues and readers, and finds what is typed, whatever signs it holds', async () => {
  const ctx = at.as(staffActor('administrator'));
  const { id: listId } = await makeList(at, 60, 'many');
  await at.db
    .insert(campaigns)
    .values(Array.from({ length: 35 }, (_, n) => ({ listId, subject: `Issue ${n}` })));
  const seen: number[] = [];
  for (let before: number | null | undefined; before !== null; ) {
    const page = await listCampaigns(ctx, { before: before ?? undefined });
    seen.push(...page.campaigns.map(({ id }) => id));
    before = page.nextBefore;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(await at.db.$count(campaigns));
  const page = await listSubscribers(ctx, { matching: 'MANY' });
  expect(page.subscribers).toHaveLength(50);
  expect(
    (await listSubscribers(ctx, { matching: 'many', before: page.nextBefore ?? 0 })).subscribers,
  ).toHaveLength(10);
  expect((await listSubscribers(ctx, { matching: 'example.n' })).subscribers.length).toBeGreaterThan(0);
  for (const odd of ['%', '_', '\\', "'; drop table subscribers; --"])
    expect((await listSubscribers(ctx, { matching: odd })).subscribers).toEqual([]);
  expect((await searchStories(ctx, { words: 'FIRST best' })).map(({ title }) => title)).toEqual([
    'The <b>first</b> & best',
  ]);
  expect(await searchStories(ctx, { words: '%' })).toEqual([]);
  await expect(listSubscribers(at.as(staffActor('author')), {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(previewCampaign(at.reader, { campaignId: seen[0] ?? 0 })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('A3 readers and contributors send nothing', async () => {
  const list = await makeList(at, 1, 'may');
  const issue = await makeIssue(at, list.id);
  for (const ctx of [at.reader, at.as(staffActor('contributor')), at.as(staffActor('author'))]) {
    await expect(scheduleCampaign(ctx, { ...issue, local: '' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(sendCampaign(ctx, issue)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(keepCampaignsGoing(ctx)).rejects.toMatchObject({ code: 'forbidden' });
  }
});
