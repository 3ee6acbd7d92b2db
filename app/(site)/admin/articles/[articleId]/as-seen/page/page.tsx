import { notFound } from 'next/navigation';
import { readFrame } from '@/app/(site)/read-frame';
import { BreakingBar } from '@/components/site/breaking-bar';
import { readAsSeen } from '@/features/articles/read/history';
import { ArticlePage } from '@/features/articles/ui/site/article-page';
import { formatDate } from '@/lib/dates';

interface Props {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata = { title: 'As readers saw it', robots: { index: false, follow: false } };

/** The page of then on the paper's own layout. Its address begins with /admin, so it never reaches the press. */
export default async function AsSeenArticlePage({ params, searchParams }: Props) {
  const { articleId } = await params;
  const found = await readAsSeen({ ...(await searchParams), articleId });
  if (found?.seen.state !== 'seen') notFound();
  const site = await readFrame();
  const { asSeen } = site.words.paper.article;
  const { article, ofToday } = found.seen;
  return (
    <>
      <BreakingBar label={asSeen.label} text={asSeen.says(formatDate(found.at, 'moment', site), ofToday)} />
      <ArticlePage article={article} site={site} />
    </>
  );
}
