export { listMonths, type Month, monthsAround } from './archive';
export {
  type ArticleView,
  type FoundArticle,
  findById,
  findBySlug,
  findPreview,
  type SeriesView,
} from './article-view';
export { type Correction, type ListedCorrection, listCorrections } from './corrections';
export { type FrontPage, findSectionLead, readFrontPage } from './front-page';
export { type FullStory, listFullStories } from './full-stories';
export { findSeriesBySlug, type Series } from './series';
export {
  listAuthorPages,
  listNewsEntries,
  listSeriesPages,
  listSitemapEntries,
  listSitemapParts,
  type NewsEntry,
  newsSitemap,
  type SitemapEntry,
} from './sitemap';
export { listCards, type Named, type StoryCard } from './story-card';
export { listStories, type StoryCursor, type StoryList, type StoryPage } from './story-lists';
