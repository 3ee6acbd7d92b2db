import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { sections, users } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { createArticle, publishArticle, saveDraft } from '@/features/articles/commands';
import { emptyDocument } from '@/lib/rich-text/document';
import { decideComments, postComment, submitComment } from './commands';
import { type SubmitComment, submitCommentInput } from './input';
import { previewNonce } from './nonce';
import { findSubmission } from './queries';

export type Discussed = Awaited<ReturnType<typeof openDiscussed>>;

/** For tests: a newsroom with one live story under which readers comment. Close it when done. */
export async function openDiscussed(templateUrl: string) {
  const at: TestDatabase = await cloneDatabase(templateUrl);
  await at.db.insert(users).values({ name: 'Test Person', email: 'test@example.test', role: 'editor' });
  await at.db.insert(sections).values({ name: 'News', slug: 'news' });
  const story = await publishStory(at, 'Trams return to the old bridge');
  const moderator = () => at.as(staffActor('editor'));
  let serial = 0;

  const typed = (more: Partial<SubmitComment> = {}): SubmitComment => {
    serial++;
    return submitCommentInput.parse({
      articleId: story,
      name: 'Ada',
      email: `ada${serial}@example.test`,
      body: `Well said, number ${serial}.`,
      ...more,
    });
  };
  const submit = async (more: Partial<SubmitComment> = {}, ctx: Ctx = at.reader) =>
    (await submitComment(ctx, typed(more))).id;

  async function nonceOf(id: string): Promise<string> {
    const found = await findSubmission(at.reader, id);
    if (!found) throw new Error('no submission');
    return previewNonce(found);
  }

  /** Sent, read for ten seconds, and confirmed. */
  async function postNow(more: Partial<SubmitComment> = {}, ctx: Ctx = at.reader) {
    const id = await submit(more, ctx);
    await at.db.execute(
      sql`update submissions set typed_at = typed_at - interval '10 seconds' where id = ${id}`,
    );
    const outcome = await postComment(ctx, { id, nonce: await nonceOf(id), networkHash: null });
    return { ...outcome, found: await findSubmission(at.reader, id) };
  }

  async function approved(more: Partial<SubmitComment> = {}): Promise<number> {
    const { found } = await postNow(more);
    const id = found?.commentId ?? 0;
    await decideComments(moderator(), { ids: [id], state: 'approved' });
    return id;
  }

  return {
    at,
    story,
    publishStory: (title: string) => publishStory(at, title),
    typed,
    submit,
    nonceOf,
    postNow,
    approved,
    moderator,
    close: async () => {
      await closeQueue();
      await at.close();
    },
  };
}

async function publishStory(at: TestDatabase, title: string): Promise<number> {
  const { id, revisionId } = await createArticle(at.system, {});
  const text = { type: 'paragraph', content: [{ type: 'text', text: 'The council voted.' }] };
  await saveDraft(at.system, {
    articleId: id,
    baseRevisionId: revisionId,
    title,
    standfirst: '',
    lang: null,
    body: { ...emptyDocument(), content: [text] },
    leadMediaId: null,
    leadAlt: '',
    leadCaption: '',
    leadCredit: '',
    sectionIds: [1],
    tagIds: [],
    authorIds: [],
    seriesId: null,
  });
  await publishArticle(at.system, { articleId: id });
  return id;
}
