import type { Actor, Role, StaffActor } from '@/db/context';
import {
  addresses,
  arrangements,
  authors,
  corrections,
  media,
  notes,
  sections,
  shareLinks,
  tags,
  userSections,
  users,
} from '@/db/schema';
import { staffActor, type TestDatabase } from '@/db/testing';
import { createArticle, publishArticle, saveDraft, scheduleArticle } from './articles/commands';
import { type SaveDraft, saveDraftInput } from './articles/input';

/**
 * Who tries: a role, and how the thing it is done to belongs to it. Unless `own`, the story and the picture are somebody
 * else's; an editor is kept to the story's section (`here`), to another (`elsewhere`) or to none.
 */
export const whos = [
  'reader',
  'contributor',
  'contributor own',
  'contributor own live',
  'author',
  'author own',
  'author own live',
  'editor',
  'editor here',
  'editor elsewhere',
  'administrator',
  'system',
] as const;
export type Who = (typeof whos)[number];

/** Everything a command may be pointed at, as one of them finds it. */
export interface Scene {
  actor: Actor;
  /** The actor's own id; 0 for those without. */
  userId: number;
  articleId: number;
  /** The story as the editor would save it. */
  draft: SaveDraft;
  /** Something the story owned up to. */
  correctionId: number;
  /** What its owner noted about the story. */
  noteId: number;
  /** What shows the story to somebody outside. */
  shareLinkId: number;
  /** Something planned for the story. */
  publicationId: number;
  mediaId: number;
  /** What is planned for its section's page. */
  arrangementId: number;
  sectionId: number;
  tagId: number;
  authorId: number;
  /** A person who is none of them. */
  otherUserId: number;
}

/** Makes the people, stories and pictures once; gives the scene of each. */
export async function openScene(at: TestDatabase): Promise<(who: Who) => Scene> {
  const section = await one(at.db.insert(sections).values({ name: 'News', slug: 'news' }).returning());
  const elsewhere = await one(at.db.insert(sections).values({ name: 'Sport', slug: 'sport' }).returning());
  await at.db.insert(addresses).values({ path: 'news', kind: 'section', sectionId: section });
  const somebody = await newPerson(at, 'author');
  const fixed = {
    sectionId: section,
    arrangementId: await one(
      at.db
        .insert(arrangements)
        .values({
          ...{ page: `section:${section}`, sectionId: section, places: [null], seen: [null] },
          effectiveAt: new Date(Date.now() + 86_400_000),
        })
        .returning(),
    ),
    tagId: await one(at.db.insert(tags).values({ name: 'Storm', slug: 'storm' }).returning()),
    authorId: await one(at.db.insert(authors).values({ name: 'Ada', slug: 'ada' }).returning()),
    otherUserId: somebody.id,
  };
  const theirs = await newStory(at, somebody, section, false);
  const scenes = new Map<Who, Scene>();
  for (const who of whos) {
    const actor = await newActor(at, who, { here: section, elsewhere });
    const own = who.includes('own') && actor.kind === 'staff';
    const story = own ? await newStory(at, actor, section, who.endsWith('live')) : theirs;
    scenes.set(who, { ...fixed, ...story, actor, userId: actor.kind === 'staff' ? actor.id : 0 });
  }
  return (who) => {
    const scene = scenes.get(who);
    if (!scene) throw new Error(`nobody is ${who}`);
    return scene;
  };
}

async function newActor(
  at: TestDatabase,
  who: Who,
  places: { here: number; elsewhere: number },
): Promise<Actor> {
  if (who === 'reader') return { kind: 'reader' };
  if (who === 'system') return { kind: 'system', name: 'test' };
  const [role, place] = who.split(' ') as [Role, string | undefined];
  const sectionIds = place === 'here' || place === 'elsewhere' ? [places[place]] : [];
  return newPerson(at, role, sectionIds);
}

let people = 0;
async function newPerson(at: TestDatabase, role: Role, sectionIds: number[] = []): Promise<StaffActor> {
  const name = `${role} ${++people}`;
  const email = `person-${people}@paper.example`;
  const id = await one(at.db.insert(users).values({ name, role, email }).returning());
  if (sectionIds.length > 0)
    await at.db.insert(userSections).values(sectionIds.map((sectionId) => ({ userId: id, sectionId })));
  return staffActor(role, { id, name, email, sectionIds });
}

/** A story of somebody's with something planned for it, live or not, and a picture of theirs. */
async function newStory(at: TestDatabase, owner: StaffActor, sectionId: number, live: boolean) {
  const { id: articleId, revisionId } = await createArticle(at.as(owner), {});
  const content = saveDraftInput.parse({
    articleId,
    baseRevisionId: revisionId,
    title: `Headline ${articleId}`,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words.' }] }] },
    sectionIds: [sectionId],
  });
  const saved = await saveDraft(at.system, content);
  if (live) await publishArticle(at.system, { articleId });
  const { publicationId } = await scheduleArticle(at.system, {
    articleId,
    effectiveAt: new Date(Date.now() + 86_400_000),
    kind: live ? 'update' : 'publish',
  });
  const correctionId = await one(
    at.db.insert(corrections).values({ articleId, text: 'It was 10.' }).returning(),
  );
  const noteId = await one(
    at.db
      .insert(notes)
      .values({ articleId, text: 'Why?', createdBy: owner.id, createdByName: owner.name })
      .returning(),
  );
  const shareLinkId = await one(
    at.db
      .insert(shareLinks)
      .values({ articleId, createdAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000) })
      .returning(),
  );
  const file = { kind: 'picture' as const, mimeType: 'image/jpeg', bytes: 1, filename: 'a.jpg' };
  const mediaId = await one(
    at.db
      .insert(media)
      .values({ ...file, hash: `hash-${articleId}`, width: 1600, height: 900, uploadedBy: owner.id })
      .returning(),
  );
  return {
    articleId,
    correctionId,
    noteId,
    shareLinkId,
    mediaId,
    publicationId,
    draft: { ...content, baseRevisionId: saved.revisionId },
  };
}

async function one(rows: Promise<{ id: number }[]>): Promise<number> {
  const [row] = await rows;
  if (!row) throw new Error('insert returned no row');
  return row.id;
}
