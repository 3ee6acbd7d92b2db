import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type Database, openDatabase } from '@/db/client';
import { type Ctx, type Role, readContext, type StaffActor } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { createArticle, publishArticle, saveDraft, scheduleArticle } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { articleAddress } from '@/features/articles/rules';
import { createSection } from '@/features/taxonomy/commands';
import { createSectionInput } from '@/features/taxonomy/input';
import { createUser } from '@/features/users/commands';

export interface Person extends StaffActor {
  password: string;
}

export interface Story {
  id: number;
  title: string;
  /** Its address once it is live. */
  path: string;
  sectionId: number;
}

export interface StoryWish {
  title?: string;
  standfirst?: string;
  /** Each becomes a paragraph. */
  text?: string[];
  /** More parts, after the text. */
  body?: Record<string, unknown>[];
  section?: { id: number; slug: string };
  leadMediaId?: number;
  /** BCP 47, where it is not the site's language. */
  lang?: string;
  /** Live at once unless a time is given, or `false` for a draft. */
  publish?: boolean | Date;
}

/**
 * What a walk finds already there, made by the product's own commands on the app's database, as the system. Every name
 * is new, so that walks share an app without meeting.
 */
export class Newsroom {
  readonly db: Database;
  readonly ctx: Ctx;
  /** Jobs go to the database that the environment names; a walk with an app of its own gives the name back. */
  readonly #before = process.env.DATABASE_URL;

  constructor(databaseUrl: string) {
    process.env.DATABASE_URL = databaseUrl;
    this.db = openDatabase(databaseUrl, { max: 3 });
    this.ctx = readContext(this.db, { kind: 'system', name: 'test' });
  }

  async person(role: Role): Promise<Person> {
    const email = `${role}-${unique()}@paper.example`;
    const [name, password] = [`Robin ${unique()}`, `hall lantern ${randomUUID()}`];
    const { userId: id } = await createUser(this.ctx, { email, name, role, password, sectionIds: [] });
    return { kind: 'staff', id, name, email, role, sectionIds: [], password };
  }

  async section(name = `Section ${unique()}`): Promise<{ id: number; slug: string; name: string }> {
    const wish = createSectionInput.parse({ name });
    const { sectionId: id, slug } = await createSection(this.ctx, wish);
    return { id, slug, name };
  }

  async story({
    title = `Headline ${unique()}`,
    standfirst = 'What it is about, in one sentence.',
    text = ['The first paragraph.', 'The second one.'],
    body = [],
    section,
    leadMediaId,
    lang,
    publish = true,
  }: StoryWish = {}): Promise<Story> {
    const filedUnder = section ?? (await this.section());
    const { id, revisionId } = await createArticle(this.ctx, {});
    const { slug } = await saveDraft(
      this.ctx,
      saveDraftInput.parse({
        articleId: id,
        baseRevisionId: revisionId,
        title,
        standfirst,
        body: { type: 'doc', content: [...text.map(paragraph), ...body] },
        sectionIds: [filedUnder.id],
        leadMediaId,
        lang,
      }),
    );
    if (publish === true) await publishArticle(this.ctx, { articleId: id });
    else if (publish) await scheduleArticle(this.ctx, { articleId: id, effectiveAt: publish });
    return {
      id,
      title,
      path: articleAddress({ sectionSlug: filedUnder.slug, slug }),
      sectionId: filedUnder.id,
    };
  }

  /** Moves `clock()` of this database by so many seconds from the real time; 0 puts it right again. */
  async setClock(offsetSeconds: number): Promise<void> {
    await this.db.execute(
      sql`insert into clock_offset (seconds) values (${offsetSeconds}) on conflict (one) do update set seconds = excluded.seconds`,
    );
  }

  async close(): Promise<void> {
    await closeQueue();
    process.env.DATABASE_URL = this.#before ?? '';
    await this.db.$client.end({ timeout: 1 });
  }
}

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** Short and unlike any other of this run. */
export const unique = (): string => randomUUID().slice(0, 8);
