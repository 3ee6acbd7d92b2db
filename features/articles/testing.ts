import { eq, gt, sql } from 'drizzle-orm';
import { afterAll, inject } from 'vitest';
import type { Ctx, Role, StaffActor } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { articles, authors, cacheEvents, media, sections, tags, userSections, users } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { isRefusal, type Refusal } from '@/lib/errors';
import type { RichNode, RichText } from '@/lib/rich-text/document';
import { createArticle, saveDraft } from './commands';
import { type SaveDraft, saveDraftInput } from './input';
import { listPending } from './queries/ledger';
import { type Article, type ArticleState, articleState } from './rules';

/** A small newsroom for tests: people of every role, sections one of which lies in another, a tag, an author, a picture. */
export interface Newsroom {
  as: Record<Role, Ctx>;
  news: number;
  asia: number;
  sport: number;
  tag: number;
  author: number;
  picture: { id: number; hash: string; width: number; height: number };
  /** Signs in another person. `sectionIds` makes a section editor. */
  person(role: Role, sectionIds?: number[]): Promise<Ctx & { actor: StaffActor }>;
}

/** A database of one's own with such a newsroom in it, for the tests of one file; gone when they are done. */
export async function openTestNewsroom(): Promise<{ at: TestDatabase; room: Newsroom }> {
  const at = await cloneDatabase(inject('templateUrl'));
  afterAll(async () => {
    await closeQueue();
    await at.close();
  });
  return { at, room: await openNewsroom(at) };
}

export async function openNewsroom(at: TestDatabase): Promise<Newsroom> {
  let people = 0;
  const person: Newsroom['person'] = async (role, sectionIds = []) => {
    const name = `${role} ${++people}`;
    const id = await one(
      at.db
        .insert(users)
        .values({ name, role, email: `person${people}@example.test` })
        .returning(),
    );
    if (sectionIds.length > 0)
      await at.db.insert(userSections).values(sectionIds.map((sectionId) => ({ userId: id, sectionId })));
    return { ...at.system, actor: staffActor(role, { id, name, sectionIds }) };
  };
  const section = (name: string, slug: string, parentId: number | null = null) =>
    one(at.db.insert(sections).values({ name, slug, parentId }).returning());
  const news = await section('News', 'news');
  const file = { hash: 'a1b2c3d4e5f6', width: 1600, height: 900 };
  return {
    as: {
      contributor: await person('contributor'),
      author: await person('author'),
      editor: await person('editor'),
      administrator: await person('administrator'),
    },
    news,
    asia: await section('Asia-Pacific', 'asia-pacific', news),
    sport: await section('Sport', 'sport'),
    tag: await one(at.db.insert(tags).values({ name: 'Storm', slug: 'storm' }).returning()),
    author: await one(at.db.insert(authors).values({ name: 'Ada Byline', slug: 'ada-byline' }).returning()),
    picture: {
      ...file,
      id: await one(
        at.db
          .insert(media)
          .values({ ...file, kind: 'picture', mimeType: 'image/jpeg', bytes: 1000, filename: 'a.jpg' })
          .returning(),
      ),
    },
    person,
  };
}

export const paragraph = (text: string): RichNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});
export const story = (...paragraphs: string[]): RichText => ({
  type: 'doc',
  content: paragraphs.map(paragraph),
});

export type Written = { id: number; revisionId: number; slug: string };

/** Saves over the revision named, with something in every field that publishing asks for. */
export const save = (
  ctx: Ctx,
  on: { articleId: number; baseRevisionId: number },
  content: Partial<SaveDraft> = {},
): ReturnType<typeof saveDraft> =>
  saveDraft(
    ctx,
    saveDraftInput.parse({ title: 'A headline', body: story('Some words.'), ...on, ...content }),
  );

/** A draft that could go to print. */
export async function write(
  ctx: Ctx,
  content: Partial<SaveDraft> = {},
  kind: 'story' | 'page' = 'story',
): Promise<Written> {
  const { id, revisionId } = await createArticle(ctx, { kind });
  const saved = await save(ctx, { articleId: id, baseRevisionId: revisionId }, content);
  return { id, ...saved };
}

const one = async (rows: Promise<{ id: number }[]>): Promise<number> => {
  const [row] = await rows;
  if (!row) throw new Error('insert returned no row');
  return row.id;
};

/** What a command was refused with; fails the test when it was not. */
export async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome && isRefusal(outcome.error)) return outcome.error;
  throw new Error(`not refused: ${JSON.stringify(outcome)}`, { cause: 'error' in outcome && outcome.error });
}

export const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1000);

export async function findArticle(at: TestDatabase, articleId: number): Promise<Article> {
  const [article] = await at.db.select().from(articles).where(eq(articles.id, articleId));
  if (!article) throw new Error('no article');
  return article;
}

export const stateOf = async (at: TestDatabase, articleId: number): Promise<ArticleState> =>
  articleState(
    await findArticle(at, articleId),
    (await listPending(at.system, [articleId])).get(articleId) ?? [],
  );

/** The newest event so far, and the tags that were marked stale since one. */
export async function lastEvent(at: TestDatabase): Promise<number> {
  const [row] = await at.db.execute<{ id: string }>(sql`select coalesce(max(id), 0) as id from cache_events`);
  return Number(row?.id);
}
export async function staleSince(at: TestDatabase, eventId: number): Promise<Set<string>> {
  const rows = await at.db
    .select({ tags: cacheEvents.tags })
    .from(cacheEvents)
    .where(gt(cacheEvents.id, eventId));
  return new Set(rows.flatMap((row) => row.tags));
}
