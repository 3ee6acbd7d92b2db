import { readArticles } from '@/features/articles/read/desk';
import { ArticleListPage } from '@/features/articles/ui/desk/list/article-list-page';

export const metadata = { title: 'Stories' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function ArticlesPage({ searchParams }: { searchParams: Search }) {
  const { state, section, text, mine, after } = await searchParams;
  const found = await readArticles({ state, sectionId: section, text, mine, after });
  return <ArticleListPage {...found} after={typeof after === 'string' ? after : null} />;
}
