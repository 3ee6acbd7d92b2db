import { readSettings } from '@/features/settings/queries';
import { listAuthors, listSections, listSeries } from '@/features/taxonomy/queries';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { allowFrames } from '@/lib/press-notes';
import { frameOrigins } from '@/lib/rich-text/embeds';
import { permissionsOn } from '../desk-rules';
import { listArticlesInput } from '../list-input';
import { countWaiting, listArticles } from '../queries/desk';
import { findDraft } from '../queries/draft';
import { listPlanned, listTroubled } from '../queries/ledger';
import { findWriter } from '../queries/presence';
import { findPreview } from '../queries/site';
import { orNull } from './or-null';

export const paperOf = ({ timeZone, language, siteName }: Awaited<ReturnType<typeof readSettings>>) => ({
  timeZone,
  language,
  siteName,
});

/** The pages that staff write, in every state but thrown away. */
export async function readStaffPages(asked: { after?: unknown }) {
  const ctx = await deskContext();
  const input = listArticlesInput.parse({ kind: 'page', after: asked.after });
  const [page, settings] = await Promise.all([listArticles(ctx, input), readSettings(ctx)]);
  return { page, mayCreate: may(ctx.actor, 'curate'), paper: paperOf(settings) };
}

/**
 * Everything the editor's page needs, in three round trips; null for an article that does not exist, or is not this
 * person's to see.
 */
export async function readEditor(articleId: number) {
  const ctx = await deskContext();
  const [draft, writer, sections, authors, series, settings] = await Promise.all([
    orNull(findDraft(ctx, articleId)),
    findWriter(ctx, articleId),
    listSections(ctx),
    listAuthors(ctx),
    listSeries(ctx),
    readSettings(ctx),
  ]);
  if (!draft) return null;
  return {
    draft,
    writer,
    user: { id: ctx.actor.id, name: ctx.actor.name },
    may: permissionsOn(ctx.actor, draft.matter),
    paper: paperOf(settings),
    sections: sections.map(({ id, path, slug }) => ({ id, name: path, slug })),
    authors: authors.map(({ id, name }) => ({ id, name })),
    series: series.map(({ id, name }) => ({ id, name })),
  };
}

/** The newest version as readers would see it, or null; as private as the editor. */
export async function readPreview(articleId: number) {
  const ctx = await deskContext();
  const draft = await orNull(findDraft(ctx, articleId));
  const article = draft && (await findPreview(ctx, articleId));
  if (!draft || !article) return null;
  allowFrames(frameOrigins(article.html));
  return { draft, article };
}

const homeDays = 7;
const troubleDays = 2;
const shownAtHome = 12;

/** The desk's first page: what is about to happen, what went wrong, what one is writing, what waits. */
export async function readDeskHome() {
  const ctx = await deskContext();
  const day = 86_400_000;
  const [settings, planned, troubled, mine, waiting] = await Promise.all([
    readSettings(ctx),
    listPlanned(ctx, { from: ctx.now, to: new Date(ctx.now.getTime() + homeDays * day), limit: shownAtHome }),
    listTroubled(ctx, { since: new Date(ctx.now.getTime() - troubleDays * day) }),
    listArticles(ctx, listArticlesInput.parse({ mine: true })),
    countWaiting(ctx),
  ]);
  const unfinished = mine.lines.filter(
    ({ state, hasUnpublishedChanges }) =>
      !['live', 'killed', 'withdrawn'].includes(state) || hasUnpublishedChanges,
  );
  const seesAll = may(ctx.actor, 'read-article');
  return {
    userId: ctx.actor.id,
    name: ctx.actor.name,
    mayCreate: may(ctx.actor, 'create-article'),
    mayApprove: may(ctx.actor, 'approve-article'),
    planned: seesAll ? planned : [],
    troubled: seesAll ? troubled : [],
    mine: unfinished.slice(0, shownAtHome),
    waiting,
    paper: paperOf(settings),
  };
}
