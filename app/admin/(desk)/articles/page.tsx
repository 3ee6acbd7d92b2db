import { readArticles } from '@/features/articles/read/list';
import { ArticleListPage } from '@/features/articles/ui/desk/list/article-list-page';

export const metadata = { title: 'Stories' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function ArticlesPage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams;
  const found = await readArticles(search);
  return <ArticleListPage {...found} isFirst={found.input.after === undefined} />;
}
