import { inArray } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { slugs } from '@/db/schema';
import { addCorrection, createArticle, restorePublication, saveDraft } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { updateMedia, uploadPicture } from '@/features/media/commands';
import { createAuthor, createSection, createSeries, findOrCreateTags } from '@/features/taxonomy/commands';
import { createAuthorInput, createSectionInput, createSeriesInput } from '@/features/taxonomy/input';
import { listAuthors, listSections, listSeries } from '@/features/taxonomy/queries';
import type { RichNode } from '@/lib/rich-text/document';
import { slugify } from '@/lib/slug';
import { bodyOf } from './markup';
import type { staffPages } from './pages';
import { drawPicture, type PictureName } from './pictures';
import type { DemoPicture, DemoStory } from './story';

export interface Shelves {
  sections: Map<string, number>;
  authors: Map<string, number>;
  series: Map<string, number>;
}

/** Which of these slugs an article has already. */
export async function listTakenSlugs(ctx: Ctx, wanted: string[]): Promise<Set<string>> {
  const rows = await ctx.db.select({ slug: slugs.slug }).from(slugs).where(inArray(slugs.slug, wanted));
  return new Set(rows.map(({ slug }) => slug));
}

type Shelf = { name: string; slug: string; description: string; under?: string };

/** The sections and series by slug and the authors by name, made where they are missing. */
export async function makeShelves(
  ctx: Ctx,
  sections: Shelf[],
  people: { name: string; bio: string }[],
  told: Shelf[],
): Promise<Shelves> {
  const bySlug = new Map((await listSections(ctx)).map(({ slug, id }) => [slug, id]));
  for (const { under, ...section } of sections) {
    if (bySlug.has(section.slug)) continue;
    const parentId = under ? (bySlug.get(under) ?? null) : null;
    const made = await createSection(ctx, createSectionInput.parse({ ...section, parentId }));
    bySlug.set(made.slug, made.sectionId);
  }
  const byName = new Map((await listAuthors(ctx)).map(({ name, id }) => [name, id]));
  for (const person of people) {
    if (byName.has(person.name)) continue;
    byName.set(person.name, (await createAuthor(ctx, createAuthorInput.parse(person))).authorId);
  }
  const series = new Map((await listSeries(ctx)).map(({ slug, id }) => [slug, id]));
  for (const one of told) {
    if (series.has(one.slug)) continue;
    series.set(one.slug, (await createSeries(ctx, createSeriesInput.parse(one))).seriesId);
  }
  return { sections: bySlug, authors: byName, series };
}

/** Draws a picture and takes it into the library, as an upload would; drawn anew it is the same file and the same row. */
async function makePicture(ctx: Ctx, { picture, alt, caption, credit }: DemoPicture) {
  const file = await drawPicture(picture);
  const { id } = await uploadPicture(ctx, { bytes: file, filename: `${picture satisfies PictureName}.jpg` });
  return updateMedia(ctx, { mediaId: id, alt, caption, credit });
}

/** Writes, files and publishes a story; all of it or nothing. */
export async function makeStory(ctx: Ctx, story: DemoStory, shelves: Shelves): Promise<number> {
  const lead = story.lead && (await makePicture(ctx, story.lead));
  const figures = new Map<string, RichNode>();
  for (const [name, shown] of Object.entries(story.figures ?? {})) {
    const { id, hash, width, height } = await makePicture(ctx, shown);
    const { alt, caption, credit } = shown;
    figures.set(name, { type: 'figure', attrs: { mediaId: id, hash, width, height, alt, caption, credit } });
  }
  const tags = await findOrCreateTags(ctx, story.tags);
  return transact(ctx, async (tx) => {
    const articleId = await publish(tx, 'story', story.hoursAgo, {
      title: story.title,
      standfirst: story.standfirst,
      body: bodyOf(story.body, (name) => figures.get(name) ?? { type: 'paragraph' }),
      leadMediaId: lead?.id,
      leadAlt: story.lead?.alt,
      leadCaption: story.lead?.caption,
      leadCredit: story.lead?.credit,
      sectionIds: story.sections.flatMap((slug) => shelves.sections.get(slug) ?? []),
      tagIds: tags.map(({ id }) => id),
      authorIds: story.authors.flatMap((name) => shelves.authors.get(name) ?? []),
      seriesId: story.series && shelves.series.get(story.series),
    });
    if (story.correction) await addCorrection(tx, { articleId, ...story.correction });
    return articleId;
  });
}

export const makeStaffPage = (ctx: Ctx, { body, ...page }: (typeof staffPages)[number]): Promise<number> =>
  publish(ctx, 'page', 24 * 90, { ...page, body: bodyOf(body, () => ({ type: 'paragraph' })) });

const publish = (
  ctx: Ctx,
  kind: 'story' | 'page',
  hoursAgo: number,
  content: Record<string, unknown>,
): Promise<number> =>
  transact(ctx, async (tx) => {
    const { id: articleId, revisionId: baseRevisionId } = await createArticle(tx, { kind });
    await saveDraft(tx, saveDraftInput.parse({ articleId, baseRevisionId, ...content }));
    await restorePublication(tx, { articleId, liveAt: new Date(tx.now.getTime() - hoursAgo * 3_600_000) });
    return articleId;
  });

/** The address a headline gets. */
export const slugOf = (title: string): string => slugify(title);
