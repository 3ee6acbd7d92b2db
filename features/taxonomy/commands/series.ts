import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact, type Work } from '@/db/context';
import { series } from '@/db/schema';
import { redirectAddress } from '@/features/settings/commands/addresses';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { Conflict, NotFound } from '@/lib/errors';
import { seriesAddress } from '@/lib/public-addresses';
import type { createSeriesInput, editSeriesInput, moveInSeriesInput, seriesInput } from '../input';
import { listSeriesStories, type SeriesRow } from '../queries';
import { refuseTaken, slugOf } from '../slugs';
import { keepDeleted } from './keep-deleted';

/** Makes a series. Throws Conflict with a sentence for the field when its name or address is taken. */
export async function createSeries(
  ctx: Ctx,
  { name, slug: wanted, description }: z.output<typeof createSeriesInput>,
): Promise<{ seriesId: number; slug: string }> {
  authorise(ctx.actor, 'edit-taxonomy');
  const slug = slugOf(wanted, name);
  return transact(ctx, async (tx) => {
    const [made] = await refuseTaken('series', () =>
      tx.db
        .insert(series)
        .values({ name, slug, description, createdAt: sql`clock()` })
        .returning({ seriesId: series.id }),
    );
    if (!made) throw new Error('insert returned no row');
    tx.record('create-series', 'series', made.seriesId, { after: { name, slug } });
    tx.stale(cacheTags.path(seriesAddress(slug)));
    return { ...made, slug };
  });
}

/** Renames a series, on the pages of all its parts too; with another slug the old address redirects for ever. */
export async function editSeries(
  ctx: Ctx,
  { seriesId, name, slug: wanted, description }: z.output<typeof editSeriesInput>,
): Promise<{ slug: string }> {
  authorise(ctx.actor, 'edit-taxonomy');
  return transact(ctx, async (tx) => {
    const before = await getSeries(tx, seriesId);
    const slug = slugOf(wanted || before.slug, name);
    await refuseTaken('series', () =>
      tx.db.update(series).set({ name, slug, description }).where(eq(series.id, seriesId)),
    );
    if (slug !== before.slug) {
      await redirectAddress(tx, { from: `series/${before.slug}`, to: `series/${slug}` });
      // The sitemap names its address.
      tx.stale(cacheTags.taxonomy);
    }
    tx.record('edit-series', 'series', seriesId, {
      before: wordsOf(before),
      after: { name, slug, description },
    });
    tx.stale(cacheTags.series(seriesId), cacheTags.path(seriesAddress(slug)));
    return { slug };
  });
}

const wordsOf = ({ name, slug, description }: SeriesRow) => ({ name, slug, description });

/** Puts a live part before another, or last. Readers see it at once: the order is the series' own, not the stories'. */
export async function moveInSeries(
  ctx: Ctx,
  { seriesId, articleId, beforeId }: z.output<typeof moveInSeriesInput>,
): Promise<void> {
  authorise(ctx.actor, 'edit-taxonomy');
  await transact(ctx, async (tx) => {
    await getSeries(tx, seriesId);
    const parts = (await listSeriesStories(tx, seriesId)).map(({ id }) => id);
    const others = parts.filter((id) => id !== articleId);
    const at = beforeId === null ? others.length : others.indexOf(beforeId);
    if (others.length === parts.length || at < 0)
      throw NotFound('The order was changed meanwhile. Look at it again and repeat the move.');
    const storyIds = others.toSpliced(at, 0, articleId);
    await tx.db.update(series).set({ storyIds }).where(eq(series.id, seriesId));
    tx.record('order-series', 'series', seriesId, { before: { parts }, after: { parts: storyIds } });
    tx.stale(cacheTags.series(seriesId));
  });
}

/** Deletes a series that no story is a part of, not even a draft or one in the trash. It can be put back. */
export async function deleteSeries(
  ctx: Ctx,
  { seriesId }: z.output<typeof seriesInput>,
): Promise<{ deletedId: number }> {
  authorise(ctx.actor, 'edit-taxonomy');
  return transact(ctx, async (tx) => {
    const row = await getSeries(tx, seriesId);
    const { name, slug } = row;
    const [found] = await tx.db.execute<{ used: boolean }>(sql`
      select exists (select from articles where live_series_id = ${seriesId}) or exists (
        select from articles a join revisions r on r.id in (a.head_revision_id, a.live_revision_id)
         where r.series_id = ${seriesId}) or exists (
        select from publications p join revisions r on r.id = p.revision_id
         where p.applied_at is null and p.cancelled_at is null and r.series_id = ${seriesId}) as used`);
    if (found?.used) throw Conflict('Stories are parts of this series. Take them out of it first.');
    const kept = await keepDeleted(tx, 'series', row);
    await tx.db.delete(series).where(eq(series.id, seriesId));
    tx.record('delete-series', 'series', seriesId, { before: { name, slug } });
    tx.stale(cacheTags.series(seriesId), cacheTags.path(seriesAddress(slug)));
    return kept;
  });
}

async function getSeries(tx: Work, id: number): Promise<SeriesRow> {
  const [row] = await tx.db.select().from(series).where(eq(series.id, id)).for('update');
  if (!row) throw NotFound('That series was deleted.');
  return row;
}
