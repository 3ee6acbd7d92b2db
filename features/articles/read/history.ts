import { readSettings } from '@/features/settings/queries';
import { deskContext } from '@/features/users/session';
import { allowFrames } from '@/lib/press-notes';
import { frameOrigins } from '@/lib/rich-text/embeds';
import { compareVersions } from '../compare-versions';
import { permissionsOn } from '../desk-rules';
import { asSeenInput, historyInput } from '../history-input';
import { findArticleAsSeen } from '../queries/as-seen';
import {
  findHistoryHead,
  findVersions,
  type HistoryHead,
  listFilingNames,
  listVersions,
} from '../queries/history';
import { listPublications } from '../queries/ledger';
import { mayFollow } from '../rules';
import { orNull } from './or-null';

/** The history of an article: its versions, one of them compared, and its ledger; null where one may not see it. */
export async function readHistory(asked: Record<string, unknown>) {
  const ctx = await deskContext();
  const parsed = historyInput.safeParse(asked);
  const input = parsed.success ? parsed.data : null;
  const head = input && (await orNull(findHistoryHead(ctx, input.articleId)));
  if (!input || !head) return null;
  const { articleId } = input;
  const version = input.version ?? head.headRevisionId;
  const [page, ledger, compared, settings] = await Promise.all([
    listVersions(ctx, { articleId, before: input.before }),
    listPublications(ctx, articleId),
    findVersions(ctx, { articleId, version, against: revisionMeant(input.against, head) }),
    readSettings(ctx),
  ]);
  if (!compared) return null;
  const { version: chosen, against } = compared;
  const names = await listFilingNames(ctx, against ? [against, chosen] : [chosen]);
  const { body: _body, ...about } = chosen;
  const may = permissionsOn(ctx.actor, head.matter);
  return {
    head,
    page,
    ledger,
    chosen: about,
    against: against && { id: against.id, createdAt: against.createdAt },
    diff: compareVersions(against, chosen, names),
    asked: { against: input.against, before: input.before },
    mayEdit: may.edit && mayFollow('save', head.state),
    paper: { timeZone: settings.timeZone },
  };
}

const revisionMeant = (
  against: 'live' | 'newest' | number | undefined,
  { liveRevisionId, headRevisionId }: HistoryHead,
): number | undefined => {
  if (against === 'newest') return headRevisionId;
  return against === 'live' ? (liveRevisionId ?? undefined) : against;
};

/** What readers had at an instant; null where one may not see the article, or there is no such instant. */
export async function readAsSeen(asked: Record<string, unknown>) {
  const ctx = await deskContext();
  const input = asSeenInput.safeParse(asked);
  const head = input.success ? await orNull(findHistoryHead(ctx, input.data.articleId)) : null;
  if (!input.success || !head) return null;
  const [seen, settings] = await Promise.all([findArticleAsSeen(ctx, input.data), readSettings(ctx)]);
  if (seen.state === 'seen') allowFrames(frameOrigins(seen.article.html));
  return { head, at: input.data.at, seen, paper: { timeZone: settings.timeZone } };
}
