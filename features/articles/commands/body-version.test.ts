import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { articles, revisions } from '@/db/schema';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { BODY_VERSION } from '@/lib/rich-text/document';
import { saveDraftInput } from '../input';
import { findDraft } from '../queries/draft';
import { findVersions } from '../queries/history';
import { type Newsroom, openNewsroom, refusal, save, story, write } from '../testing';
import { publishArticle, restoreRevision } from './index';

let at: TestDatabase;
let room: Newsroom;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
  room = await openNewsroom(at);
});
afterAll(() => at.close());

const newerBody = {
  type: 'doc',
  content: [...(story('What one can read.').content ?? []), { type: 'hologram', attrs: { depth: 3 } }],
};

const told = expect.stringContaining('newer version of Broadsheet');

/** As an installation of a later version, on the same database, would have left it. */
async function writtenByNewer(): Promise<{ id: number; ours: number; theirs: number }> {
  const { id, revisionId: ours } = await write(room.as.editor, { title: 'Ours', sectionIds: [room.news] });
  const [row] = await at.db.execute<{ id: string }>(sql`
    insert into revisions (article_id, base_revision_id, title, slug, body, body_version, html, plain_text, words, section_ids)
    select article_id, id, 'Theirs', slug, ${JSON.stringify(newerBody)}::jsonb, ${BODY_VERSION + 1}, '<p>What one can read.</p>',
      'What one can read.', 4, section_ids
    from revisions where id = ${ours}
    returning id`);
  const theirs = Number(row?.id);
  await at.db.update(articles).set({ headRevisionId: theirs }).where(eq(articles.id, id));
  return { id, ours, theirs };
}

const headOf = async (id: number) => {
  const [row] = await at.db
    .select({ head: articles.headRevisionId, body: revisions.body, version: revisions.bodyVersion })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .where(eq(articles.id, id));
  return row;
};

test('D3 a text of a newer version can be read, and is never written over', async () => {
  const { id, ours, theirs } = await writtenByNewer();
  const draft = await findDraft(room.as.editor, id);
  expect(draft).toMatchObject({ revisionId: theirs, bodyIsNewer: true, content: { body: newerBody } });
  expect(await findVersions(room.as.editor, { articleId: id, version: theirs })).toMatchObject({
    version: { body: newerBody },
  });
  // By one who has seen it, by a stale tab, and by a way round.
  for (const work of [
    () => save(room.as.editor, { articleId: id, baseRevisionId: theirs }),
    () => save(room.as.editor, { articleId: id, baseRevisionId: ours }),
    () => restoreRevision(room.as.editor, { articleId: id, baseRevisionId: theirs, revisionId: ours }),
  ])
    expect(await refusal(work())).toMatchObject({ code: 'conflict', message: told });
  expect(await headOf(id)).toEqual({ head: theirs, body: newerBody, version: BODY_VERSION + 1 });
  // What it says in HTML is made, so readers may have it.
  await publishArticle(room.as.editor, { articleId: id });
  expect((await headOf(id))?.head).toBe(theirs);
});

test('D3 an older revision of a newer version is not brought back either', async () => {
  const { id, ours, theirs } = await writtenByNewer();
  await at.db.update(articles).set({ headRevisionId: ours }).where(eq(articles.id, id));
  const work = restoreRevision(room.as.editor, { articleId: id, baseRevisionId: ours, revisionId: theirs });
  expect(await refusal(work)).toMatchObject({ code: 'conflict', message: told });
  expect(await headOf(id)).toMatchObject({ head: ours, version: BODY_VERSION });
});

test('D3 a page of a newer version that sends its text to an older server is told so', () => {
  const read = (body: unknown) =>
    saveDraftInput.safeParse({ articleId: 1, baseRevisionId: 1, title: 'T', body });
  expect(read({ ...story('x'), version: BODY_VERSION + 1 }).error?.issues[0]?.message).toMatch(
    /newer version/,
  );
  expect(read({ ...story('x'), version: BODY_VERSION }).data?.body).toEqual(story('x'));
  expect(read(JSON.stringify({ ...story('x'), version: BODY_VERSION })).data?.body).toEqual(story('x'));
  expect(read(story('x')).data?.body).toEqual(story('x'));
});
