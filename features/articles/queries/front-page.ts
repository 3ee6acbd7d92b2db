import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { sectionAddress } from '@/lib/public-addresses';
import { fillPlaces, frontPlaces, placesOf, wholePage } from '../front-rules';
import { listCardsAt, materialAt } from './as-of';
import { listCards, type Named, type StoryCard, selectCards } from './story-card';
import { listStoryIds } from './story-lists';

export interface FrontPage {
  /** Null only while the paper has no live story. */
  lead: StoryCard | null;
  seconds: StoryCard[];
  strips: { section: Named; stories: StoryCard[] }[];
  river: StoryCard[];
}

/** A section with fewer stories left than this has no strip: they stand in the river. */
const shortestStrip = 2;
const maxStrips = 12;

/** Ids of what could stand on the front page, each part newest first. */
export interface FrontMaterial {
  /** By place, the lead first; null where no editor chose. */
  slots: (number | null)[];
  newest: number[];
  strips: { section: Named; articleIds: number[] }[];
}

export interface FrontPlan {
  lead: number | null;
  seconds: number[];
  strips: { section: Named; articleIds: number[] }[];
  river: number[];
}

/**
 * R1: who stands where. Editors' choices first, empty places filled with the newest, then the strips in the order of the
 * sections, then the river with the newest of what is left. No story stands twice.
 */
export function planFront({ slots, newest, strips }: FrontMaterial): FrontPlan {
  const shown = new Set<number>();
  const take = (from: number[], most: number): number[] => {
    const taken = from.filter((id) => !shown.has(id)).slice(0, most);
    for (const id of taken) shown.add(id);
    return taken;
  };
  const [lead = null, ...seconds] = fillPlaces(wholePage('front', slots), newest).filter((id) => id !== null);
  for (const id of lead === null ? [] : [lead, ...seconds]) shown.add(id);
  const filled = strips.flatMap(({ section, articleIds }) => {
    const free = articleIds.filter((id) => !shown.has(id));
    return free.length < shortestStrip ? [] : [{ section, articleIds: take(free, frontPlaces.strip) }];
  });
  return { lead, seconds, strips: filled, river: take(newest, frontPlaces.river) };
}

/**
 * Everything the front page shows. Three statements, whatever the number of stories and sections. With `places` it is
 * shown as if these stood in `slots`, for the desk's preview, and with `at` as it will be then.
 */
export async function readFrontPage(ctx: Ctx, places?: (number | null)[], at?: Date): Promise<FrontPage> {
  const [slots, newest, strips] = await Promise.all([
    places ? onlyShown(ctx, places, at) : listSlots(ctx),
    listStoryIds(ctx, { of: 'site' }, newestWanted),
    listStrips(ctx),
  ]);
  const plan = planFront({
    slots,
    ...(at ? await materialAt(ctx, { newest, strips }, at) : { newest, strips }),
  });
  const ids = [
    plan.lead ?? [],
    plan.seconds,
    plan.strips.map(({ articleIds }) => articleIds),
    plan.river,
  ].flat(2);
  const found = await (at ? listCardsAt(ctx, ids, at) : listCards(ctx, ids));
  const cards = new Map(found.map((card) => [card.id, card]));
  const cardsOf = (wanted: number[]) => wanted.flatMap((id) => cards.get(id) ?? []);
  const [lead = null, ...seconds] = cardsOf([...(plan.lead === null ? [] : [plan.lead]), ...plan.seconds]);
  return {
    lead,
    seconds,
    strips: plan.strips.map(({ section, articleIds }) => ({ section, stories: cardsOf(articleIds) })),
    river: cardsOf(plan.river),
  };
}

const top = placesOf('front');
/** Enough for the top, the river, and as many again as the strips may have taken of the newest. */
const newestWanted = top + frontPlaces.river + maxStrips * frontPlaces.strip;

async function listSlots(ctx: Ctx): Promise<(number | null)[]> {
  const rows = await ctx.db.execute<{ position: number; article_id: string }>(sql`
    select sl.position, sl.article_id from slots sl join articles a on a.id = sl.article_id
    where sl.page = 'front' and sl.position between 0 and ${top - 1}
      and a.live_revision_id is not null and a.kind <> 'page'
    order by sl.position`);
  const chosen = new Map<number, number>();
  for (const { position, article_id } of rows) {
    const id = Number(article_id);
    // The same story in two places stands in the higher one.
    if (![...chosen.values()].includes(id)) chosen.set(position, id);
  }
  return Array.from({ length: top }, (_, position) => chosen.get(position) ?? null);
}

/** The places with who would really be seen in them: live, or live by then, and once. */
async function onlyShown(ctx: Ctx, places: (number | null)[], at?: Date): Promise<(number | null)[]> {
  const wanted = places.filter((id) => id !== null);
  const shown = await (at ? listCardsAt(ctx, wanted, at) : listCards(ctx, wanted));
  const ids = new Set(shown.map(({ id }) => id));
  return places.map((id, place) => (id !== null && ids.has(id) && places.indexOf(id) === place ? id : null));
}

/**
 * The story that an editor chose to lead a section's page, or `articleId` in its stead, for the preview; null while it is
 * not live or not filed there any more. Primary keys and `slots_place`.
 */
export async function findSectionLead(
  ctx: Ctx,
  { sectionId, family, articleId }: { sectionId: number; family: number[]; articleId?: number | null },
): Promise<StoryCard | null> {
  const chosen =
    articleId === undefined
      ? sql`select article_id from slots where page = ${`section:${sectionId}`} and position = 0`
      : sql`select ${articleId}::bigint as article_id`;
  const [card = null] = await selectCards(
    ctx,
    sql`select a.id as article_id, 0 as place from (${chosen}) c join articles a on a.id = c.article_id
      where a.live_revision_id is not null and a.kind <> 'page' and exists (
        select from article_sections x where x.article_id = a.id
          and x.section_id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(family)}::jsonb)))`,
  );
  return card;
}

/**
 * The newest of each top section with all that lies below it, enough that the top of the page may take some away. One
 * range of `article_sections_list` for each section: a hundred thousand stories cost what a hundred do.
 */
async function listStrips(ctx: Ctx): Promise<FrontMaterial['strips']> {
  const wanted = top + frontPlaces.strip * 2;
  const rows = await ctx.db.execute<{ id: string; name: string; slug: string; article_ids: number[] }>(sql`
    with recursive family as (
      (select id as root_id, id from sections where parent_id is null order by position, id limit ${maxStrips})
      union select f.root_id, s.id from family f join sections s on s.parent_id = f.id
    ), newest as (
      select distinct f.root_id, x.article_id, x.live_at
      from family f cross join lateral (
        select y.article_id, y.live_at
        from article_sections y join articles a on a.id = y.article_id and a.kind <> 'page'
        where y.section_id = f.id order by y.live_at desc, y.article_id desc limit ${wanted}
      ) x
    )
    select s.id, s.name, s.slug, json_agg(n.article_id order by n.live_at desc, n.article_id desc) as article_ids
    from newest n join sections s on s.id = n.root_id
    group by s.id order by s.position, s.id`);
  return rows.map(({ id, name, slug, article_ids }) => ({
    section: { id: Number(id), name, href: sectionAddress(slug) },
    articleIds: article_ids,
  }));
}
