import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import type { Picture } from '@/lib/pictures';
import { authorAddress, sectionAddress, seriesAddress, tagAddress } from '@/lib/public-addresses';
import { readingMinutes } from '@/lib/reading-time';
import { storyCardIds } from '@/lib/rich-text/story-cards';
import { type TurnedPicture, withTurnedPictures } from '@/lib/rich-text/turned-pictures';
import { type Article, articleAddress } from '../rules';
import { asCorrections, type Correction, type CorrectionRows, correctionsOf } from './corrections';
import { relatedPage } from './related';
import { seriesOrder } from './series';
import {
  asCard,
  asNamed,
  asPicture,
  beginning,
  type CardRow,
  cardSelect,
  type LeadRow,
  leadColumns,
  listCards,
  type Named,
  named,
  type SlugRow,
  type StoryCard,
} from './story-card';

/** One article as its page shows it, live or in preview. */
export interface ArticleView {
  id: number;
  kind: Article['kind'];
  href: string;
  title: string;
  standfirst: string;
  /** For machines that want a sentence: the standfirst, or the beginning of the text. */
  summary: string;
  /** BCP 47, where it is not the site's language. */
  lang: string | null;
  /** Rendered from the body by lib/rich-text when it was saved: safe as it stands. */
  html: string;
  words: number;
  readingMinutes: number;
  /** The primary section first. */
  sections: Named[];
  tags: Named[];
  authors: Named[];
  /** Null in the preview of what was never live. */
  liveAt: Date | null;
  /** Of the last material update. */
  updatedAt: Date | null;
  lead: Picture | null;
  /** The first pictures of the text, in its order, for machines; people find them in `html`. */
  pictures: Picture[];
  commentCount: number;
  commentPolicy: Article['commentPolicy'];
  /** Oldest first. */
  corrections: Correction[];
  related: StoryCard[];
  series: SeriesView | null;
  /** The live ones among the stories that `html` has cards of. */
  cards: StoryCard[];
}

/** The series that a story is a part of, with its live parts in their order. */
export interface SeriesView extends Named {
  parts: { id: number; title: string; href: string }[];
}

/** What a slug leads a reader to. */
export type FoundArticle =
  | {
      state: 'live';
      article: ArticleView;
      /** Pinned among its related stories, those too that are away and come back with their next publication. */
      pinnedIds: number[];
    }
  /** It was live and was killed: 410 for ever. */
  | { state: 'killed'; id: number }
  /** A draft, or withdrawn: as if there were nothing. */
  | { state: 'hidden'; id: number };

/**
 * The article that has, or ever had, this slug, with everything its page shows, related stories too. One round trip; one more
 * where its text has cards of other stories.
 * Plan: slugs_pkey › articles_pkey › revisions_pkey, then a handful of primary-key look-ups for each shelf, and what
 * `relatedPage` says; nothing grows with the number of stories.
 */
export async function findBySlug(ctx: Ctx, slug: string): Promise<FoundArticle | null> {
  return first(ctx, sql`slugs k join articles a on a.id = k.article_id`, sql`k.slug = ${slug}`);
}

/** The same by id: for staff pages, whose address names them. */
export async function findById(ctx: Ctx, id: number): Promise<FoundArticle | null> {
  return first(ctx, sql`articles a`, sql`a.id = ${id}`);
}

/**
 * An article's newest working copy, or one of its revisions, as its page would show it, whether live or not: for the
 * desk's preview. Who may see it is for the caller to decide.
 */
export async function findPreview(
  ctx: Ctx,
  articleId: number,
  revisionId?: number,
): Promise<ArticleView | null> {
  const wanted = revisionId === undefined ? sql`a.head_revision_id` : sql`${revisionId}::bigint`;
  const [row] = await ctx.db.execute<ViewRow>(
    view(
      sql`articles a join revisions r on r.id = ${wanted} and r.article_id = a.id`,
      sql`a.id = ${articleId}`,
    ),
  );
  return row ? asView(ctx, row) : null;
}

const maxPictures = 5;

async function first(ctx: Ctx, from: SQL, where: SQL): Promise<FoundArticle | null> {
  const [row] = await ctx.db.execute<ViewRow>(
    view(sql`${from} left join revisions r on r.id = a.live_revision_id`, where),
  );
  if (!row) return null;
  if (row.title !== null)
    return { state: 'live', article: await asView(ctx, row), pinnedIds: row.pinned_ids ?? [] };
  return {
    state: row.killed_at !== null && row.first_live_at !== null ? 'killed' : 'hidden',
    id: Number(row.id),
  };
}

