import { isNull } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { breakingBars } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import { Conflict } from '@/lib/errors';
import { sitemapPartOf } from '../../queries/sitemap';
import { articleAddress, lateAfterMs, latenessMs } from '../../rules';
import { noteTrouble } from '../due-alarm';
import { readTurning, type SectionPlace, type Turning } from './read-turning';
import { type LiveSide, type TurningArticle, turn } from './turn';
import { type ApplyOptions, type Turned, writeTurns } from './write-turns';

/**
 * Applies every due row of articles that the transaction has locked, each article's rows in (effective_at, id) order. A row
 * that cannot be applied gets its `failure` and hinders no other. Returns what became of each article. Doing it again
 * finds nothing due.
 */
export async function applyTo(
  tx: Work,
  articleIds: number[],
  { onTime = false }: ApplyOptions = {},
): Promise<Turned[]> {
  const turning = await readTurning(tx, articleIds);
  const turned = turning.articles.map((article) => turnAll(article, turning));
  if (turned.length === 0) return [];
  await writeTurns(tx, turned, { onTime });
  for (const one of turned) {
    if (one.applied.length > 0) tx.stale(...staleTags(one, turning.sections));
    recordScheduled(tx, one);
  }
  if (!onTime && turned.some((one) => wasTrouble(tx, one))) await noteTrouble(tx);
  tx.stale(...(await tagsAroundEveryPage(tx, turned)));
  return turned;
}

/** The button's way: the article is in hand, its row has just been written, and a failure is the person's answer. */
export async function applyNow(tx: Work, articleId: number, options?: ApplyOptions): Promise<LiveSide> {
  const [turned] = await applyTo(tx, [articleId], options);
  const failure = turned?.failed.at(-1)?.failure;
  if (!turned || failure) throw Conflict(failure ?? 'Nothing was due.');
  return turned.after;
}

function turnAll(before: TurningArticle, { due, around }: Turning): Turned {
  const turned: Turned = { before, after: before, applied: [], failed: [] };
  for (const publication of due.filter(({ articleId }) => articleId === before.id)) {
    const outcome = turn({ ...before, ...turned.after }, publication, around);
    if ('failure' in outcome) turned.failed.push({ publication, failure: outcome.failure });
    else {
      turned.after = outcome.to;
      turned.applied.push(publication);
    }
  }
  return turned;
}

/** Menus and the footer name staff pages; the breaking bar leads to a story while that is live, at its address. */
async function tagsAroundEveryPage(tx: Work, turned: Turned[]): Promise<string[]> {
  const changed = turned.filter(({ applied }) => applied.length > 0);
  const tags = changed.some(({ before }) => before.kind === 'page') ? [cacheTags.site] : [];
  const moved = changed.filter(
    ({ before, after }) => before.liveSlug !== after.liveSlug || before.liveSectionId !== after.liveSectionId,
  );
  if (moved.length === 0) return tags;
  const [bar] = await tx.db
    .select({ articleId: breakingBars.articleId })
    .from(breakingBars)
    .where(isNull(breakingBars.loweredAt));
  return moved.some(({ before }) => before.id === bar?.articleId) ? [...tags, cacheTags.bar] : tags;
}

/** What readers may have seen of the article before, and where they will see it now. */
function staleTags({ before, after }: Turned, sections: Map<number, SectionPlace>): string[] {
  const sides = [before, after];
  return [
    cacheTags.article(before.id),
    // Taken back: no page that showed it may be sent again, not even as the last good one.
    ...(before.liveRevisionId !== null && after.liveRevisionId === null
      ? [
          cacheTags.article(before.id),
          cacheTags.shown(before.id),
          cacheTags.sitemap(sitemapPartOf(before.id)),
        ].map(cacheTags.gone)
      : []),
    ...sides.flatMap((side) => pathTags(before.kind, side, sections)),
    // The other parts name this one, and count it.
    ...sides.flatMap(({ filing }) => filing.seriesId ?? []).map(cacheTags.series),
    ...(before.kind === 'page'
      ? // In no list of stories, but in the sitemap.
        [cacheTags.latest]
      : [
          cacheTags.latest,
          cacheTags.front,
          ...sides.flatMap(({ filing }) => withAncestors(filing.sectionIds, sections)).map(cacheTags.section),
          ...sides.flatMap(({ filing }) => filing.tagIds).map(cacheTags.tag),
          ...sides.flatMap(({ filing }) => filing.authorIds).map(cacheTags.author),
        ]),
  ];
}

function pathTags(
  kind: TurningArticle['kind'],
  side: LiveSide,
  sections: Map<number, SectionPlace>,
): string[] {
  if (side.liveSlug === null) return [];
  const sectionSlug = kind === 'page' ? null : (sections.get(side.liveSectionId ?? 0)?.slug ?? null);
  return [cacheTags.path(articleAddress({ sectionSlug, slug: side.liveSlug }))];
}

/** A section's page also lists what is filed below it. */
function withAncestors(ids: number[], sections: Map<number, SectionPlace>): number[] {
  const all = new Set<number>();
  for (let id of ids)
    for (let at = sections.get(id); at && !all.has(at.id); id = at.parentId ?? 0, at = sections.get(id))
      all.add(at.id);
  return [...all];
}

/** Only the clock can be late; what a person was refused, she knows. */
const wasTrouble = (tx: Work, { applied, failed }: Turned): boolean =>
  tx.actor.kind === 'system' &&
  (failed.length > 0 ||
    applied.some(({ effectiveAt }) => (latenessMs({ effectiveAt, appliedAt: tx.now }) ?? 0) > lateAfterMs));

/** What people do is recorded by their command; what the clock does, here. */
function recordScheduled(tx: Work, { before, applied, failed }: Turned): void {
  if (tx.actor.kind !== 'system') return;
  for (const publication of applied)
    tx.record(`${publication.kind}-article`, 'article', before.id, {
      after: { publicationId: publication.id, latenessMs: latenessMs({ ...publication, appliedAt: tx.now }) },
    });
  for (const { publication, failure } of failed)
    tx.record('fail-publication', 'article', before.id, {
      after: { publicationId: publication.id, failure },
    });
}
