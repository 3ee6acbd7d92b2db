import { NewStory } from '@/features/articles/ui/desk/list/new-story.client';
import { requireStaff } from '@/features/users/session';

export const metadata = { title: 'New story' };

/** Opening this page makes nothing; the form on it does, by itself when it is reached by a press. */
export default async function NewArticlePage() {
  await requireStaff();
  return <NewStory />;
}
