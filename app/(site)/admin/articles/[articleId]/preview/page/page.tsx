import { notFound } from 'next/navigation';
import { readFrame } from '@/app/(site)/read-frame';
import { readPreview } from '@/features/articles/read/desk';
import { ArticlePage } from '@/features/articles/ui/site/article-page';

export const metadata = { title: 'Preview', robots: { index: false, follow: false } };

type Params = Promise<{ articleId: string }>;

/** The newest version on the paper's own layout. Its address begins with /admin, so it never reaches the press. */
export default async function PreviewedPage({ params }: { params: Params }) {
  const { articleId } = await params;
  const found = /^\d{1,15}$/.test(articleId) ? await readPreview(Number(articleId)) : null;
  if (!found) notFound();
  return <ArticlePage article={found.article} site={await readFrame()} />;
}