/** Plan of `turned`: media_uses_article, then media_versions_media; nothing for nearly every story. */
const view = (from: SQL, where: SQL): SQL => sql`
  select a.id, a.kind, a.comment_policy, a.comment_count, a.first_live_at, a.updated_live_at, a.killed_at,
    r.slug, r.title, r.standfirst, r.lang, r.html, r.words,
    case when r.standfirst = '' then left(r.plain_text, 400) end as opening,
    ${leadColumns},
    jsonb_path_query_array(r.body, '$.content[*] ? (@.type == "figure" && @.attrs.width > 0).attrs') as figures,
    ${named(sql`sections`, sql`r.section_ids`)} as sections,
    ${named(sql`tags`, sql`standing_tags(r.tag_ids)`)} as tags,
    ${named(sql`authors`, sql`r.author_ids`)} as authors,
    ${correctionsOf(sql`a.id`)} as corrections,
    ${seriesOf(sql`r.series_id`)} as series,
    (select json_agg(to_json(c) order by c.place) from (${cardSelect(relatedPage(sql`a.id`))}) c) as related,
    (select json_agg(p.pinned_id) from related_pins p where p.article_id = a.id) as pinned_ids,
    (select json_agg(json_build_object('was', v.hash, 'hash', f.hash, 'width', f.width, 'height', f.height))
      from media_uses u join media_versions v on v.media_id = u.media_id join media f on f.id = u.media_id
      where u.article_id = a.id and f.deleted_at is null and f.width > 0) as turned
  from ${from}
  left join media m on m.id = r.lead_media_id and m.deleted_at is null and m.width > 0 and m.height > 0
  where ${where}`;

/** Most parts that are named on each other's pages. */
const shownParts = 100;

/** Plan: series_pkey, then articles_live_series with two look-ups a part; nothing without a series. */
const seriesOf = (seriesId: SQL): SQL => sql`(
  select json_build_object('id', s.id, 'name', s.name, 'slug', s.slug, 'parts', (
    select json_agg(json_build_object('id', p.id, 'title', p.title, 'slug', p.live_slug, 'section', p.section) order by p.place)
    from (
      select x.id, xr.title, x.live_slug, xs.slug as section, row_number() over (${seriesOrder}) as place
      from articles x
      join revisions xr on xr.id = x.live_revision_id
      left join sections xs on xs.id = x.live_section_id and x.kind <> 'page'
      where x.live_series_id = s.id and x.live_revision_id is not null
      order by place limit ${shownParts}
    ) p))
  from series s where s.id = ${seriesId})`;

interface ViewRow extends LeadRow, Record<string, unknown> {
  id: string;
  kind: Article['kind'];
  comment_policy: Article['commentPolicy'];
  comment_count: number;
  first_live_at: string | null;
  updated_live_at: string | null;
  killed_at: string | null;
  slug: string;
  /** Null, like everything of the revision, when nothing is live. */
  title: string | null;
  standfirst: string;
  opening: string | null;
  lang: string | null;
  html: string;
  words: number;
  sections: SlugRow[] | null;
  tags: SlugRow[] | null;
  authors: SlugRow[] | null;
  corrections: CorrectionRows;
  figures: Picture[] | null;
  related: CardRow[] | null;
  pinned_ids: number[] | null;
  turned: TurnedPicture[] | null;
  series:
    | (SlugRow & { parts: { id: number; title: string; slug: string; section: string | null }[] | null })
    | null;
}

async function asView(ctx: Ctx, row: ViewRow): Promise<ArticleView> {
  const { kind, standfirst, lang, words } = row;
  const html = withTurnedPictures(row.html, row.turned ?? []);
  const primary = kind === 'page' ? null : (row.sections?.[0]?.slug ?? null);
  return {
    id: Number(row.id),
    kind,
    href: articleAddress({ sectionSlug: primary, slug: row.slug }),
    title: row.title ?? '',
    standfirst,
    summary: standfirst || beginning(row.opening ?? ''),
    lang,
    html,
    words,
    readingMinutes: readingMinutes(words),
    sections: asNamed(row.sections, sectionAddress),
    tags: asNamed(row.tags, tagAddress),
    authors: asNamed(row.authors, authorAddress),
    liveAt: asInstant(row.first_live_at),
    updatedAt: asInstant(row.updated_live_at),
    lead: asPicture(row),
    pictures: (row.figures ?? []).slice(0, maxPictures).map((figure) => ({
      ...figure,
      ...row.turned?.find(({ was }) => was === figure.hash),
    })),
    commentCount: row.comment_count,
    commentPolicy: row.comment_policy,
    corrections: asCorrections(row.corrections),
    related: (row.related ?? []).map(asCard),
    series: row.series && {
      id: row.series.id,
      name: row.series.name,
      href: seriesAddress(row.series.slug),
      parts: (row.series.parts ?? []).map((part) => ({
        id: part.id,
        title: part.title,
        href: articleAddress({ sectionSlug: part.section, slug: part.slug }),
      })),
    },
    cards: await listCards(ctx, storyCardIds(html)),
  };
}

const asInstant = (text: string | null): Date | null => (text === null ? null : new Date(text));
