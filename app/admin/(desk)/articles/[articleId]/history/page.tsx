import { notFound } from 'next/navigation';
import { readHistory } from '@/features/articles/read/history';
import { HistoryPage } from '@/features/articles/ui/desk/history/history-page';

interface Props {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata = { title: 'History' };

export default async function ArticleHistoryPage({ params, searchParams }: Props) {
  const { articleId } = await params;
  const history = await readHistory({ ...(await searchParams), articleId });
  if (!history) notFound();
  return <HistoryPage {...history} />;
}
