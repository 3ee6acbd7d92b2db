import { notFound } from 'next/navigation';
import { readAsSeen } from '@/features/articles/read/history';
import { AsSeenPage } from '@/features/articles/ui/desk/history/as-seen-page';

interface Props {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata = { title: 'As readers saw it' };

export default async function ArticleAsSeenPage({ params, searchParams }: Props) {
  const { articleId } = await params;
  const found = await readAsSeen({ ...(await searchParams), articleId });
  if (!found) notFound();
  return <AsSeenPage {...found} />;
}
