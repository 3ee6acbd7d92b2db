import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { cacheTags } from '@/lib/cache-tags';
import { answer, keepPrivate, touch } from '@/lib/press-notes';
import { preferencesToken, readConfirmToken, readPreferencesToken, readUnsubscribeToken } from '../links';
import {
  type ArchivedIssue,
  findIssue,
  findPreferences,
  listArchive,
  listLists,
  listListsByIds,
  type NewsletterList,
} from '../queries';

const readerContext = () => readContext(database(), { kind: 'reader' });

export { consentNow } from '../consent';

/** The paper's own page on its newsletters. */
export async function readNewsletters(): Promise<{ lists: NewsletterList[]; archive: ArchivedIssue[] }> {
  touch(cacheTags.lists);
  const ctx = readerContext();
  const [lists, archive] = await Promise.all([listLists(ctx), listArchive(ctx)]);
  return { lists, archive };
}

/** One issue in the archive; null, and a 404, when it never went out. It goes stale with each of its stories. */
export async function readIssue(id: string) {
  const campaignId = /^\d{1,15}$/.test(id) ? Number(id) : 0;
  touch(cacheTags.campaign(campaignId), cacheTags.settings);
  const issue = campaignId > 0 ? await findIssue(readerContext(), campaignId) : null;
  if (!issue) {
    answer(404);
    return null;
  }
  touch(...issue.stories.map(({ articleId }) => cacheTags.article(articleId)));
  return issue;
}

/** What the link in a confirmation mail is for; null, and a 404, when it is forged. Only the button confirms (N2). */
export async function readConfirmation(token: string): Promise<NewsletterList[] | null> {
  keepPrivate();
  const asked = readConfirmToken(token);
  const lists = asked ? await listListsByIds(readerContext(), asked.listIds) : [];
  if (lists.length > 0) return lists;
  answer(404);
  return null;
}

/** The list that an unsubscribe link is for, with the address of the reader's own page. */
export async function readUnsubscribing(
  token: string,
): Promise<{ list: NewsletterList; preferences: string } | null> {
  keepPrivate();
  const named = readUnsubscribeToken(token);
  const [list] = named ? await listListsByIds(readerContext(), [named.listId]) : [];
  if (named && list)
    return { list, preferences: `/newsletter/preferences/${preferencesToken(named.subscriberId)}` };
  answer(404);
  return null;
}

/** A reader's own page: her address shortened, for the link may have been passed on, and what she receives. */
export async function readPreferences(token: string) {
  keepPrivate();
  const subscriberId = readPreferencesToken(token);
  const found = subscriberId ? await findPreferences(readerContext(), subscriberId) : null;
  if (found) return { address: shortened(found.email), lists: found.lists };
  answer(404);
  return null;
}

/** `k…@example.org` */
const shortened = (email: string): string => email.replace(/^(.)[^@]*/u, '$1…');
