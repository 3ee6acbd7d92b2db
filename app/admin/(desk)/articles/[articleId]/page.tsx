import { notFound } from 'next/navigation';
import { readEditor } from '@/features/articles/read/desk';
import { EditorPage } from './editor-page.client';

type Params = Promise<{ articleId: string }>;

export const metadata = { title: 'Editor' };

export default async function ArticleEditorPage({ params }: { params: Params }) {
  const { articleId } = await params;
  const page = /^\d{1,15}$/.test(articleId) ? await readEditor(Number(articleId)) : null;
  if (!page) notFound();
  return <EditorPage key={page.draft.articleId} {...page} />;
}
