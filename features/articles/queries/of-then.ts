import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { audit, mediaUses, mediaVersions } from '@/db/schema';
import { splitCredit } from '@/lib/credit';
import type { Picture } from '@/lib/pictures';
import { authorAddress, sectionAddress } from '@/lib/public-addresses';
import type { WrittenRevision } from '../rules';
import type { ArticleView } from './article-view';
import type { Named } from './story-card';

/** What was changed since an instant, as the audit log keeps it: for each thing, what it was before the first change. */
export interface OfThen {
  author: ReadonlyMap<number, Before>;
  section: ReadonlyMap<number, Before>;
  /** By the correction's id. */
  correction: ReadonlyMap<number, Before>;
  /** The library's own words and focal point of the lead picture. */
  media: ReadonlyMap<number, Before>;
}

/** The fields that the log has; of a correction or picture its words, of a byline or section its name and address. */
interface Before {
  name?: string;
  slug?: string;
  text?: string;
  passage?: string;
  alt?: string;
  credit?: string;
  focalX?: number;
  focalY?: number;
}

interface Wanted {
  articleId: number;
  at: Date;
  authorIds: number[];
  sectionIds: number[];
  leadMediaId: number | null;
}

/** Plan: Bitmap Or on audit_subject, a handful of rows. */
export async function findOfThen(
  { db }: Ctx,
  { articleId, at, authorIds, sectionIds, leadMediaId }: Wanted,
): Promise<OfThen> {
  const about = (subject: string, ids: number[]) =>
    and(eq(audit.subject, subject), inArray(audit.subjectId, ids.map(String)));
  const rows = await db
    .select({ subject: audit.subject, subjectId: audit.subjectId, before: audit.before })
    .from(audit)
    .where(
      and(
        gt(audit.at, at),
        sql`${audit.before} is not null`,
        or(
          about('author', authorIds),
          about('section', sectionIds),
          and(about('article', [articleId]), eq(audit.verb, 'amend-correction')),
          leadMediaId === null ? undefined : and(about('media', [leadMediaId]), eq(audit.verb, 'edit-media')),
        ),
      ),
    )
    .orderBy(asc(audit.at), asc(audit.id))
    .limit(1_000);
  const found = { author: new Map(), section: new Map(), correction: new Map(), media: new Map() };
  for (const { subject, subjectId, before } of rows) {
    const was = before as Before & { correctionId?: number };
    const kind = subject === 'article' ? 'correction' : (subject as keyof OfThen);
    const id = kind === 'correction' ? was.correctionId : Number(subjectId);
    const says = kind === 'correction' ? was.text : kind === 'media' ? was.alt : was.name;
    if (says !== undefined && !found[kind].has(id)) found[kind].set(id, was);
  }
  return found;
}

/** The bylines or sections of a version under the names of then, those too that were deleted since. */
export function namedThen(
  ids: number[],
  now: Named[],
  { was, addressOf }: { was: ReadonlyMap<number, Before>; addressOf: (slug: string) => string },
): Named[] {
  return ids.flatMap((id) => {
    const today = now.find((one) => one.id === id);
    const then = was.get(id);
    const name = then?.name ?? today?.name;
    if (name === undefined) return [];
    return [{ ...today, id, name, href: today?.href ?? addressOf(then?.slug ?? '') }];
  });
}

export const authorsThen = (ids: number[], { authors }: ArticleView, { author }: OfThen): Named[] =>
  namedThen(ids, authors, { was: author, addressOf: authorAddress });

export const sectionsThen = (ids: number[], { sections }: ArticleView, { section }: OfThen): Named[] =>
  namedThen(ids, sections, { was: section, addressOf: sectionAddress });

/** The lead picture with the library's words of then where the version has none of its own, and the part that mattered then. */
export function leadThen(
  lead: Picture | null,
  revision: Pick<WrittenRevision, 'leadAlt' | 'leadCaption' | 'leadCredit'>,
  { media }: OfThen,
): Picture | null {
  const was = lead?.mediaId == null ? undefined : media.get(lead.mediaId);
  if (!lead || !was) return lead;
  const { focal: _, ...shown } = lead;
  const { alt = '', credit = '', focalX: x = 0.5, focalY: y = 0.5 } = was;
  return {
    ...shown,
    alt: revision.leadAlt || alt,
    credit: revision.leadCredit || splitCredit(revision.leadCaption).credit || credit,
    ...((x !== 0.5 || y !== 0.5) && { focal: { x, y } }),
  };
}

/** Whether a picture of the article was put in place of another since. Plan: media_uses_article › media_versions_media. */
export async function hasTurnedSince({ db }: Ctx, articleId: number, at: Date): Promise<boolean> {
  const [row] = await db
    .select({ id: mediaVersions.id })
    .from(mediaUses)
    .innerJoin(mediaVersions, eq(mediaVersions.mediaId, mediaUses.mediaId))
    .where(and(eq(mediaUses.articleId, articleId), gt(mediaVersions.replacedAt, at)))
    .limit(1);
  return row !== undefined;
}
