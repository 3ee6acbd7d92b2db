import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { audit, mediaUses, mediaVersions } from '@/db/schema';
import { authorAddress, sectionAddress } from '@/lib/public-addresses';
import type { ArticleView } from './article-view';
import type { Named } from './story-card';

/** What was changed since an instant, as the audit log keeps it: for each thing, what it was before the first change. */
export interface OfThen {
  author: ReadonlyMap<number, Before>;
  section: ReadonlyMap<number, Before>;
  /** By the correction's id. */
  correction: ReadonlyMap<number, Before>;
}

/** The fields that the log has; of a correction its words, of a byline or section its name and address. */
interface Before {
  name?: string;
  slug?: string;
  text?: string;
  passage?: string;
}

interface Wanted {
  articleId: number;
  at: Date;
  authorIds: number[];
  sectionIds: number[];
}

/** Plan: Bitmap Or on audit_subject, a handful of rows. */
export async function findOfThen(
  { db }: Ctx,
  { articleId, at, authorIds, sectionIds }: Wanted,
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
        ),
      ),
    )
    .orderBy(asc(audit.at), asc(audit.id))
    .limit(1_000);
  const found = { author: new Map(), section: new Map(), correction: new Map() };
  for (const { subject, subjectId, before } of rows) {
    const was = before as Before & { correctionId?: number };
    const known =
      subject === 'article' ? found.correction : subject === 'author' ? found.author : found.section;
    const id = subject === 'article' ? was.correctionId : Number(subjectId);
    const says = subject === 'article' ? was.text : was.name;
    if (says !== undefined && !known.has(id)) known.set(id, was);
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
