import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '@/db/context';
import { articles, corrections, media, revisions, sections, tags, users } from '@/db/schema';
import { authorise, type Matter } from '@/features/users/rules';
import type { RichText } from '@/lib/rich-text/document';
import { isNewerBody, migrateBody } from '@/lib/rich-text/migrate';
import { slugify } from '@/lib/slug';
import {
  type Article,
  type ArticleState,
  articleAddress,
  articleState,
  type Publication,
  type WrittenRevision,
} from '../rules';
import { listPending } from './ledger';
import { countOpenThreads } from './notes';
import { listPins } from './pins';

/** The file and size of a picture; its words for this article stand in the draft. */
export interface LeadFile {
  mediaId: number;
  hash: string;
  width: number;
  height: number;
}

/** What the writer changes: text and filing, whole. */
export interface DraftContent {
  title: string;
  standfirst: string;
  slug: string;
  lang: string | null;
  body: RichText;
  lead: LeadFile | null;
  leadAlt: string;
  leadCaption: string;
  leadCredit: string;
  sectionIds: number[];
  tags: { id: number; name: string }[];
  authorIds: number[];
  seriesId: number | null;
}

/** The working copy with everything the editor shows around it. */
export interface Draft {
  articleId: number;
  kind: Article['kind'];
  stage: Article['stage'];
  state: ArticleState;
  revisionId: number;
  content: DraftContent;
  /** A newer version of the product wrote the text: it can be shown here, and not changed (D3). */
  bodyIsNewer: boolean;
  /** The slug was chosen by hand, so it no longer follows the title. */
  slugIsChosen: boolean;
  savedAt: Date;
  savedBy: string | null;
  /** What readers have; `href` is where. */
  live: { revisionId: number; href: string; firstLiveAt: Date; updatedAt: Date | null } | null;
  commentPolicy: Article['commentPolicy'];
  embargoAt: Date | null;
  dueAt: Date | null;
  assignee: { id: number; name: string } | null;
  /** Threads of notes that wait for somebody. */
  openThreads: number;
  pending: Pick<Publication, 'id' | 'kind' | 'effectiveAt' | 'revisionId' | 'material'>[];
  /** Related stories chosen by hand, in their order. */
  pinned: { id: number; name: string }[];
  corrections: { id: number; text: string; passage: string; correctedAt: Date; amendedAt: Date | null }[];
  /** What permissions depend on. */
  matter: Matter;
}

const shownCorrections = 100;
const assignees = alias(users, 'assignees');

/**
 * The newest revision of an article and all the editor needs, in three round trips, or null. Throws Forbidden for
 * somebody else's article where the role sees its own only. All by primary key or `…_article` indexes.
 */
export async function findDraft(ctx: Ctx, articleId: number): Promise<Draft | null> {
  authorise(ctx.actor, 'read-desk');
  const [row] = await ctx.db
    .select({
      article: articles,
      head: revisions,
      savedBy: users.name,
      assignee: { id: assignees.id, name: assignees.name },
      liveSection: sections.slug,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .leftJoin(users, eq(users.id, revisions.createdBy))
    .leftJoin(assignees, eq(assignees.id, articles.assigneeId))
    .leftJoin(sections, eq(sections.id, articles.liveSectionId))
    .where(eq(articles.id, articleId))
    .limit(1);
  if (!row) return null;
  const { article, head } = row;
  const matter: Matter = {
    ownerIds: [article.createdBy, article.assigneeId],
    sectionIds: head.sectionIds,
    live: article.liveRevisionId !== null,
  };
  authorise(ctx.actor, 'read-article', matter);
  const [pending, content, made, pinned, openThreads] = await Promise.all([
    listPending(ctx, [articleId]),
    contentOf(ctx, head),
    listCorrections(ctx, articleId),
    listPins(ctx, articleId),
    countOpenThreads(ctx, articleId),
  ]);
  const planned = pending.get(articleId) ?? [];
  return {
    articleId,
    kind: article.kind,
    stage: article.stage,
    state: articleState(article, planned),
    revisionId: head.id,
    content,
    bodyIsNewer: isNewerBody(head.bodyVersion),
    slugIsChosen: isChosen(head),
    savedAt: head.createdAt,
    savedBy: row.savedBy,
    live: liveOf(article, row.liveSection),
    commentPolicy: article.commentPolicy,
    embargoAt: article.embargoAt,
    dueAt: article.dueAt,
    assignee: row.assignee,
    openThreads,
    pending: planned.map(({ id, kind, effectiveAt, revisionId, material }) => ({
      id,
      kind,
      effectiveAt,
      revisionId,
      material,
    })),
    pinned,
    corrections: made,
    matter,
  };
}

type Revision = typeof revisions.$inferSelect;

/**
 * What a revision says, with the names that its ids stand for; tags that were deleted since are left out, one that became
 * another is that other.
 */
export async function contentOf(ctx: Ctx, revision: WrittenRevision): Promise<DraftContent> {
  const [lead, tagRows] = await Promise.all([
    findLead(ctx, revision.leadMediaId),
    revision.tagIds.length === 0
      ? []
      : ctx.db
          .select({ id: tags.id, name: tags.name })
          .from(
            sql`unnest(standing_tags(${sql.param(revision.tagIds)}::bigint[])) with ordinality i(id, place)`,
          )
          .innerJoin(tags, sql`${tags.id} = i.id`)
          .orderBy(sql`i.place`)
          .limit(revision.tagIds.length),
  ]);
  const { title, standfirst, slug, lang, leadAlt, leadCaption, leadCredit, sectionIds, authorIds, seriesId } =
    revision;
  return {
    title,
    standfirst,
    slug,
    lang,
    body: migrateBody(revision.body, revision.bodyVersion),
    lead,
    leadAlt,
    leadCaption,
    leadCredit,
    sectionIds,
    tags: tagRows,
    authorIds,
    seriesId,
  };
}

async function findLead(ctx: Ctx, mediaId: number | null): Promise<LeadFile | null> {
  if (mediaId === null) return null;
  const [row] = await ctx.db
    .select({ hash: media.hash, width: media.width, height: media.height })
    .from(media)
    .where(eq(media.id, mediaId))
    .limit(1);
  return row ? { mediaId, hash: row.hash, width: row.width ?? 0, height: row.height ?? 0 } : null;
}

/** A slug made of the title may have been numbered: `storm-2`. */
const isChosen = ({ slug, title, lang, articleId }: Revision): boolean => {
  const base = slugify(title, lang) || String(articleId);
  return (
    slug !== '' &&
    slug !== base &&
    !(slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)))
  );
};

function liveOf(article: Article, sectionSlug: string | null): Draft['live'] {
  if (article.liveRevisionId === null || article.liveSlug === null || article.firstLiveAt === null)
    return null;
  return {
    revisionId: article.liveRevisionId,
    href: articleAddress({
      sectionSlug: article.kind === 'page' ? null : sectionSlug,
      slug: article.liveSlug,
    }),
    firstLiveAt: article.firstLiveAt,
    updatedAt: article.updatedLiveAt,
  };
}

const listCorrections = (ctx: Ctx, articleId: number) =>
  ctx.db
    .select({
      id: corrections.id,
      text: corrections.text,
      passage: corrections.passage,
      correctedAt: corrections.correctedAt,
      amendedAt: corrections.amendedAt,
    })
    .from(corrections)
    .where(and(eq(corrections.articleId, articleId), isNull(corrections.removedAt)))
    .orderBy(desc(corrections.correctedAt))
    .limit(shownCorrections);
