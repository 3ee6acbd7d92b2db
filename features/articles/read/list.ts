import { readSettings } from '@/features/settings/queries';
import { findTag, listAuthors, listSections } from '@/features/taxonomy/queries';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { rowId } from '@/lib/shapes';
import { namesFilters } from '../list-address';
import { fromListQuery, readListQuery } from '../list-query';
import { findBulkChange } from '../queries/bulk';
import { listArticles } from '../queries/desk';
import { listColleagues } from '../queries/people';
import { listSavedLists } from '../queries/saved-lists';
import { mayShareList } from '../saved-list-rules';
import { paperOf } from './desk';

/**
 * The desk's list with what its filters offer; `search` is the address's, read leniently. Where it names a saved list and
 * no filter, the list's filters are meant.
 */
export async function readArticles(search: Record<string, unknown>) {
  const ctx = await deskContext();
  const lists = await listSavedLists(ctx);
  const listId = rowId.safeParse(search.list).data;
  const list = lists.find(({ id }) => id === listId) ?? null;
  const asked = readListQuery(search);
  const input = list && !namesFilters(search) ? withPlace(list.query, search.after) : asked;
  const [page, sections, authors, colleagues, tag, settings, bulk] = await Promise.all([
    listArticles(ctx, input),
    listSections(ctx),
    listAuthors(ctx),
    listColleagues(ctx),
    input.tagId ? findTag(ctx, input.tagId) : null,
    readSettings(ctx),
    findBulkChange(ctx),
  ]);
  return {
    page,
    bulk,
    input,
    lists,
    list,
    /** The address names a list that is gone, or is not shared any more. */
    listIsGone: listId !== undefined && list === null,
    offered: {
      sections: sections.map(({ id, path }) => ({ id, name: path })),
      authors: authors.map(({ id, name }) => ({ id, name })),
      colleagues,
    },
    tag: tag && { id: tag.id, name: tag.name },
    selfId: ctx.actor.id,
    mayCreate: may(ctx.actor, 'create-article'),
    mayShare: mayShareList(ctx.actor),
    paper: paperOf(settings),
  };
}

/** A saved list's filters at a place of the address's own. */
const withPlace = (query: string, after: unknown) => {
  const saved = Object.fromEntries(new URLSearchParams(query));
  return after === undefined ? fromListQuery(query) : readListQuery({ ...saved, after });
};
