import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articleAddress } from '../rules';
import type { StoryCursor } from './story-lists';

/** What the paper owned up to (D12). */
export interface Correction {
  id: number;
  text: string;
  /** What was wrong, as it was said. */
  passage: string;
  at: Date;
  /** When its wording was changed, if it was. */
  amendedAt: Date | null;
}

export type CorrectionRows =
  | { id: number; text: string; passage: string; at: string; amendedAt: string | null }[]
  | null;

/** The newest hundred corrections of an article, oldest first, as a JSON column. */
export const correctionsOf = (articleId: SQL): SQL => sql`
  (select json_agg(json_build_object('id', c.id, 'text', c.text, 'passage', c.passage, 'at', c.corrected_at, 'amendedAt', c.amended_at)
      order by c.corrected_at, c.id)
    from (select * from corrections where article_id = ${articleId} and removed_at is null order by corrected_at desc limit 100) c)`;

export const asCorrections = (rows: CorrectionRows): Correction[] =>
  (rows ?? []).map(({ at, amendedAt, ...correction }) => ({
    ...correction,
    at: new Date(at),
    amendedAt: amendedAt === null ? null : new Date(amendedAt),
  }));

/** A correction with the story it belongs to. */
export interface ListedCorrection extends Correction {
  story: { id: number; title: string; href: string; lang: string | null };
}

export interface CorrectionsPage {
  corrections: ListedCorrection[];
  older: StoryCursor | null;
  /** Where the page before begins: `first` for the first page, null when this is it. */
  newer: StoryCursor | 'first' | null;
}

/**
 * A page of what the paper owned up to, newest first, of stories that readers can look up: those after `before`, or the
 * newest. EXPLAIN: Limit › Nested Loop › Index Scan using corrections_newest (corrected_at, id) < … › articles_pkey ›
 * revisions_pkey; a page's rows are read, whichever page it is.
 */
export async function listCorrections(
  ctx: Ctx,
  { before = null, limit = 30 }: { before?: StoryCursor | null; limit?: number } = {},
): Promise<CorrectionsPage> {
  const [rows, above] = await Promise.all([
    selectCorrections(ctx, before && sql`< ${tuple(before)}`, 'desc', limit + 1),
    before ? selectCorrections(ctx, sql`>= ${tuple(before)}`, 'asc', limit + 1) : null,
  ]);
  const corrections = rows.slice(0, limit);
  const last = corrections.at(-1);
  const start = above && above.length > limit ? above.at(-1) : undefined;
  return {
    corrections,
    older: rows.length > limit && last ? { liveAt: last.at, id: last.id } : null,
    newer: above && (start ? { liveAt: start.at, id: start.id } : 'first'),
  };
}

const tuple = ({ liveAt, id }: StoryCursor): SQL =>
  sql`(${liveAt.toISOString()}::timestamptz, ${id}::bigint)`;

async function selectCorrections(
  ctx: Ctx,
  beyond: SQL | null,
  order: 'asc' | 'desc',
  limit: number,
): Promise<ListedCorrection[]> {
  const direction = sql.raw(order);
  const rows = await ctx.db.execute<{
    id: string;
    text: string;
    passage: string;
    corrected_at: string;
    amended_at: string | null;
    article_id: string;
    title: string;
    lang: string | null;
    live_slug: string;
    section_slug: string | null;
  }>(sql`
    select c.id, c.text, c.passage, c.corrected_at, c.amended_at, c.article_id, r.title, r.lang, a.live_slug, s.slug as section_slug
    from corrections c
    join articles a on a.id = c.article_id
    join revisions r on r.id = a.live_revision_id
    left join sections s on s.id = a.live_section_id
    where c.removed_at is null ${beyond ? sql`and (c.corrected_at, c.id) ${beyond}` : sql``}
    order by c.corrected_at ${direction}, c.id ${direction} limit ${limit}`);
  return rows.map(
    ({ id, text, passage, corrected_at, amended_at, article_id, title, lang, live_slug, section_slug }) => ({
      id: Number(id),
      text,
      passage,
      at: new Date(corrected_at),
      amendedAt: amended_at === null ? null : new Date(amended_at),
      story: {
        id: Number(article_id),
        title,
        lang,
        href: articleAddress({ sectionSlug: section_slug, slug: live_slug }),
      },
    }),
  );
}
