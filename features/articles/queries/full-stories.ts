import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { sectionAddress, tagAddress } from '@/lib/public-addresses';
import type { RichText } from '@/lib/rich-text/document';
import { migrateBody } from '@/lib/rich-text/migrate';
import { storiesLookedUp, storyCardsIn } from '@/lib/rich-text/story-cards';
import { asCorrections, type Correction, type CorrectionRows, correctionsOf } from './corrections';
import { asNamed, listCards, type Named, named, type SlugRow, type StoryCard } from './story-card';
import { listStoryIds, type StoryList } from './story-lists';

/** A story with its whole text, as feeds carry it. */
export interface FullStory extends StoryCard {
  body: RichText;
  /** The primary first. */
  sections: Named[];
  tags: Named[];
  /** Oldest first. */
  corrections: Correction[];
}

/**
 * The newest stories of a list with their texts, newest first. Three statements, one more where they point at other
 * stories.
 */
export async function listFullStories(ctx: Ctx, list: StoryList, limit: number): Promise<FullStory[]> {
  const ids = await listStoryIds(ctx, list, limit);
  if (ids.length === 0) return [];
  const [cards, texts] = await Promise.all([listCards(ctx, ids), listTexts(ctx, ids)]);
  await lookUpStories(ctx, texts);
  return cards.flatMap((card) => {
    const text = texts.get(card.id);
    return text ? [{ ...card, ...text }] : [];
  });
}

/** Says in each text's cards where the stories are that they point at; one more statement where there are any. */
async function lookUpStories(ctx: Ctx, texts: Map<number, Text>): Promise<void> {
  const ids = new Set([...texts.values()].flatMap(({ body }) => storyCardsIn(body)));
  if (ids.size === 0) return;
  const stories = await listCards(ctx, [...ids]);
  for (const text of texts.values()) text.body = storiesLookedUp(text.body, stories);
}

type Text = Omit<FullStory, keyof StoryCard>;

async function listTexts(ctx: Ctx, ids: number[]): Promise<Map<number, Text>> {
  const rows = await ctx.db.execute<{
    id: string;
    body: RichText;
    body_version: number;
    sections: SlugRow[] | null;
    tags: SlugRow[] | null;
    corrections: CorrectionRows;
  }>(sql`
    select a.id, r.body, r.body_version,
      ${named(sql`sections`, sql`r.section_ids`)} as sections, ${named(sql`tags`, sql`standing_tags(r.tag_ids)`)} as tags,
      ${correctionsOf(sql`a.id`)} as corrections
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) i(id)
    join articles a on a.id = i.id::bigint
    join revisions r on r.id = a.live_revision_id`);
  return new Map(
    rows.map(({ id, body, body_version: version, sections, tags, corrections }) => [
      Number(id),
      {
        body: migrateBody(body, version),
        sections: asNamed(sections, sectionAddress),
        tags: asNamed(tags, tagAddress),
        corrections: asCorrections(corrections),
      },
    ]),
  );
}
