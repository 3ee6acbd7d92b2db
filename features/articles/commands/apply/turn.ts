import { isReservedWord } from '@/lib/reserved-words';
import type { Article, Publication, Revision } from '../../rules';

/** What the ledger alone may change of an article: its live columns and the filing of the live revision. */
export interface LiveSide {
  liveRevisionId: number | null;
  liveSlug: string | null;
  liveSectionId: number | null;
  firstLiveAt: Date | null;
  updatedLiveAt: Date | null;
  withdrawnAt: Date | null;
  killedAt: Date | null;
  filing: Filing;
}
export interface Filing {
  sectionIds: number[];
  tagIds: number[];
  authorIds: number[];
  seriesId: number | null;
}
export type TurningArticle = LiveSide & Pick<Article, 'id' | 'kind' | 'trashedAt' | 'embargoAt'>;
export type TurningRevision = Pick<
  Revision,
  'id' | 'slug' | 'sectionIds' | 'tagIds' | 'authorIds' | 'seriesId'
>;
export type DuePublication = Pick<
  Publication,
  'id' | 'articleId' | 'kind' | 'revisionId' | 'effectiveAt' | 'material'
>;

/** What is true around the articles that turn, read once for all of them. */
export interface Surroundings {
  now: Date;
  revisions: ReadonlyMap<number, TurningRevision>;
  /** Sections, tags, authors and series that still exist. */
  sectionIds: ReadonlySet<number>;
  tagIds: ReadonlySet<number>;
  authorIds: ReadonlySet<number>;
  seriesIds: ReadonlySet<number>;
  /** Which article holds a slug. */
  slugOwners: ReadonlyMap<string, number>;
  /** Which article a root address belongs to; 0 for a section, a redirect or a reserved word. */
  rootOwners: ReadonlyMap<string, number>;
}

export type Turn = { to: LiveSide } | { failure: string };

const nowhere: Filing = { sectionIds: [], tagIds: [], authorIds: [], seriesId: null };

/**
 * What one due row makes of an article, or a sentence why it cannot be. Pure, so that the clock, the button and a restart
 * come to the same end. Times that readers see are the row's own, not the moment somebody got round to it.
 */
export function turn(article: TurningArticle, publication: DuePublication, around: Surroundings): Turn {
  if (article.killedAt) return { failure: 'The article was killed before.' };
  if (publication.kind === 'kill') return { to: { ...gone(article), killedAt: publication.effectiveAt } };
  if (article.trashedAt) return { failure: 'The article was in the trash.' };
  if (publication.kind === 'withdraw') {
    if (article.liveRevisionId === null) return { failure: 'The article was not live.' };
    return { to: { ...gone(article), withdrawnAt: publication.effectiveAt } };
  }
  return goLive(article, publication, around);
}

function goLive(article: TurningArticle, publication: DuePublication, around: Surroundings): Turn {
  const revision = around.revisions.get(publication.revisionId ?? 0);
  if (!revision) return { failure: 'The version that was planned is gone.' };
  if (publication.kind === 'update' && article.liveRevisionId === null)
    return { failure: 'The article was not live, so there was nothing to update.' };
  if (article.embargoAt && article.embargoAt > around.now)
    return { failure: 'The article was under embargo.' };
  const filing = stillThere(revision, around);
  const obstacle = addressObstacle(article, revision, filing, around);
  if (obstacle) return { failure: obstacle };
  const again = article.firstLiveAt !== null;
  return {
    to: {
      liveRevisionId: revision.id,
      liveSlug: revision.slug,
      liveSectionId: article.kind === 'page' ? null : (filing.sectionIds[0] ?? null),
      firstLiveAt: article.firstLiveAt ?? publication.effectiveAt,
      updatedLiveAt: again && publication.material ? publication.effectiveAt : article.updatedLiveAt,
      withdrawnAt: null,
      killedAt: null,
      filing,
    },
  };
}

const gone = (article: LiveSide): LiveSide => ({
  ...article,
  liveRevisionId: null,
  liveSlug: null,
  liveSectionId: null,
  filing: nowhere,
});

const stillThere = (revision: TurningRevision, around: Surroundings): Filing => ({
  sectionIds: revision.sectionIds.filter((id) => around.sectionIds.has(id)),
  tagIds: revision.tagIds.filter((id) => around.tagIds.has(id)),
  authorIds: revision.authorIds.filter((id) => around.authorIds.has(id)),
  seriesId: around.seriesIds.has(revision.seriesId ?? 0) ? revision.seriesId : null,
});

/** A primary section that is gone would change the address behind the editor's back, so it is a failure. */
function addressObstacle(
  article: TurningArticle,
  revision: TurningRevision,
  filing: Filing,
  { slugOwners, rootOwners }: Surroundings,
): string | undefined {
  if (revision.slug === '') return 'The version that was planned has no address.';
  if ((slugOwners.get(revision.slug) ?? article.id) !== article.id)
    return `Another article has the address “${revision.slug}”.`;
  if (article.kind === 'page')
    return !isReservedWord(revision.slug) && (rootOwners.get(revision.slug) ?? article.id) === article.id
      ? undefined
      : `The address “/${revision.slug}” belongs to something else.`;
  return filing.sectionIds[0] === revision.sectionIds[0] && filing.sectionIds.length > 0
    ? undefined
    : 'Its first section was deleted.';
}
