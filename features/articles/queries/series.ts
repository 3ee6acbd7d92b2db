import { eq, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { series } from '@/db/schema';
import { type StoryCard, selectCards } from './story-card';

/** The order an editor gave, then that of going live; of articles `x` in series `s`. */
export const seriesOrder: SQL = sql`order by array_position(s.story_ids, x.id), x.first_live_at, x.id`;

/** A series with the live stories in it, in their order. */
export interface Series {
  id: number;
  name: string;
  slug: string;
  description: string;
  stories: StoryCard[];
}

const listed = 100;

/** Two statements. Plan: series_slug_key; articles_live_series, then what a card costs. */
export async function findSeriesBySlug(ctx: Ctx, slug: string): Promise<Series | null> {
  const [found] = await ctx.db
    .select({ id: series.id, name: series.name, slug: series.slug, description: series.description })
    .from(series)
    .where(eq(series.slug, slug))
    .limit(1);
  if (!found) return null;
  const page = sql`
    select x.id as article_id, row_number() over (${seriesOrder}) as place
    from series s join articles x on x.live_series_id = s.id
    where s.id = ${found.id} and x.live_revision_id is not null
    order by place limit ${listed}`;
  return { ...found, stories: await selectCards(ctx, page) };
}
