import { type SQL, sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { redirectAddress } from '@/features/settings/commands/addresses';
import type { DuePublication, LiveSide, TurningArticle } from './turn';

/** An article as it is to be after all its due rows, and what became of each of them. */
export interface Turned {
  before: TurningArticle;
  after: LiveSide;
  applied: DuePublication[];
  failed: { publication: DuePublication; failure: string }[];
}

export interface ApplyOptions {
  /** Restored from elsewhere: it counts as applied at its own instant, not as late by years. */
  onTime?: boolean;
}

/** Writes any number of turned articles in a fixed number of statements. */
export async function writeTurns(
  tx: Work,
  turned: Turned[],
  { onTime = false }: ApplyOptions,
): Promise<void> {
  const changed = turned.filter(({ applied }) => applied.length > 0);
  if (changed.length > 0) {
    await writeLiveSides(tx, changed);
    await writeFiling(tx, changed, 'article_sections', 'section_id', ({ filing }) => filing.sectionIds);
    await writeFiling(tx, changed, 'article_tags', 'tag_id', ({ filing }) => filing.tagIds);
    await writeFiling(tx, changed, 'bylines', 'author_id', ({ filing }) => filing.authorIds);
    await writeAddresses(tx, changed);
  }
  await settle(tx, turned, onTime);
}

/** When what is now live is also the newest, the working copy has nothing left to submit: it is a draft again. */
async function writeLiveSides(tx: Work, changed: Turned[]): Promise<void> {
  const rows = changed.map(({ before, after: { filing, ...live } }) => ({
    id: before.id,
    ...live,
    liveSeriesId: filing.seriesId,
  }));
  await tx.db.execute(sql`
    update articles a set
      live_revision_id = r."liveRevisionId", live_slug = r."liveSlug", live_section_id = r."liveSectionId",
      live_series_id = r."liveSeriesId",
      first_live_at = r."firstLiveAt", updated_live_at = r."updatedLiveAt", withdrawn_at = r."withdrawnAt",
      killed_at = r."killedAt", stage = case when a.head_revision_id = r."liveRevisionId" then 'draft' else a.stage end
    from jsonb_to_recordset(${json(rows)}) as r(
      id bigint, "liveRevisionId" bigint, "liveSlug" text, "liveSectionId" bigint, "liveSeriesId" bigint, "firstLiveAt" timestamptz,
      "updatedLiveAt" timestamptz, "withdrawnAt" timestamptz, "killedAt" timestamptz)
    where a.id = r.id`);
}

async function writeFiling(
  tx: Work,
  changed: Turned[],
  table: 'article_sections' | 'article_tags' | 'bylines',
  column: 'section_id' | 'tag_id' | 'author_id',
  idsOf: (side: LiveSide) => number[],
): Promise<void> {
  const rows = changed.flatMap(({ before, after }) =>
    idsOf(after).map((filedId, position) => ({
      article: before.id,
      filedId,
      position,
      at: after.firstLiveAt,
    })),
  );
  const [name, key] = [sql.identifier(table), sql.identifier(column)];
  await tx.db.execute(sql`
    with wanted as (
      select * from jsonb_to_recordset(${json(rows)}) as r(article bigint, "filedId" bigint, position smallint, at timestamptz)
    ), gone as (
      delete from ${name} f
      where f.article_id in (select value::bigint from jsonb_array_elements_text(${json(changed.map(({ before }) => before.id))}))
        and not exists (select from wanted w where w.article = f.article_id and w."filedId" = f.${key})
    )
    insert into ${name} as f (article_id, ${key}, position, live_at)
    select article, "filedId", position, at from wanted
    on conflict (article_id, ${key}) do update set position = excluded.position, live_at = excluded.live_at
    where (f.position, f.live_at) is distinct from (excluded.position, excluded.live_at)`);
}

/**
 * Slugs that have been live are kept for ever. A staff page also holds its place at the root, and one that moves (there
 * are a handful) leaves a redirect.
 */
async function writeAddresses(tx: Work, changed: Turned[]): Promise<void> {
  const rows = changed.flatMap(({ before, after, applied }) =>
    after.liveSlug === null
      ? []
      : [
          {
            slug: after.liveSlug,
            article: before.id,
            page: before.kind === 'page',
            at: applied[0]?.effectiveAt,
          },
        ],
  );
  if (rows.length === 0) return;
  const live = sql`jsonb_to_recordset(${json(rows)}) as r(slug text, article bigint, page boolean, at timestamptz)`;
  await tx.db.execute(sql`
    insert into slugs as s (slug, article_id, live_at) select slug, article, at from ${live}
    on conflict (slug) do update set live_at = excluded.live_at where s.live_at is null`);
  await tx.db.execute(sql`
    insert into addresses as a (path, kind, article_id) select slug, 'page', article from ${live} where page
    on conflict (path) do update set kind = 'page', target = null where a.article_id = excluded.article_id`);
  for (const { before, after } of changed)
    if (before.kind === 'page' && before.liveSlug && after.liveSlug && before.liveSlug !== after.liveSlug)
      await redirectAddress(tx, { from: before.liveSlug, to: after.liveSlug });
}

async function settle(tx: Work, turned: Turned[], onTime: boolean): Promise<void> {
  const rows = turned.flatMap(({ applied, failed }) => [
    ...applied.map(({ id }) => ({ id, failure: null })),
    ...failed.map(({ publication: { id }, failure }) => ({ id, failure })),
  ]);
  const appliedAt = onTime ? sql`p.effective_at` : sql`${tx.now.toISOString()}::timestamptz`;
  await tx.db.execute(sql`
    update publications p set
      applied_at = case when r.failure is null then ${appliedAt} end,
      failure = r.failure
    from jsonb_to_recordset(${json(rows)}) as r(id bigint, failure text)
    where p.id = r.id`);
}

const json = (value: unknown): SQL => sql`${JSON.stringify(value)}::jsonb`;
