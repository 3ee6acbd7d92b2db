import { eq, inArray } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { lists, slugs } from '@/db/schema';
import { curatePage } from '@/features/articles/commands';
import { curatePageInput } from '@/features/articles/front-input';
import { listPlaces } from '@/features/articles/queries/curation';
import { createCampaign, saveCampaign, saveList } from '@/features/newsletter/commands';
import { saveCampaignInput } from '@/features/newsletter/input';
import { updateSettings } from '@/features/settings/commands';
import { readSettings } from '@/features/settings/queries';
import { threads } from './comments';
import { listTakenSlugs, makeShelves, makeStaffPage, makeStory, slugOf } from './find-or-make';
import { bodyOf } from './markup';
import { staffPages } from './pages';
import { people, sections, series } from './shelves';
import { stories } from './stories';
import { asteroid } from './stories/asteroid';
import { gasworks } from './stories/gasworks';
import { library } from './stories/library';
import { nightFerry } from './stories/night-ferry';
import { stoppageTime } from './stories/stoppage-time';
import type { DemoStory } from './story';
import { makeThreads } from './talk';

export interface LoadedDemo {
  stories: number;
  pages: number;
  comments: number;
  issues: number;
  /** What was done, for a person. */
  sentence: string;
}

/**
 * Fills the paper with ten made-up stories, their drawn pictures, readers' threads, staff pages, a front page
 * that somebody chose, and a newsletter with an issue ready to send. Every piece goes through the commands that a newsroom uses, each whole in its own transaction; what
 * is there already stays as it is, so a second run changes nothing and one that was interrupted is completed.
 */
export async function loadDemo(ctx: Ctx): Promise<LoadedDemo> {
  const shelves = await makeShelves(ctx, sections, people, series);
  await nameThePaper(ctx);
  const taken = await listTakenSlugs(ctx, [
    ...stories.map(({ title }) => slugOf(title)),
    ...staffPages.map(({ slug }) => slug),
  ]);
  const made = { stories: 0, pages: 0, comments: 0, issues: 0 };
  for (const story of stories.filter(({ title }) => !taken.has(slugOf(title)))) {
    const articleId = await makeStory(ctx, story, shelves);
    made.stories++;
    made.comments += await makeThreads(ctx, articleId, threads[slugOf(story.title)] ?? []);
  }
  for (const page of staffPages.filter(({ slug }) => !taken.has(slug))) {
    await makeStaffPage(ctx, page);
    made.pages++;
  }
  made.issues = await makeNewsletter(ctx);
  return { ...made, sentence: sentenceOf(made) };
}

const sentenceOf = ({ stories: told, pages, comments, issues }: Omit<LoadedDemo, 'sentence'>): string =>
  told + pages + issues === 0
    ? 'The demonstration paper is loaded already. Nothing was changed.'
    : `Loaded ${told} stories, ${pages} pages, ${comments} comments and ${issues} newsletter issue.`;

/** Names the paper only where nobody has named it yet. */
async function nameThePaper(ctx: Ctx): Promise<void> {
  const { siteName, tagline } = await readSettings(ctx);
  if (siteName !== 'Broadsheet' || tagline !== '') return;
  await updateSettings(ctx, {
    siteName: 'The Lindmar Courier',
    tagline: 'News from the estuary',
    about: 'An invented newspaper from an invented city, to show what this one can do.',
    copyrightHolder: 'The Lindmar Courier Trust',
    contactEmail: 'newsdesk@courier.example',
  });
}

const weekend = 'The Weekend Estuary';

async function makeNewsletter(ctx: Ctx): Promise<number> {
  const [known] = await ctx.db.select({ id: lists.id }).from(lists).where(eq(lists.name, weekend));
  if (known) return 0;
  await makeFrontPage(ctx);
  const { id: listId } = await saveList(ctx, {
    name: weekend,
    description: 'Five long reads and one loaf, on Saturday mornings.',
  });
  const { id: campaignId } = await createCampaign(ctx, { listId });
  const articleIds = await listStoryIds(ctx, [stories.at(-1), stories.at(-3), stories[3], stories[0]]);
  await saveCampaign(
    ctx,
    saveCampaignInput.parse({
      campaignId,
      version: 1,
      listId,
      subject: 'The boat is back, and so are the cod',
      previewText: 'A ferry at midnight, a meadow under water, and a room that lends out silence.',
      intro: bodyOf(
        'Good morning. This week something returned to the estuary three times over: a boat, a fish, and the habit of *sitting still*. Here is where to begin.',
        () => ({ type: 'paragraph' }),
      ),
      articleIds,
    }),
  );
  return 1;
}

/** The lead and its seconds, unless somebody has chosen already. */
async function makeFrontPage(ctx: Ctx): Promise<void> {
  if ((await listPlaces(ctx, 'front')).some((id) => id !== null)) return;
  const chosen = await listStoryIds(ctx, [nightFerry, gasworks, asteroid, stoppageTime, library]);
  await curatePage(ctx, curatePageInput.parse({ page: 'front', places: chosen, seen: [] }));
}

async function listStoryIds(ctx: Ctx, chosen: (DemoStory | undefined)[]): Promise<number[]> {
  const wanted = chosen.flatMap((story) => (story ? [slugOf(story.title)] : []));
  const rows = await ctx.db
    .select({ slug: slugs.slug, id: slugs.articleId })
    .from(slugs)
    .where(inArray(slugs.slug, wanted));
  const bySlug = new Map(rows.map(({ slug, id }) => [slug, id]));
  return wanted.flatMap((slug) => bySlug.get(slug) ?? []);
}
