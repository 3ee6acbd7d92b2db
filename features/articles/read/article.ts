import { cache } from 'react';
import { findAddress } from '@/features/settings/queries';
import { cacheTags } from '@/lib/cache-tags';
import { allowFrames, touch } from '@/lib/press-notes';
import { pathWords } from '@/lib/public-path';
import { frameOrigins } from '@/lib/rich-text/embeds';
import { storyCardIds } from '@/lib/rich-text/story-cards';
import { slugPattern } from '@/lib/slug';
import { type ArticleView, type FoundArticle, findById, findBySlug } from '../queries/site';
import { elsewhere, gone, moved, type NoPage, readerContext, touchPath } from './elsewhere';

export interface LiveArticle {
  state: 'live';
  article: ArticleView;
}

/**
 * The live article at `/<section>/<slug>`. Everything else is answered (R12): a former slug or section moves to the live
 * address in one step, a killed article is gone, a draft or withdrawn one is missing. One round trip when it is there.
 */
export const readArticle = cache(async (path: string): Promise<LiveArticle | NoPage> => {
  const words = pathWords(path);
  const slug = words?.at(-1) ?? '';
  if (!words || !slugPattern.test(slug)) return elsewhere(path);
  touchPath(words);
  return settle(path, await findBySlug(readerContext(), slug));
});

export type RootPage = LiveArticle | { state: 'section'; sectionId: number } | NoPage;

/** What one word after the slash means: a section, a staff page, or the way to either's new address. */
export const readRoot = cache(async (path: string): Promise<RootPage> => {
  const words = pathWords(path);
  const [word = ''] = words ?? [];
  if (!words || word === '') return elsewhere(path);
  touchPath(words);
  const ctx = readerContext();
  const address = await findAddress(ctx, word);
  if (address?.kind === 'section' && address.sectionId !== null)
    return path === `/${word}` ? { state: 'section', sectionId: address.sectionId } : moved(`/${word}`);
  if (address?.kind === 'page' && address.articleId !== null)
    return settle(path, await findById(ctx, address.articleId));
  if (address?.kind === 'redirect' && address.target) return moved(address.target);
  return settle(path, slugPattern.test(word) ? await findBySlug(ctx, word) : null);
});

async function settle(path: string, found: FoundArticle | null): Promise<LiveArticle | NoPage> {
  if (found === null) return elsewhere(path);
  if (found.state !== 'live') {
    touch(cacheTags.article(found.id));
    return found.state === 'killed' ? gone() : elsewhere(path);
  }
  const { article, pinnedIds } = found;
  touch(cacheTags.article(article.id), cacheTags.taxonomy);
  if (article.href !== path) return moved(article.href);
  const named = [...article.related.map(({ id }) => id), ...pinnedIds, ...storyCardIds(article.html)];
  touch(...named.map(cacheTags.article));
  if (article.series) {
    touch(cacheTags.series(article.series.id));
    touch(...article.series.parts.map(({ id }) => cacheTags.shown(id)));
  }
  allowFrames(frameOrigins(article.html));
  if (article.lead) touch(cacheTags.media(article.lead.mediaId));
  return found;
}
