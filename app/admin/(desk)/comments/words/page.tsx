import { readWordLists } from '@/features/comments/read';
import { WordsPage } from '@/features/comments/ui/desk/words-page';
import { NoEntry } from '@/features/users/ui/desk/no-entry';

export const metadata = { title: 'Words that hold a comment' };

export default async function CommentWordsPage() {
  const lists = await readWordLists();
  return lists ? <WordsPage {...lists} /> : <NoEntry />;
}
