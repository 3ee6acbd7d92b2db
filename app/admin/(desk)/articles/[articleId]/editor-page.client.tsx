'use client';

import { ArticleEditor } from '@/features/articles/ui/desk/editor/article-editor.client';
import type { ArticleEditorProps } from '@/features/articles/ui/desk/editor/editor-props';
import { lazily } from '@/features/articles/ui/desk/lazily.client';

const MediaPicker = lazily(
  async () => (await import('@/features/media/ui/desk/media-picker.client')).MediaPicker,
);

/** Two subjects meet here: the editor of stories and the library it takes its pictures from. */
export const EditorPage = (props: Omit<ArticleEditorProps, 'picturePicker'>) => (
  <ArticleEditor {...props} picturePicker={MediaPicker} />
);
