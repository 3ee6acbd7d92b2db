import { notFound } from 'next/navigation';
import { readPreview } from '@/features/articles/read/desk';
import { PreviewFrame } from '@/features/articles/ui/desk/preview/preview-frame.client';

export const metadata = { title: 'Preview' };

type Params = Promise<{ articleId: string }>;

export default async function PreviewPage({ params }: { params: Params }) {
  const { articleId } = await params;
  const found = /^\d{1,15}$/.test(articleId) ? await readPreview(Number(articleId)) : null;
  if (!found) notFound();
  const editHref = `/admin/articles/${articleId}`;
  return (
    <PreviewFrame
      title={found.article.title}
      back={{ href: editHref, label: 'Go on writing' }}
      pageHref={`${editHref}/preview/page`}
    />
  );
}
