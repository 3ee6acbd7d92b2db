import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { articles, revisions, users } from '@/db/schema';
import { authorise, may } from '@/features/users/rules';
import { splitCredit } from '@/lib/credit';
import { Conflict } from '@/lib/errors';
import { BODY_VERSION } from '@/lib/rich-text/document';
import { isNewerBody, newerBody } from '@/lib/rich-text/migrate';
import { renderHtml } from '@/lib/rich-text/render';
import { countWords, mediaIds, plainText } from '@/lib/rich-text/text';
import type { SaveDraft } from '../input';
import { contentOf } from '../queries/draft';
import type { WrittenRevision } from '../rules';
import { checkFiling } from './check-filing';
import { claimSlug } from './claim-slug';
import { type ArticleInHand, matterOf, staffId, takeInHand } from './in-hand';
import { keptTags } from './kept-tags';
import { checkLead, noteMediaUses, withLibraryFiles } from './library';
import { refuseOtherWriter } from './presence/refuse-other-writer';

export interface SavedDraft {
  revisionId: number;
  slug: string;
  savedAt: Date;
}

type Content = Omit<SaveDraft, 'articleId' | 'baseRevisionId' | 'slug'>;

/**
 * Saves the working copy as a new revision, if `baseRevisionId` is still the newest (D4). When somebody saved meanwhile it
 * throws Conflict with their whole text in `detail.theirs`, and while somebody else writes it with her name in `detail.writer`
 * (D5); the caller's text is untouched. Saving what is already there
 * makes nothing new and returns the head, so a repeated request does no harm. Readers see none of it until "Update" (D7).
 * A head that a newer version wrote is never written over (D3).
 * The revision itself is the record of who saved what when. Throws Invalid for filing or a lead picture that is gone.
 */
export async function saveDraft(
  ctx: Ctx,
  { articleId, baseRevisionId, slug: typedSlug, ...sent }: SaveDraft,
): Promise<SavedDraft> {
  return transact(ctx, async (tx) => {
    const inHand = await takeInHand(tx, articleId, 'edit-article', 'save');
    const { article, head } = inHand;
    if (isNewerBody(head.bodyVersion)) throw newerBody();
    const content = {
      ...sent,
      ...leadWords(sent),
      body: await withLibraryFiles(tx, sent.body),
      tagIds: await keptTags(tx, sent.tagIds, head.tagIds),
    };
    if (isSame(content, typedSlug, head))
      return { revisionId: head.id, slug: head.slug, savedAt: article.savedAt };
    await refuseOtherWriter(tx, articleId);
    if (head.id !== baseRevisionId) throw await savedMeanwhile(tx, head);
    // A section editor may not file an article out of her own reach.
    authorise(tx.actor, 'edit-article', { ...matterOf(inHand), sectionIds: content.sectionIds });
    await checkFiling(tx, content);
    if (content.leadMediaId !== head.leadMediaId) await checkLead(tx, content.leadMediaId);
    const slug = await claimSlug(tx, inHand, { slug: typedSlug, title: content.title, lang: content.lang });
    const revisionId = await appendRevision(tx, inHand, content, slug);
    return { revisionId, slug, savedAt: tx.now };
  });
}

/** A credit typed at the end of the lead's caption is split off, as in the body (R4). */
function leadWords({ leadCaption, leadCredit }: Content): Pick<Content, 'leadCaption' | 'leadCredit'> {
  if (leadCredit !== '') return { leadCaption, leadCredit };
  const { caption, credit } = splitCredit(leadCaption);
  return { leadCaption: caption, leadCredit: credit };
}

/**
 * Writes the next revision under the lock and makes it the head. For commands that have checked what they write. Throws
 * Conflict rather than put one on top of a body that this version does not know (D3).
 */
export async function appendRevision(
  tx: Work,
  inHand: ArticleInHand,
  content: Content,
  slug: string,
): Promise<number> {
  const { article, head } = inHand;
  if (isNewerBody(head.bodyVersion)) throw newerBody();
  const { body, lang } = content;
  const [revision] = await tx.db
    .insert(revisions)
    .values({
      ...content,
      articleId: article.id,
      baseRevisionId: head.id,
      slug,
      bodyVersion: BODY_VERSION,
      html: renderHtml(body),
      plainText: plainText(body),
      words: countWords(body, lang),
      createdBy: staffId(tx.actor),
      createdAt: tx.now,
    })
    .returning({ id: revisions.id });
  if (!revision) throw new Error('insert returned no row');
  const stage =
    article.stage === 'approved' && !may(tx.actor, 'approve-article', matterOf(inHand))
      ? 'in_review'
      : article.stage;
  await tx.db
    .update(articles)
    .set({ headRevisionId: revision.id, savedAt: tx.now, stage })
    .where(eq(articles.id, article.id));
  const shown = content.leadMediaId === null ? [] : [content.leadMediaId];
  await noteMediaUses(tx, article.id, [...shown, ...mediaIds(body)]);
  return revision.id;
}

const compared = [
  'title',
  'standfirst',
  'lang',
  'body',
  'leadMediaId',
  'leadAlt',
  'leadCaption',
  'leadCredit',
  'sectionIds',
  'tagIds',
  'authorIds',
  'seriesId',
] as const satisfies (keyof Content)[];

const isSame = (content: Content, typedSlug: string | undefined, head: WrittenRevision): boolean =>
  (!typedSlug || typedSlug === head.slug) &&
  compared.every((name) => isDeepStrictEqual(content[name], head[name]));

/** The conflict, with the other's whole text, to be shown side by side. */
async function savedMeanwhile(tx: Work, head: WrittenRevision) {
  const [by] =
    head.createdBy === null
      ? []
      : await tx.db.select({ name: users.name }).from(users).where(eq(users.id, head.createdBy));
  const { id: revisionId, createdAt: savedAt, slug } = head;
  const text = Object.fromEntries(compared.map((name) => [name, head[name]]));
  const { tags, lead } = await contentOf(tx, head);
  return Conflict(
    `${by?.name ?? 'Somebody'} saved this article meanwhile. Nothing of yours is lost: compare the two and choose.`,
    {
      detail: {
        theirs: {
          ...text,
          tags,
          lead,
          revisionId,
          slug,
          savedAt: savedAt.toISOString(),
          savedBy: by?.name ?? null,
        },
      },
    },
  );
}
