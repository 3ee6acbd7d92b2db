export { listMonths, type Month, monthsAround } from './archive';
export { type ArticleView, type FoundArticle, findById, findBySlug, findPreview } from './article-view';
export { type Correction, type ListedCorrection, listCorrections } from './corrections';
export { type FrontPage, findSectionLead, readFrontPage } from './front-page';
export { type FullStory, listFullStories } from './full-stories';
export {
  listAuthorPages,
  listNewsEntries,
  listSitemapEntries,
  listSitemapParts,
  type NewsEntry,
  newsSitemap,
  type SitemapEntry,
} from './sitemap';
export { listCards, type Named, type StoryCard } from './story-card';
export { listStories, type StoryCursor, type StoryList, type StoryPage } from './story-lists';
